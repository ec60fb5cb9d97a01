package org.entente.store;

import org.apache.jena.sparql.core.DatasetGraph;

/** Derives statements from the graphs of a store. It runs in every write transaction, just before the commit. */
@FunctionalInterface
public interface Derivation {
    /** Derives nothing. */
    Derivation NONE = dataset -> {};

    /**
     * Derives again and replaces everything that was derived before.
     *
     * @param dataset the store, inside its write transaction
     * @throws RuntimeException aborts the transaction; the store stays as it was
     */
    void derive(DatasetGraph dataset);
}
