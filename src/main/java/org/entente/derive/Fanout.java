package org.entente.derive;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many rows of a table a look-up is expected to find. Counted are the rows of each predicate, and of those the different subjects and objects. */
final class Fanout {
    /** A look-up that can find one row at most costs less than any other. */
    private static final double ONE_AT_MOST = 0.5;

    private static final class Counts {
        private long rows;
        private long subjects;
        private long objects;
    }

    private final Map<Integer, Counts> byPredicate = new HashMap<>();
    private int last = -1;
    private @Nullable Counts ofLast;
    private long rows;

    /** A row was added. */
    void add(int predicate, boolean firstOfSubject, boolean firstOfObject) {
        if (predicate != last || ofLast == null) {
            last = predicate;
            ofLast = byPredicate.computeIfAbsent(predicate, p -> new Counts());
        }
        rows++;
        ofLast.rows++;
        ofLast.subjects += firstOfSubject ? 1 : 0;
        ofLast.objects += firstOfObject ? 1 : 0;
    }

    void clear() {
        byPredicate.clear();
        ofLast = null;
        rows = 0;
    }

    /**
     * The number of rows that are expected, on average.
     *
     * @param predicate the number of a node, {@link RowView#ANY} or {@link RowView#UNKNOWN}
     */
    double of(boolean subjectGiven, int predicate, boolean objectGiven) {
        if (predicate < 0) {
            return predicate == RowView.UNKNOWN ? 0 : among(rows, subjectGiven, objectGiven);
        }
        Counts counts = byPredicate.get(predicate);
        if (counts == null) {
            return 0;
        }
        if (subjectGiven && objectGiven) {
            return ONE_AT_MOST;
        }
        return subjectGiven
                ? (double) counts.rows / counts.subjects
                : objectGiven ? (double) counts.rows / counts.objects : counts.rows;
    }

    private static double among(long rows, boolean subjectGiven, boolean objectGiven) {
        double found = rows;
        if (subjectGiven) {
            found = Math.sqrt(found);
        }
        return objectGiven ? Math.sqrt(found) : found;
    }
}
