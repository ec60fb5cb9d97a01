package org.entente.bounds;

import org.apache.jena.query.QueryExecException;

/** A query makes, or would make, something larger than {@link SizeLimits} allow; the message says what to do. */
public final class SizeException extends QueryExecException {
    private static final long serialVersionUID = 1L;
    /** How every message begins, for those who get only the message. */
    public static final String START = "The query is too large: ";

    private final String what;

    SizeException(String what) {
        super(START + what);
        this.what = what;
    }

    /** The same, which says where it was. */
    public SizeException in(String place) {
        return new SizeException("in " + place + ", " + what);
    }
}
