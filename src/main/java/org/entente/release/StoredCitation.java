package org.entente.release;

/**
 * A question or page that was cited.
 *
 * @param id names it in {@code /cite/<id>}: release, hyphen, hash of question and result
 * @param release the state that was cited
 * @param path its address on this server, normalised, without format and language
 * @param title as the page was called
 * @param language of the title
 * @param time when it was cited first, in UTC
 * @param twin address of the result for programs, without the release
 * @param rows number of rows; -1 for what has none
 * @param sha256 of the result for programs; "" for what has no result
 */
public record StoredCitation(
        String id,
        String release,
        String path,
        String title,
        String language,
        String time,
        String twin,
        long rows,
        String sha256) {
    /** The address of the same page in the release that was cited. */
    public String pinned() {
        return "/r/" + release + path;
    }

    /** The address of the same result in the release that was cited. */
    public String pinnedTwin() {
        return "/r/" + release + twin;
    }
}
