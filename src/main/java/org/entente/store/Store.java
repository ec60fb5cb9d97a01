package org.entente.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.bounds.WatchedPaths;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;

/**
 * The dataset, in TDB2 on disk or in memory, behind transactions. Readers see one committed state; there is one writer
 * at a time. If a write throws or the process is killed before the commit, the store stays as it was.
 */
public final class Store implements AutoCloseable {
    /** How long a store that is closed waits for its readers. */
    private static final Duration LAST_READERS = Duration.ofSeconds(10);

    private final DatasetGraph base;
    private final DerivingDataset dataset;
    private final boolean ownsGraphs;
    private volatile CommitValidator validator = CommitValidator.OPEN;
    private volatile LoadedGraphs loadedGraphs = LoadedGraphs.NONE;

    private Store(DatasetGraph base, Derivation derivation) {
        this.base = base;
        this.dataset = new DerivingDataset(base, derivation);
        this.ownsGraphs = derivation.ownsGraphs();
        // By default no query can make this service call another one.
        dataset.getContext().set(ARQ.httpServiceAllowed, false);
        WatchedPaths.watch(dataset.getContext());
        CommittedState.keep(dataset);
        description();
    }

    /**
     * Opens the store in a folder, which is created if it is missing.
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

    /** Creates a store in memory. */
    public static Store inMemory(Derivation derivation) {
        return new Store(DatasetGraphFactory.createTxnMem(), derivation);
    }

    /** Runs a reader in the open transaction of the thread, or in a read transaction of its own. */
    public <T> T read(Function<DatasetGraph, T> reader) {
        return Txn.calculateRead(dataset, () -> reader.apply(dataset));
    }

    /** Runs a writer in one write transaction. An exception aborts the transaction and is passed on. */
    public void write(Consumer<DatasetGraph> writer) {
        writing(() -> writer.accept(dataset));
    }

    /** One write transaction. Files that are mapped into memory cannot say that their disk is full: Java says that the memory failed. */
    private void writing(Runnable work) {
        guarded(() -> Txn.executeWrite(dataset, work));
    }

    private void guarded(Runnable writing) {
        folder().filter(Files::notExists).ifPresent(gone -> {
            throw new StoreException(
                    "The folder of the store, " + gone
                            + ", is gone: what is written now would be lost with the process. Put it back, or start again. Nothing was changed.");
        });
        try {
            writing.run();
        } catch (InternalError e) {
            throw new StoreException(
                    "The store cannot be written: no space left on its disk, or the disk fails. Nothing was changed. Make room for "
                            + folder().map(Path::toString).orElse("it") + " and try again.",
                    e);
        }
    }

    /** Sets the validator for writes from outside, see {@link #writeJudged}. Without one they are not validated. */
    public void judgeWith(CommitValidator judging) {
        validator = judging;
    }

    CommitValidator validator() {
        return validator;
    }

    /**
     * Runs a writer from outside, which cannot change derived graphs, then derives and validates as a load does.
     *
     * @return what the writer changed itself, without what follows from it
     * @throws ReadOnlyGraphException if it writes into a graph that is derived
     * @throws AppendOnlyException if it removes something from the log of links
     * @throws BadIriException if it adds an IRI that is none
     * @throws RefusedWrite if shapes or checks find errors; nothing is committed
     */
    public Changes writeJudged(Consumer<DatasetGraph> writer) {
        Changes[] changes = {Changes.UNKNOWN};
        writing(() -> {
            ChangeLog log = ChangeLog.fromNow(dataset);
            DatasetGraph counted = new LoggedDataset(dataset, log);
            writer.accept(ownsGraphs ? new WritableGraphs(counted) : counted);
            changes[0] = log.changes();
            BadIriException.checkAll(changes[0].added());
            dataset.checkLog();
            deriveAndJudge();
        });
        return changes[0];
    }

