package org.entente.operation;

/** Something that an operator wanted cannot be done; the message says what, why and what to do. Nothing was changed. */
public final class OperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OperationException(String message) {
        super(message);
    }

    OperationException(String message, Throwable cause) {
        super(message, cause);
    }
}
