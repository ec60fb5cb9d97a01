package org.entente.reconcile;

/**
 * How one thing that was asked for compares with a candidate.
 *
 * @param id {@code name}, {@code type}, {@code id}, {@code title}, {@code officeAtDate}, or the identifier of an {@link EntityProperty}
 * @param value from 0, contradicts, to 1, agrees; 0.5 where the collection does not know
 * @param weight how much it counts in the score
 * @param note what was compared, in a few words that need no language: a name, a post; may be empty
 */
public record Feature(String id, double value, int weight, String note) {
    static final double UNKNOWN = 0.5;
    static final String NAME = "name";
    static final String TYPE = "type";
    static final String ID = "id";
    static final String TITLE = "title";
    static final String OFFICE_AT_DATE = "officeAtDate";

    /** The value with two digits, as it is shown. */
    public double rounded() {
        return Math.round(value * 100) / 100.0;
    }

    boolean agrees() {
        return value >= 0.75;
    }

    boolean contradicts() {
        return value == 0;
    }
}
