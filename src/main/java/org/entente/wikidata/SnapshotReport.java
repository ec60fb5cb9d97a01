package org.entente.wikidata;

import java.util.List;
import org.entente.rdf.Finding;

/**
 * What loading a snapshot did and found.
 *
 * @param items items in the file
 * @param unwanted how many of them were left out, because nothing in the collection is linked to them or has such a name
 * @param added how many are new in the store
 * @param updated how many replaced an older revision
 * @param unchanged how many were there already in this or a newer revision
 * @param findings lines of the file that are wrong (errors) and values that were left out (warnings); at most
 *     {@link #MOST_FINDINGS} of each, then a count
 */
public record SnapshotReport(
        long items, long unwanted, long added, long updated, long unchanged, List<Finding> findings) {
    static final int MOST_FINDINGS = 100;

    /** Whether nothing stood against the load: with an error the store is as it was. */
    public boolean accepted() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
