package org.entente.web.page;

import java.util.List;
import java.util.Optional;
import org.entente.web.http.ResultHash;

/**
 * The title and links of a page.
 *
 * @param title key of a message, or the title itself
 * @param alternates the same content in other formats
 * @param permalink path and query of the permanent address; empty if it is the requested address
 * @param hash hash of the result on the page, for citations
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
