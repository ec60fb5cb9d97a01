package org.entente.link;

/** A decision about a link that cannot be taken; the message says why and what to do. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands against a decision. */
    public enum Reason {
        /** A field is missing or not understood. */
        UNCLEAR,
        /** The entity is not in the collection. */
        UNKNOWN,
        /** It contradicts what was decided already. */
        CONFLICT
    }

    private final Reason reason;
    private final String field;

    LinkException(Reason reason, String field, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    public Reason reason() {
        return reason;
    }

    /** The field of the request that is meant. */
    public String field() {
        return field;
    }
}
