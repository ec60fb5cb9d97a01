package org.entente.web.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
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
        KnownLabels known = KnownLabels.of(session);
        known.names(session, iris).forEach((node, names) -> labels.take(node, names, language, ""));
        iris.removeAll(labels.labels.keySet());
        known.subjects(session, iris)
                .forEach((node, names) -> labels.take(node, names, language, " · " + Prefixes.compact(node.getURI())));
        return labels;
    }

    private void take(Node node, List<Cell.Label> names, String language, String after) {
        LanguageOrder.best(names, Cell.Label::lang, language)
                .ifPresent(best -> labels.put(node, new Cell.Label(best.text() + after, best.lang())));
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
