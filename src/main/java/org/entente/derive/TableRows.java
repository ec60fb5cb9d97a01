package org.entente.derive;

import java.util.Arrays;

/**
 * Triples as rows of numbers, in pages, so that nothing is copied when there are more of them. A row holds the numbers of three nodes, the
 * {@link TripleState}, and for each index the next row with the same values.
 */
final class TableRows {
    /** No row. */
    static final int NONE = -1;

    static final int SUBJECT = 0;
    static final int PREDICATE = 1;
    static final int OBJECT = 2;
    static final int STATE = 3;
    static final int NEXT_OF_SUBJECT = 4;
    static final int NEXT_OF_OBJECT = 5;
    static final int NEXT_OF_PREDICATE = 6;
    private static final int WIDTH = 7;

    private static final int PAGE_BITS = 14;
    private static final int IN_PAGE = (1 << PAGE_BITS) - 1;

    private int[][] pages = new int[4][];
    private int size;

    int size() {
        return size;
    }

    /** Appends a row; its other numbers are 0. */
    int add(int subject, int predicate, int object) {
        int row = size++;
        int page = row >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + page / 2);
        }
        if (pages[page] == null) {
            pages[page] = new int[WIDTH << PAGE_BITS];
        }
        set(row, SUBJECT, subject);
        set(row, PREDICATE, predicate);
        set(row, OBJECT, object);
        set(row, STATE, 0);
        return row;
    }

    int get(int row, int field) {
        return pages[row >>> PAGE_BITS][(row & IN_PAGE) * WIDTH + field];
    }

    void set(int row, int field, int value) {
        pages[row >>> PAGE_BITS][(row & IN_PAGE) * WIDTH + field] = value;
    }

    /**
     * Whether a row has these values.
     *
     * @param subjects 0 if the subject does not count, otherwise -1
     * @param objects the same for the object
     */
    boolean has(int row, int subject, int subjects, int predicate, int object, int objects) {
        int[] page = pages[row >>> PAGE_BITS];
        int at = (row & IN_PAGE) * WIDTH;
        return (((page[at] ^ subject) & subjects)
                        | (page[at + PREDICATE] ^ predicate)
                        | ((page[at + OBJECT] ^ object) & objects))
                == 0;
    }

    /** Drops all rows from this one on. */
    void cut(int from) {
        size = from;
        int used = (from + IN_PAGE) >>> PAGE_BITS;
        Arrays.fill(pages, used, pages.length, null);
    }
}
