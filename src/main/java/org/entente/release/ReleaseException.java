package org.entente.release;

/** A release that cannot be kept, found or read; the message says why and what to do. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReleaseException(String message) {
        super(message);
    }

    ReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
