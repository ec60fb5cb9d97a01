package org.entente.web.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.QueryHeader;
import org.entente.vocab.Iris;

/** The things that an answer counts. */
public final class CountedThings {
    private CountedThings() {}

    /** What the header says that readers count; none if the query counts nothing, or if more rows exist than were read. */
    public static Set<Node> of(QueryHeader header, Rows rows) {
        Set<Node> things = new LinkedHashSet<>();
        if (!rows.more()) {
            header.counted().ifPresent(counted -> rows(rows.rows(), counted.where())
                    .flatMap(row -> row.node(counted.column()).stream())
                    .filter(Node::isURI)
                    .forEach(things::add));
        }
        return things;
    }

    /** The rows that have one of these local names in each of these columns. */
    static Stream<Row> rows(List<Row> rows, Map<String, Set<String>> where) {
        return rows.stream().filter(row -> where.entrySet().stream().allMatch(condition -> row.node(condition.getKey())
                .filter(Node::isURI)
                .map(node -> Iris.localName(node.getURI()))
                .filter(condition.getValue()::contains)
                .isPresent()));
    }
}
