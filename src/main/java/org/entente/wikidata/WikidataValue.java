package org.entente.wikidata;

/**
 * A value of a statement or qualifier.
 *
 * @param kind what it is
 * @param text a Qid, the characters of a string or address, a date at its precision: 1960, 1960-09, 1960-09-01, or a point in WKT
 */
public record WikidataValue(Kind kind, String text) {
    /** Kinds of values that are kept. */
    public enum Kind {
        ITEM,
        TEXT,
        URL,
        DATE,
        POINT
    }
}
