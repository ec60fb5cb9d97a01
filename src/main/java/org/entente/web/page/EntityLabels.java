package org.entente.web.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.sparql.InternalQuery;
import org.entente.store.LanguageOrder;
import org.entente.vocab.Prefixes;
import org.jspecify.annotations.Nullable;

/** Labels of entities and terms, in the reader's language if there is one, else as {@link LanguageOrder} says. */
public final class EntityLabels {
    private final Map<Node, Cell.Label> labels = new HashMap<>();
    private final Messages texts;

    private EntityLabels(String language) {
        this.texts = Messages.in(language);
    }

    public static EntityLabels of(QueryExecutor.Session session, Collection<Node> nodes, String language) {
        EntityLabels labels = new EntityLabels(language);
        Set<Node> iris = new LinkedHashSet<>();
        nodes.stream().filter(Node::isURI).forEach(iris::add);
        if (iris.isEmpty()) {
            return labels;
        }
        Comparator<String> order = LanguageOrder.of(language);
        labels.take(session.select(InternalQuery.PAGE_LABELS, "node", iris), order);
        iris.removeAll(labels.labels.keySet());
        EntityLabels about = new EntityLabels(language);
        if (!iris.isEmpty()) {
            about.take(session.select(InternalQuery.PAGE_LABELS_OF_SUBJECT, "node", iris), order);
        }
        about.labels.forEach((node, label) -> labels.labels.put(
                node, new Cell.Label(label.text() + " · " + Prefixes.compact(node.getURI()), label.lang())));
        return labels;
    }

    private void take(Rows rows, Comparator<String> order) {
        for (Row row : rows.rows()) {
            Node label = row.bound("label");
            if (!label.isLiteral()) {
                continue;
            }
            Cell.Label found = new Cell.Label(label.getLiteralLexicalForm(), label.getLiteralLanguage());
            labels.merge(row.bound("node"), found, (a, b) -> order.compare(a.lang(), b.lang()) <= 0 ? a : b);
        }
    }

    /** The label; null if there is none. */
    public Cell.@Nullable Label of(Node node) {
        Cell.Label label = labels.get(node);
        if (label == null && node.isURI()) {
            String key = "term." + Prefixes.compact(node.getURI());
            String text = texts.get(key);
            return text.equals(key) ? null : new Cell.Label(text, texts.language());
        }
        return label;
    }

    public Cell cell(Node node) {
        return Cell.of(node, this::of);
    }
}
