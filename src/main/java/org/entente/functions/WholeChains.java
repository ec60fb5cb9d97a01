package org.entente.functions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.contact.ChainSearch.Found;
import org.entente.contact.ContactIndex;
import org.jspecify.annotations.Nullable;

/** Chains, one row for each: its ends, its length, and all that is on it as one text. */
final class WholeChains extends RowSource {
    private final ContactIndex index;
    private final Iterator<Found> all;
    private final List<Found> now = new ArrayList<>();

    WholeChains(ContactIndex index, Iterator<Found> all) {
        this.index = index;
        this.all = all;
    }

    @Override
    int next(int most) {
        now.clear();
        while (now.size() < most && all.hasNext()) {
            now.add(all.next());
        }
        return now.size();
    }

    @Override
    void put(int column, @Nullable Node[] into) {
        for (int i = 0; i < into.length; i++) {
            Found found = now.get(i);
            into[i] = switch (column) {
                case 0 -> index.node(found.agents()[0]);
                case 1 -> index.node(found.agents()[found.length()]);
                case 2 -> IndexNodes.number(found.length());
                default -> PropertyFunctionCall.text(text(found));
            };
        }
    }

    private String text(Found found) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < found.length(); i++) {
            text.append(iri(index.node(found.agents()[i]))).append(' ');
            text.append(iri(index.node(index.event(found.encounters()[i])))).append(' ');
        }
        return text.append(iri(index.node(found.agents()[found.length()]))).toString();
    }

    private static String iri(Node node) {
        return node.isURI() ? "<" + node.getURI() + ">" : node.toString();
    }
}
