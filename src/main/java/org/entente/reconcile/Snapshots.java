package org.entente.reconcile;

import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.NameRegister;
import org.entente.store.Store;

/** Opens snapshots of a store and keeps what was computed from its newest committed state for the next one. */
public final class Snapshots {
    private final Store store;
    private volatile Known known;

    public Snapshots(Store store) {
        this.store = store;
    }

    /** What the thread's read transaction sees, with the names of the same committed state. Valid as long as the transaction is. */
    public Snapshot in(DatasetGraph dataset) {
        NameRegister names = store.names();
        Known current = known;
        if (current == null || current.names() != names) {
            current = new Known(names, new Facts(dataset));
            known = current;
        }
        return new Snapshot(current, new Facts(dataset));
    }
}
