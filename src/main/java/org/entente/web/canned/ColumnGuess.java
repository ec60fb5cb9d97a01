package org.entente.web.canned;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.execution.Rows;
import org.entente.query.ColumnType;

/** Guesses the type of a column by its values, for queries written by users, which have no header. */
final class ColumnGuess {
    /** Types of numeric columns by their names; all other numbers can be drawn. */
    private static final Map<String, ColumnType> NUMBERS = Map.ofEntries(
            Map.entry("amount", ColumnType.AMOUNT),
            Map.entry("number", ColumnType.AMOUNT),
            Map.entry("events", ColumnType.AMOUNT),
            Map.entry("lat", ColumnType.LATITUDE),
            Map.entry("long", ColumnType.LONGITUDE),
            Map.entry("year", ColumnType.YEAR),
            Map.entry("hop", ColumnType.ORDINAL),
            Map.entry("length", ColumnType.ORDINAL),
            Map.entry("page", ColumnType.ORDINAL),
            Map.entry("rank", ColumnType.ORDINAL),
            Map.entry("sessionNumber", ColumnType.ORDINAL),
            Map.entry("witnesses", ColumnType.ORDINAL));

    private ColumnGuess() {}

    static ColumnType of(Rows rows, String column) {
        if (ColumnValues.all(rows, column, ColumnValues::isNumber)) {
            return NUMBERS.getOrDefault(column, ColumnType.NUMBER);
        }
        if (ColumnValues.all(rows, column, ColumnValues::isDate)) {
            return ColumnType.MOMENT;
        }
        for (ColumnType type : new ColumnType[] {ColumnType.EVENT, ColumnType.PLACE, ColumnType.AGENT}) {
            if (ColumnValues.all(rows, column, value -> ColumnValues.isOf(value, type))) {
                return type;
            }
        }
        return ColumnValues.all(rows, column, Node::isURI) ? ColumnType.ENTITY : ColumnType.TEXT;
    }
}
