package org.entente.derive;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Rows in groups, by the number of the node that is the key of each; ascending within a group. All groups are in three arrays; those that
 * have changed since are beside them until there are many.
 */
final class Groups {
    /** The key of the only group of a rule without a key. */
    static final int ALL = -1;

    private static final int[] EMPTY = {};
    private static final int FEW = 1_000;

    private int[] keys = EMPTY;
    /** Where the rows of each key end. */
    private int[] ends = EMPTY;

    private int[] rows = EMPTY;
    /** Groups that changed since the arrays were filled; one that is gone is empty. */
    private final Map<Integer, int[]> changed = new HashMap<>();

    /** The groups of pairs in order. */
    static Groups of(Pairs pairs) {
        pairs.sort();
        Groups groups = new Groups();
        int count = 0;
        for (int i = 0; i < pairs.size(); i++) {
            count += isLast(pairs, i) ? 1 : 0;
        }
        groups.keys = new int[count];
        groups.ends = new int[count];
        groups.rows = new int[pairs.size()];
        int group = 0;
        for (int i = 0; i < pairs.size(); i++) {
            groups.rows[i] = pairs.row(i);
            if (isLast(pairs, i)) {
                groups.keys[group] = pairs.key(i);
                groups.ends[group++] = i + 1;
            }
        }
        return groups;
    }

    private static boolean isLast(Pairs pairs, int at) {
        return at + 1 == pairs.size() || pairs.key(at) != pairs.key(at + 1);
    }

    /** The rows of a key, ascending; none if it has no group. */
    int[] get(int key) {
        int[] later = changed.get(key);
        if (later != null) {
            return later;
        }
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? EMPTY : Arrays.copyOfRange(rows, start(at), ends[at]);
    }

    private int start(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    /** Gives a key other rows, ascending. */
    void put(int key, int[] others) {
        changed.put(key, others);
        if (changed.size() > FEW + keys.length / 8) {
            settle();
        }
    }

    /** Tells the key of each group, ascending. */
    void forEachKey(IntConsumer action) {
        settle();
        Arrays.stream(keys.clone()).forEach(action);
    }

    /** Tells all rows, a row as often as there are groups that have it. */
    void forEachRow(IntConsumer action) {
        settle();
        Arrays.stream(rows).forEach(action);
    }

    /** Brings what changed into the arrays. */
    private void settle() {
        if (changed.isEmpty()) {
            return;
        }
        TreeMap<Integer, int[]> all = new TreeMap<>(changed);
        changed.clear();
        int size = rows.length
                + all.values().stream().mapToInt(group -> group.length).sum();
        Filling filling = new Filling(keys.length + all.size(), size);
        for (int at = 0; at < keys.length; at++) {
            while (!all.isEmpty() && all.firstKey() < keys[at]) {
                Map.Entry<Integer, int[]> first = all.pollFirstEntry();
                filling.add(first.getKey(), first.getValue(), 0, first.getValue().length);
            }
            int[] other = all.remove(keys[at]);
            if (other == null) {
                filling.add(keys[at], rows, start(at), ends[at]);
            } else {
                filling.add(keys[at], other, 0, other.length);
            }
        }
        all.forEach((key, group) -> filling.add(key, group, 0, group.length));
        keys = Arrays.copyOf(filling.keys, filling.groups);
        ends = Arrays.copyOf(filling.ends, filling.groups);
        rows = Arrays.copyOf(filling.rows, filling.size);
    }

    private static final class Filling {
        private final int[] keys;
        private final int[] ends;
        private final int[] rows;
        private int groups;
        private int size;

        Filling(int groups, int rows) {
            this.keys = new int[groups];
            this.ends = new int[groups];
            this.rows = new int[rows];
        }

        void add(int key, int[] from, int start, int end) {
            if (start < end) {
                System.arraycopy(from, start, rows, size, end - start);
                size += end - start;
                keys[groups] = key;
                ends[groups++] = size;
            }
        }
    }

    /** Marks the nodes that are keys. */
    void markKeys(BitSet nodes) {
        forEachKey(key -> {
            if (key != ALL) {
                nodes.set(key);
            }
        });
    }

    /** Takes over other numbers, which are in the same order as before. */
    void renumber(TripleTable.Renumbering now) {
        settle();
        Arrays.setAll(keys, at -> keys[at] == ALL ? ALL : now.nodes()[keys[at]]);
        Arrays.setAll(rows, at -> now.rows()[rows[at]]);
    }
}
