package org.entente.store;

import org.apache.jena.sparql.core.DatasetGraph;

/** What follows from the graphs of a store: run inside every write transaction, right before its commit. */
@FunctionalInterface
public interface Derivation {
    /** Derives nothing. */
    Derivation NONE = dataset -> {};

    /**
     * Replaces everything that was derived before.
     *
     * @param dataset the store, inside its write transaction
     * @throws RuntimeException aborts the transaction; the store stays as it was
     */
    void derive(DatasetGraph dataset);
}
