package org.entente.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.sparql.InternalQuery;
import org.entente.store.CommittedState;

/** What things are called in one state of the store, in all languages, as far as pages have asked. Bounded and thread-safe. */
final class KnownLabels {
    private static final int MOST = 10_000;

    private final Cache<Node, List<Cell.Label>> names = cache();
    private final Cache<Node, List<Cell.Label>> subjects = cache();

    private KnownLabels() {}

    private static Cache<Node, List<Cell.Label>> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
    }

    /** Those of the state that the session asks; where that is not a committed one, nothing is known before. */
    static KnownLabels of(QueryExecutor.Session session) {
        return CommittedState.of(session.dataset())
                .map(state -> state.computed(KnownLabels.class, () -> {}, KnownLabels::new))
                .orElseGet(KnownLabels::new);
    }

    /** Names of their own; an empty list for things that have none. */
    Map<Node, List<Cell.Label>> names(QueryExecutor.Session session, Collection<Node> nodes) {
        return labels(names, session, InternalQuery.PAGE_LABELS, nodes);
    }

    /** Names of what things without a name are about; an empty list for those that are about nothing. */
    Map<Node, List<Cell.Label>> subjects(QueryExecutor.Session session, Collection<Node> nodes) {
        return labels(subjects, session, InternalQuery.PAGE_LABELS_OF_SUBJECT, nodes);
    }

    private static Map<Node, List<Cell.Label>> labels(
            Cache<Node, List<Cell.Label>> known,
            QueryExecutor.Session session,
            InternalQuery query,
            Collection<Node> nodes) {
        Map<Node, List<Cell.Label>> labels = new LinkedHashMap<>(known.getAllPresent(nodes));
        Set<Node> asked = new LinkedHashSet<>(nodes);
        asked.removeAll(labels.keySet());
        if (asked.isEmpty()) {
            return labels;
        }
        Map<Node, List<Cell.Label>> found = new LinkedHashMap<>();
        asked.forEach(node -> found.put(node, new ArrayList<>()));
        Rows rows = session.select(query, "node", asked);
        for (Row row : rows.rows()) {
            Node label = row.bound("label");
            if (label.isLiteral()) {
                found.computeIfAbsent(row.bound("node"), node -> new ArrayList<>())
                        .add(new Cell.Label(label.getLiteralLexicalForm(), label.getLiteralLanguage()));
            }
        }
        if (!rows.more()) {
            known.putAll(found);
        }
        labels.putAll(found);
        return labels;
    }
}
