package org.entente.query;

/**
 * The requested page of a result.
 *
 * @param page number of the page, from 1
 * @param size rows per page
 */
public record Paging(int page, int size) {
    /** Largest number of rows on a page; complete downloads have no pages. */
    public static final int MAX_SIZE = 100_000;

    /** @throws IllegalArgumentException if the page or its size is less than 1, or the size is too large */
    public Paging {
        if (page < 1 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page from 1, size from 1 to " + MAX_SIZE);
        }
    }

    /** The number of rows to skip. */
    public long offset() {
        return (page - 1L) * size;
    }
}
