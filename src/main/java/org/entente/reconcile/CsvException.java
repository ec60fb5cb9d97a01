package org.entente.reconcile;

/** A table that cannot be read or understood; the message says what is wrong and what to do. */
public final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param line of the file, from 1
     * @param column letters from the beginning of the line, from 1
     */
    CsvException(String message, int line, int column) {
        super("Line " + line + ", column " + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
