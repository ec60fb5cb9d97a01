package org.entente.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/** A committed state of a store, with a cache of what was computed from it. */
public final class CommittedState {
    /** Number of states that are kept: long-running readers may still need an older one. */
    private static final int KEPT = 3;

    /** The key in the context of the innermost dataset, which all layers and running queries share. */
    private static final Symbol COMPUTED = Symbol.create("https://w3id.org/entente/computed");

    private static final long UNREAD = -1;

    private final long revision;
    private final Kept kept;

    private CommittedState(long revision, Kept kept) {
        this.revision = revision;
        this.kept = kept;
    }

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
        Kept kept = innermost(dataset).getContext().get(COMPUTED);
        if (kept == null) {
            return Optional.empty();
        }
        Long seen = kept.seen.get();
        long revision = seen == null || seen == UNREAD ? ReleaseGraph.revision(dataset) : seen;
        if (seen != null && seen == UNREAD) {
            kept.seen.set(revision);
        }
        return revision == 0 ? Optional.empty() : Optional.of(new CommittedState(revision, kept));
    }

    /**
     * The cached value for this state; it is computed if there is none.
     *
     * @param kind class of the value; there is one value of each class
     * @param stop called from time to time while another thread computes the value; may throw to end the wait
     */
    public <T> T computed(Class<T> kind, Runnable stop, Supplier<T> compute) {
        return kind.cast(get(ofKind(kind), stop, compute::get));
    }

    /** Makes the value of a state from that of an earlier one. */
    @FunctionalInterface
    public interface Following<T> {
        /**
         * @param earlier value of an earlier state
         * @param changes of the view (the default graph) since then, all known; also those of names and classes in other graphs
         */
        T after(T earlier, Changes changes);
    }

    /**
     * The cached value for this state. If there is none it follows from the one that was computed last, where the changes since then
     * are known; else it is computed.
     *
     * @param stop called from time to time while another thread computes the value; may throw to end the wait
     */
    public <T> T following(Class<T> kind, Runnable stop, Supplier<T> compute, Following<T> follow) {
        PerRevision<?> ofKind = ofKind(kind);
        return kind.cast(get(ofKind, stop, () -> {
            PerRevision.Value<?> last = ofKind.last().orElse(null);
            Changes since = last == null ? Changes.UNKNOWN : kept.changes.between((Long) last.revision(), revision);
            return last == null || !since.known() ? compute.get() : follow.after(kind.cast(last.value()), since);
        }));
    }

    private <T> PerRevision<?> ofKind(Class<T> kind) {
        return kept.computed.computeIfAbsent(kind, k -> new PerRevision<T>(KEPT));
    }

    /** Says how a state that is about to be committed differs from the one before. */
    static void changed(DatasetGraph dataset, long before, long now, Changes changes) {
        Kept kept = innermost(dataset).getContext().get(COMPUTED);
        if (kept != null) {
            kept.changes.add(before, now, changes);
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T get(PerRevision<?> ofKind, Runnable stop, Supplier<T> compute) {
        return ((PerRevision<T>) ofKind).get(revision, stop, compute);
    }

    /** The number of the state, unique within an open store. */
    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommittedState state && state.revision == revision && state.kept == kept;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(revision);
    }

    /** Enables the cache for the states of this dataset. */
    static void keep(DatasetGraph dataset) {
        innermost(dataset).getContext().set(COMPUTED, new Kept());
    }

    /** Has a dataset that took over the context of another one not share the cache. */
    static void keepNothing(DatasetGraph dataset) {
        innermost(dataset).getContext().remove(COMPUTED);
    }

    /** The thread begins to read: it sees one state until it ends. */
    static void begin(DatasetGraph dataset) {
        Kept kept = innermost(dataset).getContext().get(COMPUTED);
        if (kept != null) {
            kept.seen.set(UNREAD);
        }
    }

    /** The thread reads no more, or begins to write. */
    static void end(DatasetGraph dataset) {
        Kept kept = innermost(dataset).getContext().get(COMPUTED);
        if (kept != null) {
            kept.seen.remove();
        }
    }

    /** What is kept with a store. */
    private static final class Kept {
        final Map<Class<?>, PerRevision<?>> computed = new ConcurrentHashMap<>();
        final StateChanges changes = new StateChanges();
        /** The state that the thread's transaction sees, once somebody has asked. */
        final ThreadLocal<@Nullable Long> seen = new ThreadLocal<>();
    }

    private static DatasetGraph innermost(DatasetGraph dataset) {
        DatasetGraph layer = dataset;
        while (layer instanceof DatasetGraphWrapper wrapper) {
            layer = wrapper.getWrapped();
        }
        return layer;
    }
}
