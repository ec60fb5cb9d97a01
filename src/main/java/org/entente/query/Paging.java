package org.entente.query;

/**
 * Which rows of a result are wanted.
 *
 * @param page number of the page, from 1
 * @param size rows per page
 */
public record Paging(int page, int size) {
    /** Pages of more rows than this are refused; downloads of everything are not paged. */
    public static final int MAX_SIZE = 100_000;

    /** @throws IllegalArgumentException if the page or its size is less than 1, or the size too great */
    public Paging {
        if (page < 1 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page from 1, size from 1 to " + MAX_SIZE);
        }
    }

    /** Rows to skip. */
    public long offset() {
        return (page - 1L) * size;
    }
}
