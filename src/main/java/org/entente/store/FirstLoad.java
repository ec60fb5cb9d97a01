package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.rdf.Finding;
import org.entente.text.ExceptionText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A load into a store on disk that holds nothing. Its files are written beside, each index once and in its order, judged there, and take
 * the place of the empty ones at the end, as compaction does it. Until then nobody sees anything of it, and it can be given up.
 */
final class FirstLoad implements LoadTarget, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);

    private final DatasetGraphSwitchable store;
    private final StagedDataset staged;
    private final Deriver deriver;
    private final long revision;
    private final Path made;
    private @Nullable DatasetGraph database;
    private Object judged = new Object();

    /**
     * @param store the store, into which nobody else writes meanwhile
     * @param staged what files brought
     * @param revision number of the state that comes about
     * @throws StoreException if no files can be made
     */
    FirstLoad(DatasetGraph store, StagedDataset staged, Deriver deriver, long revision) {
        this.store = TDBInternal.getDatabaseContainer(store);
        this.staged = staged;
        this.deriver = deriver;
        this.revision = revision;
        try {
            this.made = StoreFolder.beside(this.store.getContainerPath());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Map<Node, String> announce(LoadedState state, String rules) {
        GraphSums.bring(staged, Changes.UNKNOWN, false);
        Map<Node, String> sums = GraphSums.kept(staged);
        ReleaseGraph.announce(staged, StateDigest.of(state, sums, rules), "");
        ReleaseGraph.countCommit(staged, revision - 1);
        ReleaseGraph.summed(staged);
        return sums;
    }

    @Override
    public void derive(Progress progress) {
        deriver.derive(staged, Changes.UNKNOWN, progress);
        progress.at("Writing what follows", 0, 0);
        DatasetGraph opened =
                DatabaseMgr.connectDatasetGraph(StoreFolder.above(made).toString());
        database = opened;
        staged.fill(opened, progress);
        opened.getContext().putAll(store.getContext());
        CommittedState.keepNothing(opened);
    }

    @Override
    public long countDerived() {
        return deriver.derived()
                .orElseGet(() -> Txn.calculateRead(
                        database(), () -> database().getGraph(Graphs.DERIVED).size()));
    }

    @Override
    public List<Finding> judge(CommitValidator validator, SourceLocations positions, Progress progress) {
        JudgedChanges difference = new JudgedChanges(new Object(), new Object(), Changes.UNKNOWN);
        List<Finding> findings =
                Txn.calculateRead(database(), () -> validator.ofDataset(database(), difference, positions, progress));
        judged = difference.now();
        return findings;
    }

    /** Stands for the state that was judged. */
    Object judged() {
        return judged;
    }

    /** Puts the new files in the place of the empty ones; waits for a moment without readers. */
    void adopt(TransactionGate gate) {
        expel();
        Compaction.adopt(store, gate, made, "loaded");
    }

    /** Removes what is left of files that were not adopted. */
    @Override
    public void close() {
        expel();
        try {
            StoreFolder.discard(made);
        } catch (IOException e) {
            LOG.debug("What is left of a first load goes at the next start", e);
        }
    }

    private DatasetGraph database() {
        DatasetGraph opened = database;
        if (opened == null) {
            throw new IllegalStateException("nothing was derived yet");
        }
        return opened;
    }

    private void expel() {
        if (database != null) {
            TDBInternal.expel(database, true);
            database = null;
        }
    }

    private StoreException failed(IOException e) {
        return new StoreException(
                "The store in " + store.getContainerPath() + " was not loaded: " + ExceptionText.of(e),
                new UncheckedIOException(e));
    }
}
