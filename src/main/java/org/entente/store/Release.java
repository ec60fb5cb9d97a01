package org.entente.store;

import java.time.Instant;

/**
 * What a store holds.
 *
 * @param id names the content of the files that were loaded: equal files give an equal id; "empty" before the first load
 * @param revision number of write transactions that this store has committed
 * @param loaded when the files were loaded
 */
public record Release(String id, long revision, Instant loaded) {
    /** The state of a store into which nothing was loaded. */
    public static final Release EMPTY = new Release("empty", 0, Instant.EPOCH);

    /** Identifies the state of the store: changes with every load and every update. */
    public String state() {
        return id + "-" + revision;
    }
}
