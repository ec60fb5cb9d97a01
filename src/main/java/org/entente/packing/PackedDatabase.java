package org.entente.packing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Fills an empty TDB2 database with statements in numbers. */
public final class PackedDatabase {
    private static final String TRIPLE = "SPO";
    private static final String QUAD = "GSPO";
    /** How often it is told how far it is, in rows. */
    private static final int TOLD = 10_000;

    private final DatasetGraphTDB database;
    private final LongConsumer progress;
    private long written;

    private PackedDatabase(DatasetGraphTDB database, LongConsumer progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * Writes statements, on which nobody else works, into an empty database in which no transaction is open. They may be there twice. The
     * numbers of the rows are spoilt. If it fails, the database is of no use.
     *
     * @param triples of the default graph
     * @param progress told from time to time how many entries of {@link #entries} are written
     */
    public static void fill(
            DatasetGraph database, TermNumbers terms, NumberRows triples, NumberRows quads, LongConsumer progress) {
        new PackedDatabase(TDBInternal.getDatasetGraphTDB(database), progress).fill(terms, triples, quads);
    }

    /** How many entries in indexes {@link #fill} writes. */
    public static long entries(TermNumbers terms, NumberRows triples, NumberRows quads) {
        return terms.size() + 3L * triples.size() + 6L * quads.size();
    }

    private void fill(TermNumbers terms, NumberRows triples, NumberRows quads) {
        StoredTerms stored = storeTerms(terms);
        triples.replace(stored.ranks());
        quads.replace(stored.ranks());
        pack(database.getTripleTable().getNodeTupleTable().getTupleTable(), TRIPLE, triples, stored.ids());
        pack(database.getQuadTable().getNodeTupleTable().getTupleTable(), QUAD, quads, stored.ids());
    }

    private StoredTerms storeTerms(TermNumbers terms) {
        NodeTable table = database.getQuadTable().getNodeTupleTable().getNodeTable();
        TransactionCoordinator coordinator = CoLib.newCoordinator();
        CoLib.add(coordinator, table);
        CoLib.start(coordinator);
        Transaction transaction = coordinator.begin(TxnType.WRITE);
        boolean done = false;
        try {
            StoredTerms stored = StoredTerms.write(terms, LoaderOps.ntDataFile(table));
            pack(LoaderOps.ntBPTree(table), stored.records());
            transaction.commit();
            done = true;
            return stored;
        } finally {
            if (!done) {
                transaction.abort();
            }
            transaction.end();
        }
    }

    private void pack(TupleTable table, String columns, NumberRows rows, long[] ids) {
        for (TupleIndex index : table.getIndexes()) {
            int[] by = index.getName().chars().map(columns::indexOf).toArray();
            int[] order = rows.order(by);
            CoLib.executeWrite(index, () -> pack(LoaderOps.idxBTree(index), new Tuples(rows, order, by, ids)));
        }
    }

    private void pack(BPlusTree tree, Iterator<Record> records) {
        if (!records.hasNext()) {
            return;
        }
        BPlusTreeRewriter.packIntoBPlusTree(
                new Counted(records),
                tree.getParams(),
                tree.getRecordFactory(),
                tree.getStateManager().getBufferChannel(),
                tree.getNodeManager().getBlockMgr(),
                tree.getRecordsMgr().getBlockMgr());
    }

    private final class Counted implements Iterator<Record> {
        private final Iterator<Record> records;

        Counted(Iterator<Record> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public Record next() {
            if (++written % TOLD == 0) {
                progress.accept(written);
            }
            return records.next();
        }
    }

    /** Rows in their order, each once, as an index has them. The same record is filled again for each. */
    private static final class Tuples implements Iterator<Record> {
        private final NumberRows rows;
        private final int[] order;
        private final int[] by;
        private final long[] ids;
        private final byte[] key;
        private final Record record;
        private int at;

        Tuples(NumberRows rows, int[] order, int[] by, long[] ids) {
            this.rows = rows;
            this.order = order;
            this.by = by;
            this.ids = ids;
            this.key = new byte[by.length * NodeId.SIZE];
            this.record = new Record(key, null);
        }

        @Override
        public boolean hasNext() {
            while (at > 0 && at < order.length && rows.same(order[at - 1], order[at])) {
                at++;
            }
            return at < order.length;
        }

        @Override
        public Record next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int row = order[at++];
            for (int i = 0; i < by.length; i++) {
                Bytes.setLong(ids[rows.at(by[i], row)], key, i * NodeId.SIZE);
            }
            return record;
        }
    }
}
