package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.text.ExceptionText;

/**
 * Copies what a store holds now into new files, and uses these from then on: TDB2 never gives back the room of what was deleted or
 * replaced. Readers go on; writers wait until it is done.
 */
final class Compaction {
    /** Longer than any query may take, twice. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DatasetGraphSwitchable store;
    private final TransactionGate gate;
    /** What is done to the store, for messages. */
    private final String done;

    private Compaction(DatasetGraphSwitchable store, TransactionGate gate, String done) {
        this.store = store;
        this.gate = gate;
        this.done = done;
    }

    /**
     * Changes to a database that was made beside, while nobody writes.
     *
     * @param done what is done to the store, in a word
     * @throws StoreException if it cannot be done; then everything is as it was
     */
    static void adopt(DatasetGraphSwitchable store, TransactionGate gate, Path made, String done) {
        Compaction compaction = new Compaction(store, gate, done);
        compaction.explained(() -> compaction.adopt(made));
    }

    /** @throws StoreException if it cannot be done; then everything is as it was */
    static void run(DatasetGraph database, TransactionGate gate, Progress progress) {
        if (!TDBInternal.isTDB2(database)) {
            throw new StoreException("A store in memory has no files that could be compacted.");
        }
        Compaction compaction = new Compaction(TDBInternal.getDatabaseContainer(database), gate, "compacted");
        gate.withoutWriters(() -> compaction.explained(() -> compaction.run(progress)));
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void explained(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("The store was not " + done + ": the program is being stopped.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "The store in " + store.getContainerPath() + " was not " + done + ": " + ExceptionText.of(e), e);
        }
    }

    private void run(Progress progress) throws IOException, InterruptedException {
        Path made = StoreFolder.make(
                store.getContainerPath(),
                target -> Txn.executeRead(store, () -> StoreFolder.copy(store, target, progress)));
        try {
            progress.at("Changing to the new files", 0, 0);
            adopt(made);
        } finally {
            StoreFolder.discard(made);
        }
    }

    private void adopt(Path made) throws IOException, InterruptedException {
        Path folder = store.getContainerPath();
        Location old = ((DatasetGraphTDB) store.get()).getLocation();
        if (!gate.alone(PATIENCE, () -> change(folder, made))) {
            throw new StoreException("The store was not " + done + ", and nothing was changed: for "
                    + PATIENCE.toMinutes()
                    + " minutes there was no moment without a reader. Try again when there is less to do.");
        }
        StoreConnection.release(old);
        StoreFolder.removeOlder(folder);
    }

    /** Nobody reads or writes. */
    private void change(Path folder, Path made) {
        DatasetGraph before = store.get();
        Path generation = StoreFolder.moveIn(folder, made);
        try {
            DatasetGraphTDB after = StoreConnection.connectCreate(Location.create(generation.toString()))
                    .getDatasetGraphTDB();
            // What was forbidden stays forbidden, and what was computed of the state is still right.
            after.getContext().putAll(before.getContext());
            store.set(after);
        } catch (RuntimeException e) {
            // The next start would open it.
            StoreFolder.moveOut(generation, made);
            throw e;
        }
    }
}
