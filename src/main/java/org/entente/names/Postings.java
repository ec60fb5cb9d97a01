package org.entente.names;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** A growing list of row numbers without boxing. */
final class Postings {
    static final Postings EMPTY = new Postings();

    private int[] ids = new int[2];
    private int size;

    void add(int id) {
        // Rows are added in order, so this is enough against most repetition.
        if (size > 0 && ids[size - 1] == id) {
            return;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    void forEach(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(ids[i]);
        }
    }

    void addTo(Postings target) {
        forEach(target::add);
    }

    void addTo(Postings target, IntPredicate fitting) {
        forEach(id -> {
            if (fitting.test(id)) {
                target.add(id);
            }
        });
    }
}
