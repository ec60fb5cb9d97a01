package org.entente.web.canned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.Column;
import org.entente.query.ColumnType;
import org.entente.query.QueryHeader;
import org.entente.web.page.EntityLabels;

/**
 * The columns of a result that pictures can use.
 *
 * @param subject the column that rows are about: an event, else the first entity
 * @param dates columns of dates
 * @param place a column of places
 * @param ends two columns of agents, for the ends of a line
 * @param number a column of numbers
 * @param latitude a column of degrees; empty unless there is a longitude, too
 */
public record RowColumns(
        Optional<String> subject,
        List<String> dates,
        Optional<String> place,
        List<String> ends,
        Optional<String> number,
        Optional<String> latitude,
        Optional<String> longitude) {
    private static final String LABEL = "Label";

    /** The columns of a canned query by its header; the type of undeclared columns is guessed. */
    public static RowColumns of(Rows rows, QueryHeader header) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        for (String column : columns(rows)) {
            types.put(
                    column,
                    header.column(column)
                            .map(Column::type)
                            .filter(type -> !type.isOpen())
                            .orElseGet(() -> ColumnGuess.of(rows, column)));
        }
        return of(rows, types);
    }

    /** The columns of a query written by a user; their types are guessed. */
    public static RowColumns of(Rows rows) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        columns(rows).forEach(column -> types.put(column, ColumnGuess.of(rows, column)));
        return of(rows, types);
    }

    private static RowColumns of(Rows rows, Map<String, ColumnType> types) {
        Predicate<Node> iri = Node::isURI;
        List<String> amounts = columns(rows, types, t -> t == ColumnType.AMOUNT, ColumnValues::isNumber);
        List<String> numbers = columns(rows, types, t -> t == ColumnType.NUMBER, ColumnValues::isNumber);
        List<String> ends = columns(rows, types, ColumnType::acts, n -> ColumnValues.isOf(n, ColumnType.AGENT));
        List<String> latitudes = columns(rows, types, t -> t == ColumnType.LATITUDE, ColumnValues::isNumber);
        List<String> longitudes = columns(rows, types, t -> t == ColumnType.LONGITUDE, ColumnValues::isNumber);
        boolean located = !latitudes.isEmpty() && !longitudes.isEmpty();
        return new RowColumns(
                columns(rows, types, t -> t == ColumnType.EVENT, iri).stream()
                        .findFirst()
                        .or(() -> columns(rows, types, ColumnType::isIri, iri).stream()
                                .findFirst()),
                columns(rows, types, t -> t == ColumnType.DATE || t == ColumnType.MOMENT, ColumnValues::isDate),
                columns(rows, types, t -> t == ColumnType.PLACE, iri).stream().findFirst(),
                ends.size() < 2 ? List.of() : ends.subList(0, 2),
                amounts.stream().findFirst().or(() -> numbers.stream().findFirst()),
                located ? Optional.of(latitudes.getFirst()) : Optional.empty(),
                located ? Optional.of(longitudes.getFirst()) : Optional.empty());
    }

    /** The columns of a type that have values, all of this type. */
    private static List<String> columns(
            Rows rows, Map<String, ColumnType> types, Predicate<ColumnType> type, Predicate<Node> value) {
        return types.entrySet().stream()
                .filter(e -> type.test(e.getValue()))
                .map(Map.Entry::getKey)
                .filter(c -> ColumnValues.all(rows, c, value))
                .toList();
    }

    /** All columns but those that only hold the labels of others. */
    private static List<String> columns(Rows rows) {
        return rows.columns().stream()
                .filter(c ->
                        !(c.endsWith(LABEL) && rows.columns().contains(c.substring(0, c.length() - LABEL.length()))))
                .toList();
    }

    /** The values of a column; empty if there is no column. */
    public List<Node> values(Optional<String> column, Rows rows) {
        return column.stream()
                .flatMap(c -> rows.rows().stream().flatMap(r -> r.node(c).stream()))
                .distinct()
                .toList();
    }

    /** The label of the entity in a column. */
    static String label(Row row, String column, EntityLabels labels) {
        String said = row.text(column + LABEL);
        if (!said.isEmpty()) {
            return said;
        }
        return row.node(column).map(n -> labels.cell(n).text()).orElse("");
    }
}
