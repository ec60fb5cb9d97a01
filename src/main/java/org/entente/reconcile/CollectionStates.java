package org.entente.reconcile;

import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.CommittedState;
import org.entente.store.Store;

/** Opens snapshots of a store; what was computed from a committed state is kept for the next one. */
public final class CollectionStates {
    private final Store store;

    public CollectionStates(Store store) {
        this.store = store;
    }

    /** What the thread's read transaction sees, with the names of the same committed state. Valid as long as the transaction is. */
    public CollectionState in(DatasetGraph dataset) {
        GraphReader facts = new GraphReader(dataset);
        CachedState computed = CommittedState.of(dataset)
                .map(state -> state.computed(
                        CachedState.class, () -> {}, () -> new CachedState(store.names(), new GraphReader(dataset))))
                .orElseGet(() -> new CachedState(store.names(), facts));
        return new CollectionState(computed, facts);
    }
}
