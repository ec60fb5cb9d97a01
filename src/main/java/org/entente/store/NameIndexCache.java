package org.entente.store;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registers of names of a store's committed states, the newest few. One that is missing is built from the state that the
 * transaction sees, by one thread; whoever else needs it waits for that one.
 */
final class NameIndexCache {
    /** Long readers may still need an older state; more than this many are built again. */
    private static final int KEPT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(NameIndexCache.class);

    private final ReentrantLock building = new ReentrantLock();
    private final Deque<NameIndex> kept = new ArrayDeque<>();
    private final AtomicBoolean warming = new AtomicBoolean();

    /**
     * The names of what the thread's transaction on the dataset sees. A writing transaction, a dataset that is not a store's, or a part
     * of a store ({@code FROM}) gets a register of its own, which nobody keeps.
     *
     * @param stop asked while another thread builds the register; what it throws ends the wait
     */
    static NameIndex in(DatasetGraph dataset, Runnable stop) {
        Optional<CommittedState> state = CommittedState.of(dataset);
        return state.isPresent()
                ? state.get().store().registers().at(state.get().revision(), dataset, stop)
                : NameIndex.of(dataset, 0);
    }

    /** Builds the register of the newest state in the background. */
    void warm(Store store) {
        if (!warming.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().daemon().name("name-register").start(() -> {
            // A commit from here on starts another thread; the transaction below sees all before.
            warming.set(false);
            try {
                store.names();
            } catch (RuntimeException e) {
                LOG.debug("The register of names was not built ahead of its first question", e);
            }
        });
    }

    private NameIndex at(long revision, DatasetGraph dataset, Runnable stop) {
        NameIndex found = find(revision);
        if (found != null) {
            return found;
        }
        lock(stop);
        try {
            found = find(revision);
            if (found == null) {
                long start = System.nanoTime();
                found = NameIndex.of(dataset, revision);
                keep(found);
                LOG.debug(
                        "Register of revision {}: {} names in {} ms",
                        revision,
                        found.size(),
                        (System.nanoTime() - start) / 1_000_000);
            }
            return found;
        } finally {
            building.unlock();
        }
    }

    private void lock(Runnable stop) {
        try {
            while (!building.tryLock(20, TimeUnit.MILLISECONDS)) {
                stop.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryCancelledException();
        }
    }

    private NameIndex find(long revision) {
        synchronized (kept) {
            return kept.stream()
                    .filter(register -> register.revision() == revision)
                    .findFirst()
                    .orElse(null);
        }
    }

    private void keep(NameIndex added) {
        synchronized (kept) {
            kept.addFirst(added);
            if (kept.size() > KEPT) {
                kept.remove(Collections.min(kept, Comparator.comparingLong(NameIndex::revision)));
            }
        }
    }
}
