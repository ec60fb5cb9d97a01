package org.entente.store;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that committed entries of the log of links are never changed or removed, whatever interface a writer uses.
 */
final class AppendOnlyGuard {
    private @Nullable Set<Triple> committed;
    private @Nullable Set<Triple> pending;

    /** Remembers the log before a write; only the first call has an effect. */
    synchronized void remember(DatasetGraph dataset) {
        if (committed == null) {
            committed = read(dataset);
        }
    }

    /** @throws AppendOnlyException if a committed entry is missing; the caller aborts the transaction */
    synchronized void check(DatasetGraph dataset) {
        Set<Triple> now = read(dataset);
        if (committed != null && !now.containsAll(committed)) {
            throw new AppendOnlyException();
        }
        pending = now;
    }

    /** Accepts the state that was checked last as committed. */
    synchronized void committed() {
        committed = pending;
    }

    private static Set<Triple> read(DatasetGraph dataset) {
        Set<Triple> triples = new HashSet<>();
        dataset.getGraph(Graphs.LINKS).find().forEachRemaining(triples::add);
        return triples;
    }
}
