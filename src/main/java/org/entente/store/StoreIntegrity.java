package org.entente.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.text.ExceptionText;

/** Whether the files of a store hold together: each index has the same statements, and everything they name can be read. */
final class StoreIntegrity {
    /** What one index holds, whatever its order. */
    private record Content(long statements, long sum) {}

    private StoreIntegrity() {}

    /**
     * What is wrong with what the thread's transaction sees, a line each; empty if everything is well.
     *
     * @param dataset of TDB2; one in memory has no files
     * @param progress may throw {@link CancellationException} to end it
     */
    static List<String> problems(DatasetGraph dataset, Progress progress) {
        if (!TDBInternal.isTDB2(dataset)) {
            return List.of();
        }
        DatasetGraphTDB tdb = TDBInternal.getDatasetGraphTDB(dataset);
        List<String> problems = new ArrayList<>();
        problems.addAll(
                differences(tdb.getTripleTable().getNodeTupleTable().getTupleTable(), "the default graph", progress));
        problems.addAll(differences(tdb.getQuadTable().getNodeTupleTable().getTupleTable(), "named graphs", progress));
        long read = 0;
        try {
            for (Iterator<Quad> quads = dataset.find(); quads.hasNext(); read++) {
                quads.next();
                progress.at("Reading statements", read, 0);
            }
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            problems.add("After " + read + " statements one cannot be read: " + ExceptionText.of(e));
        }
        return problems;
    }

    private static List<String> differences(TupleTable table, String where, Progress progress) {
        Map<String, Content> contents = new TreeMap<>();
        for (TupleIndex index : table.getIndexes()) {
            try {
                contents.put(index.getName(), content(index, progress));
            } catch (CancellationException stopped) {
                throw stopped;
            } catch (RuntimeException e) {
                return List.of("Index " + index.getName() + " cannot be read: " + ExceptionText.of(e));
            }
        }
        return contents.values().stream().distinct().count() == 1
                ? List.of()
                : List.of("The indexes of " + where + " differ: " + contents);
    }

    private static Content content(TupleIndex index, Progress progress) {
        long statements = 0;
        long sum = 0;
        for (Iterator<Tuple<NodeId>> tuples = index.all(); tuples.hasNext(); statements++) {
            long hash = tuples.next().hashCode() * 0x9E3779B97F4A7C15L;
            sum += hash ^ (hash >>> 29);
            progress.at("Reading index " + index.getName(), statements, 0);
        }
        return new Content(statements, sum);
    }
}
