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

    /** About a file that has no lines. */
    static CsvException plain(String message) {
        return new CsvException(message, 1, 1, false);
    }

    /** About a cell of a sheet, such as B7. */
    static CsvException inCell(String sheet, String cell, String message) {
        String digits = cell.replaceAll("[^0-9]", "");
        return new CsvException(
                "Sheet \"" + sheet + "\", cell " + cell + ": " + message,
                digits.isEmpty() ? 1 : Integer.parseInt(digits),
                1,
                false);
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
