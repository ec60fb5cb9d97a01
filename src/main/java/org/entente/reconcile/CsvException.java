package org.entente.reconcile;

import org.entente.text.ExceptionText;

/** A table that cannot be read or understood; the message says what is wrong and what to do. */
public final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final boolean large;

    /**
     * @param line of the file, from 1
     * @param column letters from the beginning of the line, from 1
     */
    CsvException(String message, int line, int column) {
        this("Line " + line + ", column " + column + ": " + message, line, column, false);
    }

    private CsvException(String message, int line, int column, boolean large) {
        super(message);
        this.line = line;
        this.column = column;
        this.large = large;
    }

    /** The same complaint, about a table that has more rows than are taken. */
    CsvException tooLarge() {
        return new CsvException(ExceptionText.of(this), line, column, true);
    }

    /** Whether only the number of rows is wrong. */
    public boolean isTooLarge() {
        return large;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
