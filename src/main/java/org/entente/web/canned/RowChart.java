package org.entente.web.canned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.time.Edtf;
import org.entente.vocab.Ent;
import org.entente.web.page.ChainView;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.picture.Chart;
import org.entente.web.picture.Chart.Precision;
import org.entente.web.picture.Picture;

/** The rows of a result as a bar chart: a bar for each number, grouped by measure and unit. */
final class RowChart {
    /** Columns that name the measure. */
    private static final List<String> MEASURES = List.of("measure", "figure");
    /** Columns that are left out of the labels of bars. */
    private static final Set<String> SILENT = Set.of(
            "observation",
            "document",
            "locator",
            "qualifier",
            "unit",
            "change",
            "kind",
            "asPrinted",
            "fits",
            "sources",
            "confidence",
            "changePrinted",
            "changeKind");

    private RowChart() {}

    /** What all rows of a bar say. */
    private static final class Gathered {
        final Set<String> parts = new LinkedHashSet<>();
        Row row;

        Gathered(Row row) {
            this.row = row;
        }
    }

    static Picture of(String title, Rows rows, RowColumns columns, EntityLabels labels, Messages messages) {
        String number = columns.number().orElseThrow();
        List<String> parts = parts(rows, columns, number);
        Map<List<String>, Map<Object, Gathered>> groups = new LinkedHashMap<>();
        for (Row row : rows.rows()) {
            if (row.node(number).isEmpty()) {
                continue;
            }
            List<String> group = List.of(
                    MEASURES.stream()
                            .filter(c -> row.node(c).isPresent())
                            .findFirst()
                            .map(c -> RowColumns.label(row, c, labels))
                            .orElse(messages.getOr("column." + number, number)),
                    row.node("unit").isPresent() ? RowColumns.label(row, "unit", labels) : "");
            // A figure in several reports has several rows but is one bar.
            Object key = row.node("observation").<Object>map(n -> n).orElse(row);
            Gathered bar = groups.computeIfAbsent(group, g -> new LinkedHashMap<>())
                    .computeIfAbsent(key, k -> new Gathered(row));
            bar.row = row;
            for (String part : parts) {
                row.node(part).map(n -> said(row, part, n, labels, messages)).ifPresent(bar.parts::add);
            }
        }
        List<Chart.Group> drawn = new ArrayList<>();
        groups.forEach((group, bars) -> drawn.add(new Chart.Group(
                group.getFirst(),
                group.getLast(),
                bars.values().stream().map(b -> bar(b, number, messages)).toList())));
        return Chart.of(title, drawn, messages);
    }

    /** The columns that label a bar: when, where, by whom. */
    private static List<String> parts(Rows rows, RowColumns columns, String number) {
        List<String> parts = new ArrayList<>(columns.dates());
        for (String column : rows.columns()) {
            boolean label =
                    column.endsWith("Label") && rows.columns().contains(column.substring(0, column.length() - 5));
            boolean otherNumber = !column.equals("year")
                    && rows.rows().stream().anyMatch(r -> r.node(column)
                            .filter(n -> n.isLiteral() && n.getLiteralValue() instanceof Number)
                            .isPresent());
            if (!label
                    && !otherNumber
                    && !column.equals(number)
                    && !SILENT.contains(column)
                    && !MEASURES.contains(column)
                    && !parts.contains(column)) {
                parts.add(column);
            }
        }
        // a row with nothing but a kind is labelled by the kind
        if (parts.isEmpty() && rows.columns().contains("kind")) {
            parts.add("kind");
        }
        return parts;
    }

    private static String said(Row row, String column, Node node, EntityLabels labels, Messages messages) {
        if (node.isLiteral()
                && !RowColumns.label(row, column, labels).isEmpty()
                && row.text(column + "Label").isEmpty()) {
            List<Edtf> dates = ColumnValues.dates(node);
            return dates.isEmpty()
                    ? node.getLiteralLexicalForm()
                    : dates.stream()
                            .map(d -> ChainView.phrase(year(d.text()), messages))
                            .collect(Collectors.joining(" / "));
        }
        return RowColumns.label(row, column, labels);
    }

    /** A span over a whole year as the year. */
    private static String year(String edtf) {
        return edtf.matches("(\\d{4})-01-01/\\1-12-31") ? edtf.substring(0, 4) : edtf;
    }

    private static Chart.Bar bar(Gathered gathered, String number, Messages messages) {
        Row row = gathered.row;
        String href = row.node("document")
                .or(() -> row.node("kind"))
                .map(RowTimeline::href)
                .orElse("");
        return new Chart.Bar(
                String.join(" · ", gathered.parts),
                ((Number) row.node(number).orElseThrow().getLiteralValue()).doubleValue(),
                precision(row.text("qualifier")),
                note(row, messages),
                href);
    }

    private static Precision precision(String qualifier) {
        return switch (qualifier.startsWith(Ent.NS) ? qualifier.substring(Ent.NS.length()) : "") {
            case "circa" -> Precision.ABOUT;
            case "moreThan", "atLeast" -> Precision.MORE;
            case "lessThan", "upTo" -> Precision.LESS;
            default -> Precision.EXACT;
        };
    }

    /** The change as printed in the source, and as calculated from its figures. */
    private static List<String> note(Row row, Messages messages) {
        List<String> note = new ArrayList<>();
        if (!row.text("changePrinted").isEmpty()) {
            note.add(messages.get("picture.change.reported", row.text("changePrinted"), row.text("changeKindLabel")));
        }
        if (!row.text("ratio").isEmpty()) {
            note.add(messages.get(
                    "picture.change.computed",
                    number(row, "base", messages),
                    number(row, "ratio", messages),
                    number(row, "increase", messages)));
        }
        return note;
    }

    private static String number(Row row, String column, Messages messages) {
        return row.node(column)
                .filter(n -> n.getLiteralValue() instanceof Number)
                .map(n -> Chart.number(((Number) n.getLiteralValue()).doubleValue(), messages.language()))
                .orElse("");
    }
}
