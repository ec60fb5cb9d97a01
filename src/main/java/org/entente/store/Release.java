package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The state of a store.
 *
 * @param id names exactly this state: a hash of all statements that are not derived and of the rules, and of the canned queries if {@link
 *     #answeredBy} added them; "empty" before the first load
 * @param files a hash of the loaded files, whatever else the store holds; "" before the first load
 * @param revision number of committed write transactions of this store
 * @param loaded when the files were loaded
 * @param setBackFrom id of the release from which the store was set back to an earlier one; "" if it was not
 */
public record Release(String id, String files, long revision, Instant loaded, String setBackFrom) {
    /** The release of a store before the first load. */
    public static final Release EMPTY = new Release("empty", "", 0, Instant.EPOCH, "");

    /** Length of an id, in hexadecimal digits. */
    static final int DIGITS = 12;

    /** Identifies the state of the store; it changes with every load and update. */
    public String state() {
        return id + "-" + revision;
    }

    /** Whether files were loaded: only then there is something to cite. */
    public boolean isLoaded() {
        return !files.isEmpty();
    }

    /** Whether the store was set back, so that files that differ from it are no reason to load them. */
    public boolean isSetBack() {
        return !setBackFrom.isEmpty();
    }

    /**
     * The same state with the queries that it answers: other queries, other answers, another id.
     *
     * @param queries hash of the canned queries
     */
    public Release answeredBy(String queries) {
        return isLoaded() ? new Release(hash("queries", id, queries), files, revision, loaded, setBackFrom) : this;
    }

    static String hash(String... parts) {
        byte[] all = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
        return DigestUtils.sha256Hex(all).substring(0, DIGITS);
    }
}
