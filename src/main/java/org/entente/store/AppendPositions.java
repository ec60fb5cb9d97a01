package org.entente.store;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.file.BinaryDataFileRandomAccess;
import org.apache.jena.dboe.base.file.BinaryDataFileWriteBuffered;
import org.apache.jena.dboe.trans.data.TransBinaryDataFile;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.StoragePrefixesTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Where TDB2 appends the nodes of a write. In Jena 5.6.0 an abort shortens the file of nodes, but the file goes on at the end that it had
 * before: what is written next lies behind a hole, at other places than the indexes say, and cannot be read again, not even after a
 * restart. So every write begins by putting the place right. The fields are Jena's own; a version that has others is not opened.
 */
final class AppendPositions {
    private record Place(Object lock, BinaryDataFileRandomAccess file) {}

    private static final Field INNER = field(TransBinaryDataFile.class, "binFile");
    private static final Field BUFFERED = field(BinaryDataFileWriteBuffered.class, "other");
    private static final Field LOCK = field(BinaryDataFileWriteBuffered.class, "sync");
    private static final Field POSITION = field(BinaryDataFileRandomAccess.class, "writePosition");
    private static final Field READING = field(BinaryDataFileRandomAccess.class, "readMode");

    private final List<Place> places;

    private AppendPositions(List<Place> places) {
        this.places = places;
    }

    /** Those of a dataset; none if it is not on disk. */
    static AppendPositions of(DatasetGraph dataset) {
        if (!TDBInternal.isTDB2(dataset)) {
            return new AppendPositions(List.of());
        }
        DatasetGraphTDB tdb = TDBInternal.getDatasetGraphTDB(dataset);
        NodeTable nodes = tdb.getQuadTable().getNodeTupleTable().getNodeTable();
        NodeTable prefixes = ((StoragePrefixesTDB) tdb.getStoragePrefixes())
                .getNodeTupleTable()
                .getNodeTable();
        return new AppendPositions(Stream.of(nodes, prefixes)
                .map(AppendPositions::place)
                .distinct()
                .toList());
    }

    private static Place place(NodeTable table) {
        try {
            BinaryDataFile data = ((NodeTableTRDF) table.baseNodeTable()).getData();
            Object buffered = INNER.get(data);
            return new Place(LOCK.get(buffered), (BinaryDataFileRandomAccess) BUFFERED.get(buffered));
        } catch (IllegalAccessException | ClassCastException e) {
            throw unknown(e);
        }
    }

    /** Has the next node written behind the last one. Call it by the only writer, before it writes. */
    void correct() {
        for (Place place : places) {
            synchronized (place.lock) {
                try {
                    POSITION.setLong(place.file, place.file.length());
                    // The next write moves the file there.
                    READING.setBoolean(place.file, true);
                } catch (IllegalAccessException e) {
                    throw unknown(e);
                }
            }
        }
    }

    private static Field field(Class<?> of, String name) {
        try {
            Field field = of.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static StoreException unknown(Exception e) {
        return new StoreException(
                "Unknown version of Jena: check whether it still loses its place in the node file"
                        + " when a write is aborted.",
                e);
    }
}
