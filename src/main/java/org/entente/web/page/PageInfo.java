package org.entente.web.page;

import java.util.List;
import java.util.Optional;
import org.entente.web.http.ResultHash;

/**
 * What a page says of itself, beside its content.
 *
 * @param title key of a message, or the title itself
 * @param alternates the same content in other formats
 * @param permalink path and query that last; empty where they are those that were asked for
 * @param hash fingerprint of the result that the page shows, for citations; empty where there is none
 */
public record PageInfo(
        String title, List<Page.Link> alternates, Optional<String> permalink, Optional<ResultHash> hash) {
    public static PageInfo titled(String title) {
        return new PageInfo(title, List.of(), Optional.empty(), Optional.empty());
    }

    public PageInfo withAlternates(List<Page.Link> links) {
        return new PageInfo(title, links, permalink, hash);
    }

    public PageInfo withPermalink(String address) {
        return new PageInfo(title, alternates, Optional.of(address), hash);
    }

    public PageInfo withHash(ResultHash fingerprint) {
        return new PageInfo(title, alternates, permalink, Optional.of(fingerprint));
    }
}
