package org.entente.coding;

/** Codings that cannot be compared, or decisions that cannot be taken over; the message says which and why. */
public final class CodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodingException(String message) {
        super(message);
    }
}
