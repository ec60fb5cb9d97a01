package org.entente.store;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * A dataset whose every committed state contains what follows from it. Loads, SPARQL updates and the graph store protocol all
 * end in {@link #commit()}, so none of them can leave stale encounters behind.
 */
final class DerivingDataset extends DatasetGraphWrapper {
    private final Derivation derivation;

    DerivingDataset(DatasetGraph base, Derivation derivation) {
        super(base);
        this.derivation = derivation;
    }

    @Override
    public void commit() {
        if (transactionMode() == ReadWrite.WRITE) {
            derivation.derive(get());
            ReleaseGraph.countCommit(get());
        }
        super.commit();
    }
}
