package org.entente.query;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue cannot be used. The message has a line for each problem in each file. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<CatalogFinding> findings;

    CatalogException(List<CatalogFinding> findings) {
        super(findings.stream().map(CatalogFinding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** The problems, sorted by file and line. */
    public List<CatalogFinding> findings() {
        return findings;
    }
}
