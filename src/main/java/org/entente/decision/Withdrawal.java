package org.entente.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** An earlier decision is taken back. One that takes another back can be taken back itself: then the first counts again. */
final class Withdrawal {
    private Withdrawal() {}

    static Optional<Matter> read(Select select, Node decision) {
        List<Row> rows = select.rows(InternalQuery.DECISION_WITHDRAWAL, Map.of("decision", decision))
                .rows();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Node> by =
                rows.stream().flatMap(row -> row.node("by").stream()).distinct().toList();
        List<String> state = new ArrayList<>(List.of(Prefixes.compact(decision.getURI())));
        by.forEach(one -> state.add(Prefixes.compact(one.getURI())));
        List<List<Node>> about = List.of(List.of(decision));
        Draft draft = Draft.of(
                List.of(decision),
                EntProperty.WITHDRAWN_BY,
                List.of(),
                List.of(decision),
                List.of(new Said("counts", about)),
                new Said("label", about));
        return Optional.of(new Choices(
                DecisionKind.WITHDRAWAL,
                new Said("heading", about),
                List.of(new Choices.Choice(new Option("withdraw", new Said("option", about), List.of()), draft)),
                by,
                List.copyOf(state)));
    }
}
