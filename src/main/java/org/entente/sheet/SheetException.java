package org.entente.sheet;

/** A sheet that cannot be taken; the message names the cells and what to write there, one a line. */
public final class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SheetException(String message) {
        super(message);
    }
}
