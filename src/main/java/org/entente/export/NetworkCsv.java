package org.entente.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.entente.network.Network;

/** A network as two tables, with the headings that Gephi knows. */
final class NetworkCsv {
    private NetworkCsv() {}

    static void nodes(Network network, NetworkMode mode, Writer out) throws IOException {
        ConnectionTable table = ConnectionTable.of(network, mode);
        List<String> header = new ArrayList<>(List.of("Id", "Label"));
        table.nodeColumns().forEach(c -> header.add(c.name()));
        Csv.line(header, out);
        for (ConnectionTable.NodeRow row : table.nodes()) {
            List<String> cells = new ArrayList<>(List.of(row.id(), row.label()));
            cells.addAll(row.values());
            Csv.line(cells, out);
        }
    }

    static void edges(Network network, NetworkMode mode, Writer out) throws IOException {
        ConnectionTable table = ConnectionTable.of(network, mode);
        List<String> header = new ArrayList<>(List.of("Source", "Target", "Type", "Id", "Weight"));
        table.edgeColumns().forEach(c -> header.add(c.name()));
        Csv.line(header, out);
        for (ConnectionTable.EdgeRow row : table.edges()) {
            List<String> cells = new ArrayList<>(
                    List.of(row.from(), row.to(), "Undirected", row.id(), ConnectionTable.decimal(row.weight())));
            cells.addAll(row.values());
            Csv.line(cells, out);
        }
    }
}
