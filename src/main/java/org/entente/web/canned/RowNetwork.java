package org.entente.web.canned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.picture.Picture;
import org.entente.web.picture.Ring;

/** The rows of a result as a network between the values of two columns. */
final class RowNetwork {
    private RowNetwork() {}

    static Picture of(String title, Rows rows, RowColumns columns, EntityLabels labels, Messages messages) {
        Map<List<String>, Ring.Tie> ties = new LinkedHashMap<>();
        for (Row row : rows.rows()) {
            Node a = row.node(columns.ends().getFirst()).orElse(null);
            Node b = row.node(columns.ends().getLast()).orElse(null);
            if (a == null || b == null || a.equals(b)) {
                continue;
            }
            boolean turned = a.getURI().compareTo(b.getURI()) > 0;
            List<String> pair = turned ? List.of(b.getURI(), a.getURI()) : List.of(a.getURI(), b.getURI());
            int times = (int) Math.clamp(times(row), 1, 1_000_000);
            ties.merge(
                    pair,
                    new Ring.Tie(
                            end(row, columns.ends().getFirst(), a, labels),
                            end(row, columns.ends().getLast(), b, labels),
                            times),
                    (before, now) -> new Ring.Tie(before.a(), before.b(), before.times() + now.times()));
        }
        return Ring.of(title, new ArrayList<>(ties.values()), messages);
    }

    /** How often a row counts, if it has a number. */
    private static long times(Row row) {
        try {
            return row.text("events").isEmpty() ? 1 : Long.parseLong(row.text("events"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static Ring.End end(Row row, String column, Node node, EntityLabels labels) {
        return new Ring.End(node.getURI(), RowColumns.label(row, column, labels), RowTimeline.href(node));
    }
}
