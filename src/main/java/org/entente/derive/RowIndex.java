package org.entente.derive;

/**
 * Finds rows by their predicate, and by subject or object or both: a hash table of row numbers. Of several rows with the same values the
 * newest is found. Rows are never taken out.
 */
final class RowIndex {
    private static final int SMALLEST = 16;

    private final TableRows rows;
    private final int subjects;
    private final int objects;
    /** Row numbers, each one more than it is; 0 is free. */
    private int[] slots = new int[SMALLEST];

    private int used;

    /**
     * @param bySubject whether the subject counts
     * @param byObject whether the object does
     */
    RowIndex(TableRows rows, boolean bySubject, boolean byObject) {
        this.rows = rows;
        this.subjects = bySubject ? -1 : 0;
        this.objects = byObject ? -1 : 0;
    }

    /** The newest row with these values; {@link TableRows#NONE} if there is none. */
    int find(int subject, int predicate, int object) {
        return slots[slot(subject, predicate, object)] - 1;
    }

    /**
     * Adds a row.
     *
     * @return the row that was the newest with its values until now; {@link TableRows#NONE} if there was none
     */
    int put(int row) {
        if (used >= slots.length - slots.length / 4) {
            grow();
        }
        int slot = slotOf(row);
        int before = slots[slot] - 1;
        if (before == TableRows.NONE) {
            used++;
        }
        slots[slot] = row + 1;
        return before;
    }

    /** Forgets all rows, to take about as many again. */
    void clear() {
        java.util.Arrays.fill(slots, 0);
        used = 0;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[Math.multiplyExact(old.length, 2)];
        for (int one : old) {
            if (one != 0) {
                slots[slotOf(one - 1)] = one;
            }
        }
    }

    private int slotOf(int row) {
        return slot(
                rows.get(row, TableRows.SUBJECT), rows.get(row, TableRows.PREDICATE), rows.get(row, TableRows.OBJECT));
    }

    private int slot(int subject, int predicate, int object) {
        int last = slots.length - 1;
        int slot = hash(subject & subjects, predicate, object & objects) & last;
        while (slots[slot] != 0 && !rows.has(slots[slot] - 1, subject, subjects, predicate, object, objects)) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    private static int hash(int subject, int predicate, int object) {
        long mixed = subject * 0x9E3779B97F4A7C15L + predicate * 0xC2B2AE3D27D4EB4FL + object * 0x165667B19E3779F9L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }
}
