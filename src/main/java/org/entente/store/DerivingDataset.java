package org.entente.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.rdf.Finding;

/**
 * A dataset that derives before every commit. Loads, SPARQL updates and the Graph Store Protocol all end in
 * {@link #commit()}, so none of them can leave outdated encounters behind.
 */
final class DerivingDataset extends DatasetGraphWrapper {
    /** More is not worth the memory: whoever changes so much derives everything anew. */
    private static final int MOST_TO_DERIVE = 2_000_000;
    /** Of so many statements it is quicker to read everything. */
    private static final int MOST_TO_TELL = 20_000;
    /** Of more statements an index is built anew. */
    private static final int MOST_TO_FOLLOW = 10_000;

    private final DatasetGraph base;
    private final LoggedDataset stated;
    private final LoggedDataset derivedInto;
    private final Deriver deriver;
    /** Told to the deriver: what others than the deriver itself write. */
    private final ChangeLog changes;
    /** Told to whoever judges, derived statements included. */
    private final ChangeLog unjudged;

    private final ChangeLog unsummed;
    /** What the open transaction changes in the view, and of names anywhere. */
    private final ChangeLog viewed;

    private long begunAt;
    private Object judged = new Object();
    private final ThreadLocal<Boolean> derived = ThreadLocal.withInitial(() -> false);
    private final TransactionGate gate = new TransactionGate();
    private final AppendOnlyGuard log = new AppendOnlyGuard();
    private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();
    // An update may remove the graph that counts; two states must never have the same number. Written by one writer at
    // a time.
    private volatile long counted;

    DerivingDataset(DatasetGraph base, Derivation derivation) {
        this(
                base,
                derivation,
                new ChangeLog(base, MOST_TO_DERIVE),
                new ChangeLog(base, MOST_TO_TELL),
                new ChangeLog(base, MOST_TO_TELL),
                new ChangeLog(base, MOST_TO_FOLLOW, quad -> quad.isDefaultGraph() || NameIndex.concerns(quad)));
    }

    private DerivingDataset(
            DatasetGraph base,
            Derivation derivation,
            ChangeLog changes,
            ChangeLog unjudged,
            ChangeLog unsummed,
            ChangeLog viewed) {
        super(new LoggedDataset(base, changes, unjudged, unsummed, viewed));
        this.base = base;
        this.stated = (LoggedDataset) get();
        this.derivedInto = new LoggedDataset(base, unjudged, viewed);
        this.deriver = derivation.forStore();
        this.changes = changes;
        this.unjudged = unjudged;
        this.unsummed = unsummed;
        this.viewed = viewed;
    }

    /** Derives now, for a writer that validates the result before it commits; the commit does not derive again. */
    void derive(Progress progress) {
        TimeSpans.complete(get(), changes.changes());
        Changes now = changes.changes();
        try {
            deriver.derive(derivedInto, now, progress);
            changes.seen(now);
        } catch (RuntimeException | Error e) {
            changes.forget();
            throw e;
        }
        derived.set(true);
    }

    /** Number of derived statements. */
    long countDerived() {
        return deriver.derived().orElseGet(() -> get().getGraph(Graphs.DERIVED).size());
    }

    /**
     * Derives and judges the committed state, so that the next write need not begin with everything. Other writers wait, who would have
     * to do it. Nothing is written.
     */
    void prepare(CommitValidator validator) {
        begin(TxnType.WRITE);
        try {
            if (ReleaseGraph.revision(get()) == 0) {
                return;
            }
            long before = stated.writes() + derivedInto.writes();
            derive(Progress.SILENT);
            judge(validator, new SourceLocations(), Progress.SILENT);
            if (stated.writes() + derivedInto.writes() == before) {
                // What was told is what is committed.
                changes.committed();
                unjudged.committed();
            }
        } finally {
            abort();
            end();
        }
    }

    /**
     * Loads into a store on disk that holds nothing. Other writers wait; readers go on.
     *
     * @param staged what files brought
     * @param steps an exception gives it up; then everything is as it was
     * @return false if it was not done, because the store is in memory or holds something
     */
    boolean loadFirst(StagedDataset staged, Consumer<LoadTarget> steps) {
        if (!TDBInternal.isTDB2(base)) {
            return false;
        }
        boolean[] loaded = new boolean[1];
        gate.withoutWriters(() -> {
            if (Txn.calculateRead(this, this::holdsNothing)) {
                loadFirstAlone(staged, steps);
                loaded[0] = true;
            }
        });
        if (loaded[0]) {
            afterCommit.forEach(Runnable::run);
        }
        return loaded[0];
    }

