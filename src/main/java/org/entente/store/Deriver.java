package org.entente.store;

import java.util.OptionalLong;
import org.apache.jena.sparql.core.DatasetGraph;

/** Derives statements from the graphs of one store. It runs in every write transaction, just before the commit. */
@FunctionalInterface
public interface Deriver {
    /**
     * Brings everything that is derived to the state of the graphs.
     *
     * @param dataset the store, inside its write transaction
     * @param changes what differs from the state that this deriver saw last
     * @throws RuntimeException aborts the transaction; the store stays as it was
     */
    void derive(DatasetGraph dataset, Changes changes);

    /** The same for whoever waits. */
    default void derive(DatasetGraph dataset, Changes changes, Progress progress) {
        derive(dataset, changes);
    }

    /** How many statements are derived in the state that it saw last; empty if it does not know. */
    default OptionalLong derived() {
        return OptionalLong.empty();
    }
}
