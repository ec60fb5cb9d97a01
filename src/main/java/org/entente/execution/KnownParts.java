package org.entente.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.store.CommittedState;

/**
 * The rows of those parts of queries that are the same whatever the query is asked about, in one committed state of the store. Some
 * {@link #MOST_CELLS} values are kept, those that are asked for most, and no part with more than {@link #LARGEST}. Thread-safe.
 */
final class KnownParts {
    private static final int MOST_CELLS = 200_000;
    static final int LARGEST = 40_000;
    /** As many letters as take the room of one value. */
    private static final int LETTERS = 20;

    private final Cache<String, Part> parts = Caffeine.newBuilder()
            .maximumWeight(MOST_CELLS)
            .weigher((String text, Part part) -> 1 + text.length() / LETTERS + part.cells)
            .executor(Runnable::run)
            .build();

    private KnownParts() {}

    /** Those of the state that the thread's transaction sees; empty if it is not a committed one. */
    static Optional<KnownParts> in(DatasetGraph dataset) {
        return CommittedState.of(dataset).map(state -> state.computed(KnownParts.class, () -> {}, KnownParts::new));
    }

    /** The part with this text; it is read if it is not known. Who asks while another one reads it reads it, too. */
    Part of(String text, Supplier<Part> read) {
        Part known = parts.getIfPresent(text);
        if (known == null) {
            known = read.get();
            parts.put(text, known);
        }
        return known;
    }

    /** The rows of a part, to be joined to others. */
    static final class Part {
        private final Optional<List<Binding>> rows;
        private final int cells;
        /** Rows by their values of some variables. */
        private final Map<List<Var>, Map<List<Node>, List<Binding>>> byValues = new ConcurrentHashMap<>();

        private Part(Optional<List<Binding>> rows, int cells) {
            this.rows = rows;
            this.cells = cells;
        }

        /** Reads all solutions, and closes them. A part with too many has no rows to keep. */
        static Part read(QueryIterator solutions) {
            List<Binding> rows = new ArrayList<>();
            int cells = 0;
            try {
                while (solutions.hasNext() && cells <= LARGEST) {
                    Binding row = solutions.next().detach();
                    rows.add(row);
                    cells += 1 + cells(row);
                }
            } finally {
                solutions.close();
            }
            return cells <= LARGEST ? new Part(Optional.of(rows), cells) : new Part(Optional.empty(), 0);
        }

        /** One for each value, and more for a long text. */
        private static int cells(Binding row) {
            int[] cells = {0};
            row.forEach((variable, value) -> cells[0] +=
                    1 + (value.isLiteral() ? value.getLiteralLexicalForm().length() / LETTERS / 4 : 0));
            return cells[0];
        }

        boolean isKept() {
            return rows.isPresent();
        }

        /** The solution with each row that agrees with it. */
        List<Binding> joined(Binding solution) {
            List<Binding> all = rows.orElseThrow();
            if (all.isEmpty()) {
                return all;
            }
            List<Var> shared = new ArrayList<>();
            all.getFirst().vars().forEachRemaining(variable -> {
                if (solution.contains(variable)) {
                    shared.add(variable);
                }
            });
            List<Binding> agreeing = shared.isEmpty() ? all : among(shared, solution);
            List<Binding> joined = new ArrayList<>(agreeing.size());
            for (Binding row : agreeing) {
                Binding both = solution.isEmpty() ? row : Algebra.merge(solution, row);
                if (both != null) {
                    joined.add(both);
                }
            }
            return joined;
        }

        private List<Binding> among(List<Var> shared, Binding solution) {
            Map<List<Node>, List<Binding>> index = byValues.computeIfAbsent(shared, this::index);
            List<Binding> open = index.getOrDefault(List.<Node>of(), List.of());
            List<Binding> found = index.getOrDefault(values(shared, solution), List.of());
            if (open.isEmpty()) {
                return found;
            }
            List<Binding> both = new ArrayList<>(found);
            both.addAll(open);
            return both;
        }

        /** Rows in which one of the variables has no value agree with any: they stand under no values. */
        private Map<List<Node>, List<Binding>> index(List<Var> shared) {
            Map<List<Node>, List<Binding>> index = new HashMap<>();
            for (Binding row : rows.orElseThrow()) {
                boolean whole = shared.stream().allMatch(row::contains);
                index.computeIfAbsent(whole ? values(shared, row) : List.of(), values -> new ArrayList<>())
                        .add(row);
            }
            return index;
        }

        private static List<Node> values(List<Var> variables, Binding of) {
            return variables.stream().map(of::get).toList();
        }
    }
}
