package org.entente.packing;

import java.util.Arrays;

/** Statements as rows of numbers of their terms: graph, subject, predicate and object, or the latter three. */
public final class NumberRows {
    private final int[][] columns;
    private int size;

    /** @param width how many terms a row has */
    public NumberRows(int width) {
        columns = new int[width][1024];
    }

    /** Adds a row with as many numbers as there are columns. */
    public void add(int... row) {
        if (size == columns[0].length) {
            int more = Math.addExact(size, Math.max(size / 2, 1));
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], more);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i][size] = row[i];
        }
        size++;
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    public int at(int column, int row) {
        return columns[column][row];
    }

    /** Sorts the rows by their columns, the first one first, and removes those that are there twice. */
    public void settle() {
        int[] order = order(0, 1, 2, 3);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || !same(order[i - 1], order[i])) {
                order[kept++] = order[i];
            }
        }
        for (int c = 0; c < columns.length; c++) {
            int[] sorted = new int[Math.max(kept, 1)];
            for (int i = 0; i < kept; i++) {
                sorted[i] = columns[c][order[i]];
            }
            columns[c] = sorted;
        }
        size = kept;
    }

    /** The first row whose first column has this number or a greater one; the rows are {@linkplain #settle settled}. */
    public int from(int first) {
        int at = Arrays.binarySearch(columns[0], 0, size, first);
        if (at < 0) {
            return -at - 1;
        }
        int low = 0;
        while (low < at) {
            int middle = (low + at) >>> 1;
            if (columns[0][middle] < first) {
                low = middle + 1;
            } else {
                at = middle;
            }
        }
        return low;
    }

    /** Removes all rows and gives back their memory. */
    public void clear() {
        Arrays.setAll(columns, column -> new int[1]);
        size = 0;
    }

    /** Puts other numbers in the place of these. */
    void replace(int[] others) {
        for (int[] column : columns) {
            for (int i = 0; i < size; i++) {
                column[i] = others[column[i]];
            }
        }
    }

    /** The rows sorted by some columns, the first one first; columns that there are not are left out. */
    int[] order(int... by) {
        return RowOrder.of(
                size,
                Arrays.stream(by)
                        .filter(column -> column < columns.length)
                        .mapToObj(column -> columns[column])
                        .toArray(int[][]::new));
    }

    boolean same(int row, int other) {
        for (int[] column : columns) {
            if (column[row] != column[other]) {
                return false;
            }
        }
        return true;
    }
}
