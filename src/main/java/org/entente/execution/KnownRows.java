package org.entente.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.sparql.FilledQuery;
import org.entente.store.CommittedState;

/**
 * Answers to queries in one committed state of the store: what pages, panels and data formats ask alike is answered once. At most
 * {@link #MOST_CELLS} values are kept, those that are asked for most. Thread-safe.
 */
final class KnownRows {
    /** Some 100 bytes each. */
    private static final int MOST_CELLS = 200_000;

    private static final int LARGEST = MOST_CELLS / 8;

    /** Everything on which the rows of a query depend, besides the state. */
    private record Key(Object shape, Object values, long most) {}

    private final Cache<Key, Rows> known = Caffeine.newBuilder()
            .maximumWeight(MOST_CELLS)
            .weigher((Key key, Rows rows) -> cells(rows))
            .executor(Runnable::run)
            .build();
    /** Whether queries of a shape have one answer in one state. */
    private final Cache<Object, Boolean> lasting =
            Caffeine.newBuilder().maximumSize(2_000).executor(Runnable::run).build();

    private KnownRows() {}

    /** Those of the state that the thread's transaction sees; empty if it is not a committed one. */
    static Optional<KnownRows> in(DatasetGraph dataset) {
        return CommittedState.of(dataset).map(state -> state.computed(KnownRows.class, () -> {}, KnownRows::new));
    }

    /** The rows of a query in the state that the thread's transaction sees; asked for if they are not known. */
    static Rows of(DatasetGraph dataset, FilledQuery query, long most, Supplier<Rows> ask) {
        return in(dataset).map(known -> known.of(query, most, ask)).orElseGet(ask);
    }

    /** The rows of a query, which are asked for if they are not known. */
    Rows of(FilledQuery query, long most, Supplier<Rows> ask) {
        Key key = new Key(query.shape(), query.values(), most);
        Rows before = known.getIfPresent(key);
        if (before != null) {
            return before;
        }
        Rows rows = ask.get();
        if (cells(rows) <= LARGEST && lasting.get(query.shape(), shape -> !Determinism.neededBy(query.query()))) {
            rows = new Rows(rows.columns(), Collections.unmodifiableList(rows.rows()), rows.more());
            known.put(key, rows);
        }
        return rows;
    }

    private static int cells(Rows rows) {
        return 1 + rows.rows().size() * Math.max(1, rows.columns().size());
    }
}
