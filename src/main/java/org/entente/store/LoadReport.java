package org.entente.store;

import java.util.List;
import org.entente.rdf.Finding;

/**
 * What a load or a check did and found.
 *
 * @param files number of Turtle files read
 * @param sources how many of them are sources
 * @param triples triples in all named graphs that were loaded, without derived ones
 * @param derived triples that the rules made
 * @param release the id of what was loaded
 * @param findings everything found, in the order of files and lines
 */
public record LoadReport(int files, int sources, long triples, long derived, String release, List<Finding> findings) {
    /** Whether nothing stands against committing. */
    public boolean accepted() {
        return errors() == 0;
    }

    /** Number of findings that forbid a commit. */
    public long errors() {
        return findings.stream().filter(Finding::isError).count();
    }
}
