package org.entente.store;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/** Holds the log of links to its promise: what was committed to it stays in it, whichever way a writer comes. */
final class AppendOnlyGuard {
    private @Nullable Set<Triple> committed;
    private @Nullable Set<Triple> pending;

    /** Remembers what the log holds before a writer has changed it; the first time it is called. */
    synchronized void remember(DatasetGraph dataset) {
        if (committed == null) {
            committed = read(dataset);
        }
    }

    /** @throws AppendOnlyException if something that was committed is gone: the transaction is aborted */
    synchronized void check(DatasetGraph dataset) {
        Set<Triple> now = read(dataset);
        if (committed != null && !now.containsAll(committed)) {
            throw new AppendOnlyException();
        }
        pending = now;
    }

    /** What was checked last is committed. */
    synchronized void committed() {
        committed = pending;
    }

    private static Set<Triple> read(DatasetGraph dataset) {
        Set<Triple> triples = new HashSet<>();
        dataset.getGraph(Graphs.LINKS).find().forEachRemaining(triples::add);
        return triples;
    }
}
