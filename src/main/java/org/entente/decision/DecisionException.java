package org.entente.decision;

/** A decision that cannot be taken. */
public final class DecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason last part of the key of the message that says why */
    public DecisionException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Last part of the key of the message that says why. */
    public String reason() {
        return reason;
    }
}
