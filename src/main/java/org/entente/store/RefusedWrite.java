package org.entente.store;

import java.util.List;
import org.entente.rdf.Finding;

/** A write was refused: shapes or checks found errors, and nothing was committed. */
public final class RefusedWrite extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    RefusedWrite(List<Finding> findings) {
        super("Shapes and checks found errors in what was written; nothing was committed.");
        this.findings = List.copyOf(findings);
    }

    /** The errors and warnings. */
    public List<Finding> findings() {
        return findings;
    }
}