    private boolean holdsNothing() {
        return base.isEmpty() && base.prefixes().isEmpty();
    }

    private void loadFirstAlone(StagedDataset staged, Consumer<LoadTarget> steps) {
        long revision = counted + 1;
        changes.forget();
        unjudged.forget();
        judged = new Object();
        try (FirstLoad load = new FirstLoad(base, staged, deriver, revision)) {
            steps.accept(load);
            CommittedState.changed(base, 0, revision, Changes.UNKNOWN);
            load.adopt(gate);
            judged = load.judged();
        }
        counted = revision;
        for (ChangeLog told : List.of(changes, unjudged)) {
            told.seen(Changes.UNKNOWN);
            told.committed();
        }
    }

    /** Has everything judged that is there now. */
    List<Finding> judge(CommitValidator validator, SourceLocations positions, Progress progress) {
        JudgedChanges difference = new JudgedChanges(judged, new Object(), unjudged.changes());
        // Whatever goes wrong, the next state is not compared with this one.
        judged = new Object();
        List<Finding> findings = validator.ofDataset(this, difference, positions, progress);
        unjudged.seen(difference.changes());
        judged = difference.now();
        return findings;
    }

    /** The sums of all graphs as they are now. */
    Map<Node, String> sums() {
        GraphSums.bring(get(), unsummed.changes(), ReleaseGraph.isSummed(get()));
        unsummed.begin();
        return GraphSums.kept(get());
    }

    /**
     * Checks now whether the log of links still has all committed entries, for a writer that wants to know before it
     * derives.
     */
    void checkLog() {
        log.check(get());
    }

    @Override
    public void begin(TxnType type) {
        gate.enter(type != TxnType.READ);
        try {
            super.begin(type);
            CommittedState.begin(get());
        } catch (RuntimeException | Error e) {
            if (!isInTransaction()) {
                gate.leave();
            }
            throw e;
        }
        beginWriting();
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(TxnType.convert(mode));
    }

    @Override
    public boolean promote(Promote mode) {
        boolean wrote = transactionMode() == ReadWrite.WRITE;
        boolean promoted = super.promote(mode);
        if (!wrote) {
            beginWriting();
        }
        return promoted;
    }

    private void beginWriting() {
        if (transactionMode() == ReadWrite.WRITE) {
            CommittedState.end(get());
            log.remember(get());
            unsummed.begin();
            viewed.begin();
            begunAt = ReleaseGraph.revision(get());
        }
    }

    @Override
    public void commit() {
        if (transactionMode() == ReadWrite.WRITE) {
            try {
                if (!derived.get()) {
                    derive(Progress.SILENT);
                }
                log.check(get());
                sums();
                counted = ReleaseGraph.countCommit(get(), counted);
                ReleaseGraph.summed(get());
                CommittedState.changed(get(), begunAt, counted, viewed.changes());
            } catch (RuntimeException | Error e) {
                // Jena's Txn does not abort when the commit itself fails: the writer would go on holding the
                // transaction.
                abort();
                end();
                throw e;
            }
            super.commit();
            changes.committed();
            unjudged.committed();
            log.committed();
            gate.leave();
            afterCommit.forEach(Runnable::run);
            return;
        }
        super.commit();
        leave();
    }

    private void leave() {
        CommittedState.end(get());
        gate.leave();
    }

    @Override
    public void abort() {
        if (transactionMode() == ReadWrite.WRITE) {
            changes.aborted();
            unjudged.aborted();
        }
        super.abort();
        leave();
    }

    /** Copies what is there now into new files, see {@link Compaction}. */
    void compact(Progress progress) {
        Compaction.run(base, gate, progress);
    }

    /** Runs work when nobody is in a transaction any more, see {@link TransactionGate#close}. */
    void close(Duration patience, Runnable work) {
        gate.close(patience, work);
    }

    /** Runs a listener after every commit of a write, on the writer's thread. It must be quick and must not throw. */
    void afterCommit(Runnable listener) {
        afterCommit.add(listener);
    }

    @Override
    public void end() {
        if (isInTransaction() && transactionMode() == ReadWrite.WRITE) {
            // neither committed nor aborted, which Jena takes for an abort
            changes.aborted();
            unjudged.aborted();
        }
        derived.remove();
        super.end();
        leave();
    }
}
