package org.entente.store;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.bounds.WatchedPaths;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;

/**
 * The one dataset: TDB2 on disk or in memory, behind transactions. Readers see a committed state, whole; one writer at a time.
 * A write that throws leaves the store as it was, and so does a process that is killed before its commit.
 */
public final class Store implements AutoCloseable {
    private final DatasetGraph base;
    private final DerivingDataset dataset;
    private volatile CommitValidator validator = CommitValidator.OPEN;

    private Store(DatasetGraph base, Derivation derivation) {
        this.base = base;
        this.dataset = new DerivingDataset(base, derivation);
        // Closed by default: nothing in a query may make this service call another one.
        dataset.getContext().set(ARQ.httpServiceAllowed, false);
        WatchedPaths.watch(dataset.getContext());
        CommittedState.keep(dataset);
    }

    /**
     * Opens the store in a folder, which is made if it is missing.
     *
     * @throws StoreException if the folder cannot be used, or another process has it open
     */
    public static Store onDisk(Path folder, Derivation derivation) {
        DatasetGraph database = StoreFolder.open(folder);
        try {
            return new Store(database, derivation);
        } catch (RuntimeException e) {
            TDBInternal.expel(database);
            throw e;
        }
    }

    /** A store that lives as long as the process. */
    public static Store inMemory(Derivation derivation) {
        return new Store(DatasetGraphFactory.createTxnMem(), derivation);
    }

    /** Runs a reader in a read transaction (its own, or the thread's, if one is open). */
    public <T> T read(Function<DatasetGraph, T> reader) {
        return Txn.calculateRead(dataset, () -> reader.apply(dataset));
    }

    /** Runs a writer in one write transaction: what it throws aborts the transaction and is thrown on. */
    public void write(Consumer<DatasetGraph> writer) {
        Txn.executeWrite(dataset, () -> writer.accept(dataset));
    }

    /** Has writes from outside ({@link #writeJudged}) judged by this validator; without one they are not judged. */
    public void judgeWith(CommitValidator judging) {
        validator = judging;
    }

    /**
     * Runs a writer from outside, who gets no hand on derived graphs, then derives and judges as a load does.
     *
     * @throws ReadOnlyGraphException if it writes into a graph that is derived
     * @throws AppendOnlyException if it takes something out of the log of links
     * @throws RefusedWrite if shapes or checks find an error; nothing is committed then
     */
    public void writeJudged(Consumer<DatasetGraph> writer) {
        Txn.executeWrite(dataset, () -> {
            writer.accept(new WritableGraphs(dataset));
            dataset.checkLog();
            dataset.derive();
            List<Finding> findings = validator.ofDataset(dataset, new SourceLocations());
            if (findings.stream().anyMatch(Finding::isError)) {
                throw new RefusedWrite(findings.stream()
                        .filter(f -> f.severity() != Severity.NOTE)
                        .toList());
            }
        });
    }

    /** Runs the derivation inside the thread's write transaction, so that the result can be judged before the commit. */
    void derive() {
        dataset.derive();
    }

    /** What the store holds now. */
    public Release release() {
        return read(ReleaseGraph::read);
    }

    /** Has this run after every commit that wrote, on the writer's thread: it must be quick and must not throw. */
    public void afterCommit(Runnable listener) {
        dataset.afterCommit(listener);
    }

    /** The names of everything in the store, as of the newest committed state (or of the state the thread's transaction sees). */
    public NameIndex names() {
        return read(d -> NameIndex.in(d, () -> {}));
    }

    /** Builds the index of names now, and again after every commit, in the background. */
    public void keepNamesWarm() {
        keepWarm("name-index", d -> NameIndex.in(d, () -> {}));
    }

    /**
     * Reads in the background now, and again after every commit, so that what is computed from a state is there when it is asked for.
     *
     * @param name of the thread
     */
    public void keepWarm(String name, Consumer<DatasetGraph> reader) {
        WarmUp warmUp = new WarmUp(
                name,
                () -> read(newest -> {
                    reader.accept(newest);
                    return null;
                }));
        warmUp.run();
        afterCommit(warmUp);
    }

    /** The dataset itself, for Fuseki, which brings its own transactions. */
    public DatasetGraph dataset() {
        return dataset;
    }

    @Override
    public void close() {
        if (TDBInternal.isTDB2(base)) {
            // Closing the dataset would keep the connection and its lock in a cache of the process.
            TDBInternal.expel(base);
        } else {
            base.close();
        }
    }
}
