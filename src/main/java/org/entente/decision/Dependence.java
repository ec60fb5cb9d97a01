package org.entente.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** One of two documents draws on the other: then it is no witness of its own beside it. */
final class Dependence {
    private Dependence() {}

    static Optional<Matter> read(Select select, Node one, Node other) {
        if (one.equals(other)) {
            throw new DecisionException("same");
        }
        List<Row> rows = select.rows(InternalQuery.DECISION_DEPENDENCE, "document", List.of(one, other))
                .rows();
        if (of(rows, one).isEmpty() || of(rows, other).isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> state = new TreeSet<>();
        rows.forEach(row -> state.add(Prefixes.compact(row.bound("document").getURI())
                + row.node("earlier")
                        .map(e -> " < " + Prefixes.compact(e.getURI()))
                        .orElse("")
                + row.node("decision")
                        .map(d -> " " + Prefixes.compact(d.getURI()))
                        .orElse("")));
        List<Choices.Choice> choices = new ArrayList<>();
        // Whoever draws on a document cannot be what it draws on.
        if (!drawsOn(rows, one, other) && !drawsOn(rows, other, one)) {
            choices.add(choice("first", one, other));
            choices.add(choice("second", other, one));
        }
        List<Node> decided = rows.stream()
                .filter(row -> row.node("earlier")
                        .filter(e -> e.equals(one) || e.equals(other))
                        .isPresent())
                .flatMap(row -> row.node("decision").stream())
                .distinct()
                .toList();
        return Optional.of(new Choices(
                DecisionKind.DEPENDENCE,
                new Said("heading", List.of(List.of(one), List.of(other))),
                choices,
                decided,
                List.copyOf(state)));
    }

    private static List<Row> of(List<Row> rows, Node document) {
        return rows.stream()
                .filter(row -> row.bound("document").equals(document))
                .toList();
    }

    private static boolean drawsOn(List<Row> rows, Node document, Node earlier) {
        return of(rows, document).stream()
                .anyMatch(row -> row.node("earlier").filter(earlier::equals).isPresent());
    }

    private static Choices.Choice choice(String id, Node document, Node earlier) {
        return Choices.Choice.relation(
                id, document, EntProperty.DERIVES_FROM, earlier, List.of(List.of(document), List.of(earlier)));
    }
}