    private void deriveAndJudge() {
        dataset.derive(Progress.SILENT);
        List<Finding> findings = judge(validator, new SourceLocations());
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new RefusedWrite(
                    findings.stream().filter(f -> f.severity() != Severity.NOTE).toList());
        }
    }

    /**
     * Runs the derivation in the write transaction of the thread, so that the result can be validated before the
     * commit.
     */
    void derive(Progress progress) {
        dataset.derive(progress);
    }

    /** Where a load writes in the write transaction of the thread. */
    LoadTarget target() {
        return new LoadTarget() {
            @Override
            public Map<Node, String> announce(LoadedState state, String rules) {
                return Store.this.announce(state, rules, "");
            }

            @Override
            public void derive(Progress progress) {
                Store.this.derive(progress);
            }

            @Override
            public long countDerived() {
                return dataset.countDerived();
            }

            @Override
            public List<Finding> judge(CommitValidator judging, SourceLocations positions, Progress progress) {
                return dataset.judge(judging, positions, progress);
            }
        };
    }

    /** Whether nothing was ever written, and the store is on disk: then {@link #loadFirst} will do unless somebody is quicker. */
    boolean awaitsFirstLoad() {
        return TDBInternal.isTDB2(base) && read(ReleaseGraph::revision) == 0;
    }

    /**
     * Loads into a store on disk that holds nothing, instead of in a write transaction: much quicker.
     *
     * @param staged what files brought
     * @param steps what is to be done; an exception undoes it
     * @return false if nothing was done, because the store is another one
     */
    boolean loadFirst(StagedDataset staged, Consumer<LoadTarget> steps) {
        boolean[] loaded = new boolean[1];
        guarded(() -> loaded[0] = dataset.loadFirst(staged, steps));
        return loaded[0];
    }

    /** What a validator finds in the write transaction of the thread. It may look at nothing but what changed since it judged last. */
    List<Finding> judge(CommitValidator judging, SourceLocations positions) {
        return dataset.judge(judging, positions, Progress.SILENT);
    }

    /** Says in the write transaction of the thread what was loaded, with a hash of it; gives the sums of the graphs. */
    Map<Node, String> announce(LoadedState state, String rules, String setBackFrom) {
        Map<Node, String> sums = dataset.sums();
        ReleaseGraph.announce(dataset, StateDigest.of(state, sums, rules), setBackFrom);
        return sums;
    }

    /** What the last load of this process brought. */
    LoadedGraphs loadedGraphs() {
        return loadedGraphs;
    }

    /** A load was committed. */
    void loaded(LoadedGraphs graphs) {
        loadedGraphs = graphs;
    }

    /** The state that the thread's transaction sees, else the newest committed one. */
    public Release release() {
        return read(StateDigest::release);
    }

    /** What the last load brought; empty before the first one. */
    public Optional<LoadedState> loadedState() {
        return read(ReleaseGraph::loaded);
    }

    /** Graphs with statements that the service wrote: decisions, links, the snapshot of Wikidata. No load replaces them. */
    public Set<Node> ownGraphs() {
        return read(StateDigest::ownGraphs);
    }

    /**
     * A store in memory with a state that was kept, derived statements included. It is only read.
     *
     * @param rules hash of its rules
     * @param quads adds all statements to the dataset
     */
    public static Store ofState(LoadedState state, String rules, Consumer<DatasetGraph> quads) {
        DatasetGraph base = FrozenDataset.empty();
        quads.accept(base);
        ReleaseGraph.announce(base, StateDigest.again(base, state, rules), "");
        ReleaseGraph.countCommit(base, 0);
        return new Store(new FrozenDataset(base), Derivation.NONE);
    }

    /**
     * Replaces what files brought by an earlier state, in one transaction; what the service wrote stays. Derives and judges as a load
     * does.
     *
     * @param rules hash of the rules by which the store derives now
     * @param quads adds the statements of the loaded graphs to the dataset
     * @param setBackFrom id of the release that is left; "" when it is entered again
     * @throws RefusedWrite if shapes or checks find errors together with what stays; nothing is committed
     */
    public void setBack(LoadedState state, String rules, Consumer<DatasetGraph> quads, String setBackFrom) {
        writing(() -> {
            ReleaseGraph.parts(dataset).forEach(dataset::removeGraph);
            state.graphs().forEach(dataset::removeGraph);
            quads.accept(dataset);
            announce(state, rules, setBackFrom);
            deriveAndJudge();
        });
    }

    /** What the loaded collection says about itself. */
    public CollectionDescription description() {
        return read(CollectionDescription::in);
    }

    /** Runs a listener after every commit of a write, on the writer's thread. It must be quick and must not throw. */
    public void afterCommit(Runnable listener) {
        dataset.afterCommit(listener);
    }

    /**
     * The names of all entities, in the state that the thread's transaction sees, else in the newest committed state.
     */
    public NameIndex names() {
        return read(d -> NameIndex.in(d, () -> {}));
    }

    /** Builds the index of names in the background, now and after every commit. */
    public void keepNamesWarm() {
        keepWarm("name-index", d -> NameIndex.in(d, () -> {}));
    }

    /** Derives and judges in the background what is there, so that the first write need not begin with everything. */
    public void prepareWrites() {
        new WarmUp("derivation", () -> dataset.prepare(validator)).run();
    }

    /**
     * Runs a reader in the background, now and after every commit, so that its cached results are ready when they are
     * needed.
     *
     * @param name name of the thread
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

    /**
     * Gives back the room of what was deleted and replaced: copies the statements into new files and changes to them. Readers go on,
     * writers wait.
     *
     * @throws StoreException if it cannot be done, or the store is in memory; then everything is as it was
     */
    public void compact(Progress progress) {
        dataset.compact(progress);
    }

    /** The folder of the store; empty for one in memory. */
    public Optional<Path> folder() {
        return TDBInternal.isTDB2(base)
                ? Optional.of(TDBInternal.getDatabaseContainer(base).getContainerPath())
                : Optional.empty();
    }

    /** Size of the files of the store, in bytes; 0 in memory. */
    public long bytes() {
        return folder().map(StoreFolder::bytes).orElse(0L);
    }

    /**
     * Makes a store of statements that were backed up.
     *
     * @param replace whether a store that is there may be replaced
     * @param quads adds all statements to the dataset
     * @param check looks at what was made; may throw
     * @throws StoreException if it cannot be done; then what was there is as it was
     */
    public static void restore(
            Path folder, boolean replace, Consumer<DatasetGraph> quads, Consumer<DatasetGraph> check) {
        StoreFolder.restore(folder, replace, quads, check);
    }

    /**
     * What is wrong with the files of this store, a line each: indexes that differ, statements that cannot be read. Empty if everything
     * is well. Reads all of it.
     */
    public List<String> damage(Progress progress) {
        return read(d -> StoreIntegrity.problems(base, progress));
    }

    /** The dataset itself, for Fuseki, which brings its own transactions. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** Closes the store when those who read it now are done, or after a while. */
    @Override
    public void close() {
        dataset.close(LAST_READERS, () -> {
            if (TDBInternal.isTDB2(base)) {
                // closing the dataset would leave the connection and its lock in a cache of the process
                TDBInternal.expel(base);
            } else {
                base.close();
            }
        });
    }
}
