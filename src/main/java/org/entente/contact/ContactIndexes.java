package org.entente.contact;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.execution.CancellationCheck;
import org.entente.store.Changes;
import org.entente.store.CommittedState;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The contact index that belongs to the transaction in which it is asked for. Indexes of committed states are kept, the newest few
 * of each store. One that is missing follows from the one before by what was written since, or is built from the state that the
 * transaction sees, so index and graph never differ. A writing
 * transaction, a dataset that is not a store's, or a part of a store ({@code FROM}) gets an index of its own.
 */
public final class ContactIndexes {
    private static final int FEW = 1_000;

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
        return CommittedState.of(dataset)
                .map(state -> state.following(
                        ContactIndex.class,
                        stop::check,
                        () -> build(dataset, stop),
                        (earlier, changes) -> of(dataset.getDefaultGraph(), earlier, changes, stop)))
                .orElseGet(() -> build(dataset, stop));
    }

    private static ContactIndex build(DatasetGraph dataset, CancellationCheck stop) {
        return of(dataset.getDefaultGraph(), stop);
    }

    /**
     * Builds the index of a view.
     *
     * @param view the default graph, inside a transaction
     * @param stop asked every few thousand statements
     */
    static ContactIndex of(Graph view, CancellationCheck stop) {
        return new ContactIndex(ContactIndexBuilder.build(view, stop));
    }

    /**
     * The index of a view that differs from an earlier one by known changes. Equal to one that is built of the whole view.
     *
     * @param view the default graph after the changes, inside a transaction
     */
    static ContactIndex of(Graph view, ContactIndex earlier, Changes changes, CancellationCheck stop) {
        Touched touched = Touched.by(changes, earlier, view);
        if (touched.isEmpty()) {
            return earlier;
        }
        // One by one they are looked up more slowly than all are read.
        int many = FEW + (earlier.encounterCount() + earlier.participationCount()) / 4;
        return touched.count() > many
                ? of(view, stop)
                : new ContactIndex(ContactIndexBuilder.follow(earlier, touched, view, stop));
    }

    /** What one function of one running query uses: an index that cannot be kept for others is kept as long as that. */
    public static final class OfQuery {
        private @Nullable ContactIndex own;

        public ContactIndex in(DatasetGraph dataset, CancellationCheck stop) {
            if (own == null || CommittedState.of(dataset).isPresent()) {
                own = ContactIndexes.in(dataset, stop);
            }
            return own;
        }
    }

    /** Builds the index of the store's newest state now, and again in the background after every commit. */
    public static void keepWarm(Store store) {
        store.keepWarm("contact-index", ContactIndexes::in);
    }
}
