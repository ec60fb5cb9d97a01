package org.entente.store;

import java.time.Instant;

/**
 * The loaded release of a store.
 *
 * @param id a hash of the loaded files; "empty" before the first load
 * @param revision number of committed write transactions of this store
 * @param loaded when the files were loaded
 */
public record Release(String id, long revision, Instant loaded) {
    /** The release of a store before the first load. */
    public static final Release EMPTY = new Release("empty", 0, Instant.EPOCH);

    /** Identifies the state of the store; it changes with every load and update. */
    public String state() {
        return id + "-" + revision;
    }
}
