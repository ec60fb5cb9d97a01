package org.entente.packing;

/** Sorts rows by columns of numbers, digit by digit (LSD radix sort): in a time that grows with the number of rows and no faster. */
final class RowOrder {
    private static final int DIGIT = 11;

    private RowOrder() {}

    /**
     * The rows in their order.
     *
     * @param rows how many there are
     * @param columns the first one counts first; numbers count as unsigned
     */
    static int[] of(int rows, int[]... columns) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        int[] next = new int[rows];
        for (int c = columns.length - 1; c >= 0; c--) {
            int[] column = columns[c];
            int used = 0;
            for (int i = 0; i < rows; i++) {
                used |= column[i];
            }
            for (int shift = 0; shift < 32 && used >>> shift != 0; shift += DIGIT) {
                sort(column, shift, order, next);
                int[] sorted = next;
                next = order;
                order = sorted;
            }
        }
        return order;
    }

    private static void sort(int[] column, int shift, int[] order, int[] sorted) {
        int mask = (1 << DIGIT) - 1;
        int[] at = new int[mask + 2];
        for (int i = 0; i < order.length; i++) {
            at[((column[i] >>> shift) & mask) + 1]++;
        }
        for (int digit = 0; digit < mask; digit++) {
            at[digit + 1] += at[digit];
        }
        for (int row : order) {
            sorted[at[(column[row] >>> shift) & mask]++] = row;
        }
    }
}
