package org.entente.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.entente.execution.Rows;
import org.entente.execution.Select;
import org.entente.pattern.AffectedKeys;
import org.entente.pattern.KeyedBranch;
import org.entente.pattern.KeyedPattern;
import org.entente.pattern.PatternException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a query in the last state, in groups by the value of one of its variables. In the next state only the groups are asked for
 * again in which rows can have come or gone; where that cannot be told, all are.
 */
final class KeptRows {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRows.class);

    /** For more values than that, everything is asked. */
    private static final int MANY = 500;
    /** So many values are looked up at once: whoever has a value is compared with each of them. */
    private static final int AT_ONCE = 100;
    /** The group of all rows of a query of which nothing can be told. */
    private static final Node ALL = Node.ANY;

    private final Query query;
    private final @Nullable KeyedBranch branch;
    private final Map<Node, List<List<Optional<Node>>>> rows = new HashMap<>();
    private @Nullable Object seen;

    /** @param name for the log */
    KeptRows(Query query, String name) {
        this.query = query;
        this.branch = branch(query, name);
        LOG.debug("{} is asked by {}", name, branch == null ? "everything" : branch.key());
    }

    private static @Nullable KeyedBranch branch(Query query, String name) {
        try {
            return KeyedBranch.whole(query);
        } catch (PatternException e) {
            LOG.debug("{} is asked of everything at each change: {}", name, e.getMessage());
            return null;
        }
    }

    /** The rows in a state, in no order; the values are those of the query's variables. */
    synchronized Stream<List<Optional<Node>>> in(Compared state) {
        Optional<Set<Node>> keys = state.difference().isSince(seen) && branch != null
                ? AffectedKeys.of(branch, state.inView(), state.inGraphs(), state.all())
                        .filter(some -> some.size() <= MANY)
                : Optional.empty();
        seen = null;
        keys.ifPresentOrElse(some -> askFor(List.copyOf(some), state.now()), () -> askAll(state.now()));
        seen = state.difference().now();
        return rows.values().stream().flatMap(List::stream);
    }

    private void askAll(DatasetGraph dataset) {
        rows.clear();
        Rows found = Select.on(dataset).rows(query);
        Var key = branch == null ? null : branch.key();
        found.rows().forEach(row -> rows.computeIfAbsent(
                        key == null ? ALL : row.bound(key.getVarName()), k -> new ArrayList<>())
                .add(found.columns().stream().map(row::node).toList()));
    }

    private void askFor(List<Node> keys, DatasetGraph dataset) {
        if (branch == null || branch.key() == null || keys.isEmpty()) {
            return;
        }
        Var key = branch.key();
        rows.keySet().removeAll(new HashSet<>(keys));
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<Node> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
            QueryIterator found = Algebra.exec(KeyedPattern.of(branch.pattern(), key, some), dataset);
            try {
                found.forEachRemaining(row -> rows.computeIfAbsent(row.get(key), k -> new ArrayList<>())
                        .add(query.getProjectVars().stream()
                                .map(v -> Optional.ofNullable(row.get(v)))
                                .toList()));
            } finally {
                found.close();
            }
        }
    }
}
