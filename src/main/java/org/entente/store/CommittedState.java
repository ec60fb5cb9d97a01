package org.entente.store;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;

/**
 * Names a committed state of a store. What was computed from one state may be used again wherever the same state is seen.
 *
 * @param store whose state it is
 * @param revision its number: no two states of an open store have the same
 */
public record CommittedState(Store store, long revision) {
    private static final List<WeakReference<Store>> OPEN = new CopyOnWriteArrayList<>();

    /**
     * The committed state that the thread's transaction on a dataset sees. Empty if there is none: the dataset is not the whole of
     * a store (another dataset, a view made by {@code FROM}), no transaction is open, or the transaction writes.
     */
    public static Optional<CommittedState> of(DatasetGraph dataset) {
        for (DatasetGraph layer = dataset; layer instanceof DatasetGraphWrapper wrapper; layer = wrapper.getWrapped()) {
            if (layer instanceof DynamicDatasetGraph) {
                return Optional.empty();
            }
        }
        if (!dataset.supportsTransactions()
                || !dataset.isInTransaction()
                || dataset.transactionMode() != ReadWrite.READ) {
            return Optional.empty();
        }
        DatasetGraph innermost = unwrapped(dataset);
        for (WeakReference<Store> open : OPEN) {
            Store store = open.get();
            if (store != null && store.innermost() == innermost) {
                long revision = ReleaseGraph.read(dataset).revision();
                return revision == 0 ? Optional.empty() : Optional.of(new CommittedState(store, revision));
            }
        }
        return Optional.empty();
    }

    static void watch(Store store) {
        OPEN.removeIf(open -> open.get() == null);
        OPEN.add(new WeakReference<>(store));
    }

    static void forget(Store store) {
        OPEN.removeIf(open -> open.get() == null || open.get() == store);
    }

    static DatasetGraph unwrapped(DatasetGraph dataset) {
        DatasetGraph layer = dataset;
        while (layer instanceof DatasetGraphWrapper wrapper) {
            layer = wrapper.getWrapped();
        }
        return layer;
    }
}
