package org.entente.evidence;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;

/**
 * What the consolidated view says of one thing.
 *
 * @param rows of the query {@code evidence-facts}, by property
 */
record ThingFacts(Map<Node, List<Row>> rows) {
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The different values of a property, in the order of the query. */
    List<Node> values(Node property) {
        return rows.getOrDefault(property, List.of()).stream()
                .map(row -> row.bound("value"))
                .distinct()
                .toList();
    }

    /** The EDTF texts of a property whose values are time spans, in order. */
    List<String> dates(Node property) {
        return rows.getOrDefault(property, List.of()).stream()
                .filter(row -> row.has("edtf"))
                .map(row -> row.text("edtf"))
                .distinct()
                .sorted()
                .toList();
    }
}
