package org.entente.release;

import java.util.List;
import java.util.Map;

/**
 * A row of an answer that came, went or changed.
 *
 * @param row what it says, column to text, without what does not help to recognise it
 * @param cells what changed in it; empty for a row that came or went
 * @param causes why
 */
public record RowChange(Kind kind, Map<String, String> row, List<CellChange> cells, List<Cause> causes) {
    /** What happened to a row. */
    public enum Kind {
        MORE,
        FEWER,
        CHANGED
    }

    /** What changed in a column. */
    public record CellChange(String column, String before, String after) {}

    /**
     * What a change is due to.
     *
     * @param kind of what
     * @param iri of a document or a graph; "" for rules and queries
     * @param label in English; its last part of the IRI if it has none
     */
    public record Cause(CauseKind kind, String iri, String label) {}

    /** What changes answers. */
    public enum CauseKind {
        DOCUMENT,
        DECISION,
        LINK,
        IDENTITY,
        ONTOLOGY,
        RULE,
        QUERY
    }
}
