package org.entente.packing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * The terms of a database in its files: each has an id of 64 bits, which is a value or the place in the file, and terms with a place are
 * found by a hash.
 */
final class StoredTerms {
    private static final int HASH = SystemTDB.LenNodeHash;

    /** Of each number the rank of its id among all. */
    private final int[] ranks;
    /** The ids in their order. */
    private final long[] ids;
    /** The terms with a place, in the order of their hashes, and these. */
    private final int[] byHash;

    private final long[] high;
    private final long[] low;
    private final long[] places;

    private StoredTerms(int[] ranks, long[] ids, int[] byHash, long[] high, long[] low, long[] places) {
        this.ranks = ranks;
        this.ids = ids;
        this.byHash = byHash;
        this.high = high;
        this.low = low;
        this.places = places;
    }

    /** Writes all terms to the file. */
    static StoredTerms write(TermNumbers terms, BinaryDataFile file) {
        int[] placed = new int[terms.size()];
        long[] values = new long[terms.size()];
        int[] valued = new int[terms.size()];
        int places = 0;
        int inline = 0;
        byte[] bytes = new byte[NodeId.SIZE];
        for (int number = 0; number < terms.size(); number++) {
            NodeId value = NodeId.inline(terms.term(number));
            if (value == null) {
                placed[places++] = number;
            } else {
                NodeIdFactory.set(value, bytes);
                valued[inline] = number;
                values[inline++] = Bytes.getLong(bytes);
            }
        }
        placed = Arrays.copyOf(placed, places);
        long[] high = new long[places];
        long[] low = new long[places];
        Hash hash = new Hash(HASH);
        for (int i = 0; i < places; i++) {
            NodeLib.setHash(hash, terms.term(placed[i]));
            high[i] = Bytes.getLong(hash.getBytes(), 0);
            low[i] = Bytes.getLong(hash.getBytes(), Long.BYTES);
        }
        int[] byHash = byHash(high, low);
        Map<Integer, Integer> same = same(byHash, high, low);
        return new StoredTerms(new int[terms.size()], new long[places + inline], byHash, high, low, new long[places])
                .fill(terms, file, placed, same, Arrays.copyOf(valued, inline), values);
    }

    private static int[] byHash(long[] high, long[] low) {
        int[] first = new int[high.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = (int) (high[i] >>> Integer.SIZE);
        }
        int[] order = RowOrder.of(first.length, first);
        // Few begin with the same 32 bits.
        for (int i = 1; i < order.length; i++) {
            int moved = order[i];
            int at = i;
            while (at > 0 && first[order[at - 1]] == first[moved] && compare(order[at - 1], moved, high, low) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moved;
        }
        return order;
    }

    private static int compare(int one, int other, long[] high, long[] low) {
        int difference = Long.compareUnsigned(high[one], high[other]);
        return difference == 0 ? Long.compareUnsigned(low[one], low[other]) : difference;
    }

    /** Terms that TDB2 takes for one: of each the first of them. */
    private static Map<Integer, Integer> same(int[] byHash, long[] high, long[] low) {
        Map<Integer, Integer> same = new HashMap<>();
        for (int i = 1; i < byHash.length; i++) {
            if (compare(byHash[i - 1], byHash[i], high, low) == 0) {
                // The order among equals is that of their numbers.
                same.put(byHash[i], same.getOrDefault(byHash[i - 1], byHash[i - 1]));
            }
        }
        return same;
    }

    private StoredTerms fill(
            TermNumbers terms,
            BinaryDataFile file,
            int[] placed,
            Map<Integer, Integer> same,
            int[] valued,
            long[] values) {
        int rank = 0;
        for (int i = 0; i < placed.length; i++) {
            Integer first = same.get(i);
            if (first != null) {
                places[i] = places[first];
                ranks[placed[i]] = ranks[placed[first]];
                continue;
            }
            Node term = terms.term(placed[i]);
            // As TDB2 itself writes it.
            places[i] = file.write(ThriftConvert.termToBytes(ThriftConvert.convert(term, true)));
            ids[rank] = places[i];
            ranks[placed[i]] = rank++;
        }
        // The ids of values have their highest bit set, and so come after all places.
        long[] sorted = Arrays.copyOf(values, valued.length);
        Arrays.sort(sorted);
        System.arraycopy(sorted, 0, ids, rank, sorted.length);
        for (int i = 0; i < valued.length; i++) {
            ranks[valued[i]] = rank + first(sorted, values[i]);
        }
        return this;
    }

    private static int first(long[] sorted, long value) {
        int at = Arrays.binarySearch(sorted, value);
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }

    int[] ranks() {
        return ranks;
    }

    long[] ids() {
        return ids;
    }

    /** Hash and place of each term, as they stand in the index. The same record is filled again for each. */
    Iterator<Record> records() {
        byte[] hash = new byte[HASH];
        byte[] place = new byte[NodeId.SIZE];
        Record record = new Record(hash, place);
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                while (at > 0 && at < byHash.length && compare(byHash[at - 1], byHash[at], high, low) == 0) {
                    at++;
                }
                return at < byHash.length;
            }

            @Override
            public Record next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int term = byHash[at++];
                Bytes.setLong(high[term], hash, 0);
                Bytes.setLong(low[term], hash, Long.BYTES);
                Bytes.setLong(places[term], place);
                return record;
            }
        };
    }
}
