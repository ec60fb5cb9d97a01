package org.entente.functions;

import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.contact.ChainSearch.Found;
import org.entente.contact.ContactIndex;
import org.jspecify.annotations.Nullable;

/** Chains hop by hop, and where that is wanted each hop once for every document that supports it. */
final class ChainHops extends RowSource {
    private final ContactIndex index;
    private final List<Found> chains;
    private final int left;
    private final boolean documented;
    private int chain;
    private int hop;
    private int document;
    private int[] ranks = {};
    private int[] hops = {};
    private int[] documents = {};

    /**
     * @param left so many columns are left out after the ends
     * @param documented whether there is a row for every document
     */
    ChainHops(ContactIndex index, List<Found> chains, int left, boolean documented) {
        this.index = index;
        this.chains = chains;
        this.left = left;
        this.documented = documented;
    }

    @Override
    int next(int most) {
        ranks = room(ranks, most);
        hops = room(hops, most);
        documents = room(documents, most);
        int count = 0;
        while (count < most && chain < chains.size()) {
            Found found = chains.get(chain);
            if (hop == found.length()) {
                chain++;
                hop = 0;
            } else if (document == rows(found)) {
                hop++;
                document = 0;
            } else {
                ranks[count] = chain;
                hops[count] = hop;
                documents[count++] = document++;
            }
        }
        return count;
    }

    private int rows(Found found) {
        return documented ? index.documentCount(found.encounters()[hop]) : 1;
    }

    @Override
    void put(int column, @Nullable Node[] into) {
        int meant = column < 2 ? column : column + left;
        for (int i = 0; i < into.length; i++) {
            into[i] = value(meant, chains.get(ranks[i]), i);
        }
    }

    private Node value(int column, Found found, int row) {
        int at = hops[row];
        int encounter = found.encounters()[at];
        return switch (column) {
            case 0 -> index.node(found.agents()[0]);
            case 1 -> index.node(found.agents()[found.length()]);
            case 2 -> IndexNodes.number(ranks[row] + 1);
            case 3 -> IndexNodes.number(found.length());
            case 4 -> IndexNodes.number(at + 1);
            case 5 -> index.node(found.agents()[at]);
            case 6 -> index.node(index.event(encounter));
            case 7 -> index.node(found.agents()[at + 1]);
            case 8 -> index.level(encounter).node();
            case 9 -> IndexNodes.number(index.witnesses(encounter));
            case 10 -> index.confidence(encounter).node();
            case 11 -> index.encounter(encounter);
            default -> index.document(encounter, documents[row]);
        };
    }
}
