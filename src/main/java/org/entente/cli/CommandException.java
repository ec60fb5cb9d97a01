package org.entente.cli;

/** A command failed. The message says what failed, why, and what to do. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
