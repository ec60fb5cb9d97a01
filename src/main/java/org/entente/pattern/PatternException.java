package org.entente.pattern;

/** It cannot be told which statements a pattern reads; the message says why. */
public final class PatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }
}
