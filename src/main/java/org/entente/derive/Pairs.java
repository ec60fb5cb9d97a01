package org.entente.derive;

import java.util.Arrays;

/** Pairs of a key and a row, each once, in ascending order: what a rule makes, before it is put into groups. */
final class Pairs {
    private static final int SMALLEST = 64;

    private long[] pairs = new long[SMALLEST];
    private int size;
    private boolean sorted = true;

    /** Neither is negative, but a key may be {@link Groups#ALL}. */
    void add(int key, int row) {
        long pair = (long) key << Integer.SIZE | row;
        if (size > 0 && pairs[size - 1] == pair) {
            return;
        }
        if (size == pairs.length) {
            sort();
            if (size > pairs.length / 2) {
                pairs = Arrays.copyOf(pairs, Math.multiplyExact(pairs.length, 2));
            }
        }
        sorted &= size == 0 || pairs[size - 1] < pair;
        pairs[size++] = pair;
    }

    /** Puts them in order, each once. */
    void sort() {
        if (sorted) {
            return;
        }
        Arrays.sort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        size = kept;
        sorted = true;
    }

    int size() {
        return size;
    }

    int key(int at) {
        return (int) (pairs[at] >> Integer.SIZE);
    }

    int row(int at) {
        return (int) pairs[at];
    }
}
