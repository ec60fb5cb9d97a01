package org.entente.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.entente.encounter.Network;

/** CSV as in RFC 4180: CRLF, quotes where needed; a cell that a spreadsheet would run as a formula is told to be text. */
final class NetworkCsv {
    private NetworkCsv() {}

    static void nodes(Network network, NetworkMode mode, Writer out) throws IOException {
        Table table = Table.of(network, mode);
        List<String> header = new ArrayList<>(List.of("Id", "Label"));
        table.nodeColumns().forEach(c -> header.add(c.name()));
        line(header, out);
        for (Table.NodeRow row : table.nodes()) {
            List<String> cells = new ArrayList<>(List.of(row.id(), row.label()));
            cells.addAll(row.values());
            line(cells, out);
        }
    }

    static void edges(Network network, NetworkMode mode, Writer out) throws IOException {
        Table table = Table.of(network, mode);
        List<String> header = new ArrayList<>(List.of("Source", "Target", "Type", "Id", "Weight"));
        table.edgeColumns().forEach(c -> header.add(c.name()));
        line(header, out);
        for (Table.EdgeRow row : table.edges()) {
            List<String> cells = new ArrayList<>(
                    List.of(row.from(), row.to(), "Undirected", row.id(), Table.decimal(row.weight())));
            cells.addAll(row.values());
            line(cells, out);
        }
    }

    private static void line(List<String> cells, Writer out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
