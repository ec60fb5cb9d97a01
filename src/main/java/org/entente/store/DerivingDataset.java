package org.entente.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * A dataset that derives before every commit. Loads, SPARQL updates and the Graph Store Protocol all end in
 * {@link #commit()}, so none of them can leave outdated encounters behind.
 */
final class DerivingDataset extends DatasetGraphWrapper {
    private final DatasetGraph base;
    private final Deriver deriver;
    private final ChangeLog changes;
    private final ThreadLocal<Boolean> derived = ThreadLocal.withInitial(() -> false);
    private final TransactionGate gate = new TransactionGate();
    private final AppendOnlyGuard log = new AppendOnlyGuard();
    private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();
    // An update may remove the graph that counts; two states must never have the same number. Written by one writer at
    // a time.
    private volatile long counted;

    DerivingDataset(DatasetGraph base, Derivation derivation) {
        this(base, derivation, new ChangeLog(base));
    }

    private DerivingDataset(DatasetGraph base, Derivation derivation, ChangeLog changes) {
        super(new LoggedDataset(base, changes));
        this.base = base;
        this.deriver = derivation.forStore();
        this.changes = changes;
    }

    /** Derives now, for a writer that validates the result before it commits; the commit does not derive again. */
    void derive() {
        TimeSpans.complete(get(), changes.changes());
        Changes now = changes.changes();
        try {
            deriver.derive(base, now);
            changes.seen(now);
        } catch (RuntimeException | Error e) {
            changes.forget();
            throw e;
        }
        derived.set(true);
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
        boolean promoted = super.promote(mode);
        beginWriting();
        return promoted;
    }

    private void beginWriting() {
        if (transactionMode() == ReadWrite.WRITE) {
            log.remember(get());
        }
    }

    @Override
    public void commit() {
        if (transactionMode() == ReadWrite.WRITE) {
            try {
                if (!derived.get()) {
                    derive();
                }
                log.check(get());
                counted = ReleaseGraph.countCommit(get(), counted);
            } catch (RuntimeException | Error e) {
                // Jena's Txn does not abort when the commit itself fails: the writer would go on holding the
                // transaction.
                abort();
                end();
                throw e;
            }
            super.commit();
            changes.committed();
            log.committed();
            gate.leave();
            afterCommit.forEach(Runnable::run);
            return;
        }
        super.commit();
        gate.leave();
    }

    @Override
    public void abort() {
        if (transactionMode() == ReadWrite.WRITE) {
            changes.aborted();
        }
        super.abort();
        gate.leave();
    }

    /** Copies what is there now into new files, see {@link Compaction}. */
    void compact(Progress progress) {
        Compaction.run(base, gate, progress);
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
        }
        derived.remove();
        super.end();
        gate.leave();
    }
}
