package org.entente.bounds;

import org.apache.jena.query.QueryExecException;

/** A query was ended because the memory of the server was nearly full, which may be the fault of another query. */
public final class MemoryException extends QueryExecException {
    private static final long serialVersionUID = 1L;

    MemoryException() {
        super("Try again later, or sort, group or compare fewer rows.");
    }
}
