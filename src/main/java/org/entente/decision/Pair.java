package org.entente.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    boolean isOtherKnown() {
        return isKnown(other);
    }

    boolean isOneKnown() {
        return isKnown(one);
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

    /** The entries that there are, and the decisions on them. */
    List<String> state() {
        List<String> lines = new ArrayList<>();
        Stream.of(one, other).filter(this::isKnown).forEach(thing -> lines.add(Prefixes.compact(thing.getURI())));
        decided().forEach(decision -> lines.add(Prefixes.compact(decision.getURI())));
        return lines;
    }
}
