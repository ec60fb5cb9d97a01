package org.entente.contact;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.execution.CancellationCheck;
import org.entente.store.CommittedState;
import org.entente.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contact index that belongs to the transaction in which it is asked for. Indexes of committed states are kept, the newest few
 * of each store; one that is missing is built from the state that the transaction sees, so index and graph never differ. A writing
 * transaction, a dataset that is not a store's, or a part of a store ({@code FROM}) gets an index of its own.
 */
public final class ContactIndexes {
    /** Long readers may still need an older state; more than this many are built again. */
    static final int KEPT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ContactIndexes.class);
    private static final Map<Store, ContactIndexes> OF_STORES = Collections.synchronizedMap(new WeakHashMap<>());

    private final ReentrantLock building = new ReentrantLock();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final AtomicBoolean warming = new AtomicBoolean();

    private record Kept(long revision, ContactIndex index) {}

    private ContactIndexes() {}

    /** The index of what the thread's transaction on the dataset sees. */
    public static ContactIndex in(DatasetGraph dataset) {
        return in(dataset, CancellationCheck.NEVER);
    }

    /**
     * The index of what the thread's transaction on the dataset sees.
     *
     * @param stop asked while it is built or while another thread builds it
     */
    public static ContactIndex in(DatasetGraph dataset, CancellationCheck stop) {
        Optional<CommittedState> state = CommittedState.of(dataset);
        return state.isPresent()
                ? of(state.get().store()).index(state.get().revision(), dataset, stop)
                : ContactIndexBuilder.build(dataset.getDefaultGraph(), stop);
    }

    /** What one function of one running query uses: an index that cannot be kept for others is kept as long as that. */
    public static final class OfQuery {
        private ContactIndex own;

        public ContactIndex in(DatasetGraph dataset, CancellationCheck stop) {
            if (own == null || CommittedState.of(dataset).isPresent()) {
                own = ContactIndexes.in(dataset, stop);
            }
            return own;
        }
    }

    /** Builds the index of the store's newest state now, and again in the background after every commit. */
    public static void keepWarm(Store store) {
        ContactIndexes indexes = of(store);
        indexes.warm(store);
        store.afterCommit(() -> indexes.warm(store));
    }

    private static ContactIndexes of(Store store) {
        return OF_STORES.computeIfAbsent(store, s -> new ContactIndexes());
    }

    private void warm(Store store) {
        if (!warming.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().daemon().name("contact-index").start(() -> {
            // A commit from here on starts another thread; the transaction below sees all before.
            warming.set(false);
            try {
                store.read(ContactIndexes::in);
            } catch (RuntimeException e) {
                LOG.debug("The contact index was not built ahead of its first question", e);
            }
        });
    }

    private ContactIndex index(long revision, DatasetGraph dataset, CancellationCheck stop) {
        ContactIndex found = find(revision);
        if (found != null) {
            return found;
        }
        lock(stop);
        try {
            found = find(revision);
            if (found == null) {
                long start = System.nanoTime();
                found = ContactIndexBuilder.build(dataset.getDefaultGraph(), stop);
                keep(new Kept(revision, found));
                LOG.debug(
                        "Contact index of revision {}: {} encounters, {} participations in {} ms",
                        revision,
                        found.encounterCount(),
                        found.participationCount(),
                        (System.nanoTime() - start) / 1_000_000);
            }
            return found;
        } finally {
            building.unlock();
        }
    }

    private void lock(CancellationCheck stop) {
        try {
            while (!building.tryLock(20, TimeUnit.MILLISECONDS)) {
                stop.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.jena.query.QueryCancelledException();
        }
    }

    private ContactIndex find(long revision) {
        synchronized (kept) {
            for (Kept each : kept) {
                if (each.revision == revision) {
                    return each.index;
                }
            }
            return null;
        }
    }

    private void keep(Kept added) {
        synchronized (kept) {
            kept.addFirst(added);
            if (kept.size() > KEPT) {
                kept.remove(Collections.min(kept, java.util.Comparator.comparingLong(Kept::revision)));
            }
        }
    }
}
