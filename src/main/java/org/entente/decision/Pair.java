package org.entente.decision;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Prefixes;

/** Two entries that may be one, or may have been taken for one. */
record Pair(Node one, Node other, List<Row> rows) {
    /** @throws DecisionException if they are the same */
    static Pair read(Select select, Node one, Node other) {
        if (one.equals(other)) {
            throw new DecisionException("same");
        }
        return new Pair(
                one,
                other,
                select.rows(InternalQuery.DECISION_IDENTITY, "thing", List.of(one, other))
                        .rows());
    }

    /** Whether both are entries of the collection. */
    boolean isKnown() {
        return isKnown(one) && isKnown(other);
    }

    private boolean isKnown(Node thing) {
        return rows.stream().anyMatch(row -> row.bound("thing").equals(thing));
    }

    List<List<Node>> both() {
        return List.of(List.of(one), List.of(other));
    }

    List<Node> decided() {
        return rows.stream()
                .flatMap(row -> row.node("decision").stream())
                .distinct()
                .toList();
    }

    List<String> state() {
        List<String> lines = new ArrayList<>();
        lines.add(Prefixes.compact(one.getURI()));
        lines.add(Prefixes.compact(other.getURI()));
        decided().forEach(decision -> lines.add(Prefixes.compact(decision.getURI())));
        return lines;
    }
}
