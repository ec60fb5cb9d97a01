package org.entente.store;

import java.util.List;
import org.entente.rdf.Finding;

/**
 * The result of a load or a check.
 *
 * @param files number of Turtle files read
 * @param sources number of sources among them
 * @param triples number of loaded triples in all named graphs, without derived ones
 * @param derived number of derived triples
 * @param release id of the loaded release
 * @param findings in the order of files and lines
 */
public record LoadReport(int files, int sources, long triples, long derived, String release, List<Finding> findings) {
    /** Whether there are no errors, so that the load can be committed. */
    public boolean accepted() {
        return errors() == 0;
    }

    /** The number of errors, which prevent a commit. */
    public long errors() {
        return findings.stream().filter(Finding::isError).count();
    }

    /** The errors as texts, each with its place and advice. */
    public List<String> errorTexts() {
        return findings.stream().filter(Finding::isError).map(Finding::toString).toList();
    }
}
