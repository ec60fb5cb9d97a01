package org.entente.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.execution.Rows;
import org.entente.vocab.Prefixes;

/** Formats a result as a text table: CURIEs for IRIs, no quotes, columns as wide as needed. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * Lays out all rows.
     *
     * @param columns the columns to show, in this order; all if empty
     */
    static String of(Rows rows, List<String> columns) {
        List<String> shown = columns.isEmpty() ? rows.columns() : columns;
        List<List<String>> lines = new ArrayList<>();
        lines.add(shown);
        rows.rows()
                .forEach(row -> lines.add(shown.stream()
                        .map(column -> row.node(column).map(TextTable::text).orElse(""))
                        .toList()));
        int[] widths = new int[shown.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return lines.stream().map(line -> laidOut(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String laidOut(List<String> line, int[] widths) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            out.append(line.get(i))
                    .repeat(' ', widths[i] - line.get(i).length())
                    .append(GAP);
        }
        return out.toString().stripTrailing();
    }

    private static String text(Node node) {
        String text = node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
        // A cell may hold several IRIs, as the sources of an answer do.
        return Arrays.stream(text.split("\\s+"))
                .map(word -> word.startsWith("http") ? Prefixes.compact(word) : word)
                .collect(Collectors.joining(" "));
    }
}
