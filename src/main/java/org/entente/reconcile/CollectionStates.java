package org.entente.reconcile;

import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.NameIndex;
import org.entente.store.Store;

/** Opens snapshots of a store and keeps what was computed from its newest committed state for the next one. */
public final class CollectionStates {
    private final Store store;
    private volatile CachedState known;

    public CollectionStates(Store store) {
        this.store = store;
    }

    /** What the thread's read transaction sees, with the names of the same committed state. Valid as long as the transaction is. */
    public CollectionState in(DatasetGraph dataset) {
        NameIndex names = store.names();
        CachedState current = known;
        if (current == null || current.names() != names) {
            current = new CachedState(names, new GraphReader(dataset));
            known = current;
        }
        return new CollectionState(current, new GraphReader(dataset));
    }
}
