package org.entente.contact;

import java.util.Arrays;

/** Marks on nodes that need no clearing between two uses. */
final class Marks {
    private final int[] stamp;
    private final int[] value;
    final int[] queue;
    private int now;

    Marks(int nodes) {
        stamp = new int[nodes];
        value = new int[nodes];
        queue = new int[nodes];
    }

    /** Forgets all marks. */
    void clear() {
        if (++now == Integer.MAX_VALUE) {
            Arrays.fill(stamp, 0);
            now = 1;
        }
    }

    boolean has(int node) {
        return stamp[node] == now;
    }

    int get(int node) {
        return value[node];
    }

    void set(int node, int mark) {
        stamp[node] = now;
        value[node] = mark;
    }
}
