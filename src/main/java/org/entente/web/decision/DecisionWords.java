package org.entente.web.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.decision.DecisionKind;
import org.entente.decision.Draft;
import org.entente.decision.Matter;
import org.entente.decision.Said;
import org.entente.execution.QueryExecutor;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;

/** Says what is decided in the words of a language. */
final class DecisionWords {
    private final DecisionKind kind;
    private final Messages messages;
    private final EntityLabels labels;

    DecisionWords(QueryExecutor.Session session, DecisionKind kind, Collection<Node> nodes, String language) {
        this.kind = kind;
        this.messages = Messages.in(language);
        this.labels = EntityLabels.of(session, nodes, language);
    }

    /** All things that a matter and a choice about it name. */
    static Set<Node> nodes(Matter matter, List<Draft> drafts) {
        Set<Node> nodes = new LinkedHashSet<>(matter.decided());
        List<Said> said = new ArrayList<>(List.of(matter.heading()));
        matter.options().forEach(option -> {
            said.add(option.said());
            option.sources().forEach(source -> nodes.add(source.document()));
        });
        drafts.forEach(draft -> {
            said.addAll(draft.said());
            said.add(draft.label());
        });
        said.forEach(one -> one.of().forEach(nodes::addAll));
        return nodes;
    }

    /** A sentence, or a name. */
    String say(Said said) {
        Object[] of = said.of().stream()
                .map(nodes -> nodes.stream().map(this::name).distinct().collect(Collectors.joining(", ")))
                .toArray();
        return messages.get("decide." + kind.word() + "." + said.key(), of);
    }

    Cell cell(Node node) {
        return labels.cell(node);
    }

    private String name(Node node) {
        String text = labels.cell(node).text();
        if (kind != DecisionKind.CORRECTION && node.isURI() && node.getURI().startsWith(Ent.NS)) {
            return messages.getOr("aspect." + node.getURI().substring(Ent.NS.length()), text);
        }
        boolean date = node.isURI() && IdSpaces.local(node.getURI()).startsWith("time/");
        return date ? ChainView.phrase(text, messages) : text;
    }
}
