package org.entente.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** An earlier decision is taken back. One that takes another back can be taken back itself: then the first counts again. */
final class Withdrawal implements Matter {
    private final Node decision;
    private final List<Node> by;

    private Withdrawal(Node decision, List<Node> by) {
        this.decision = decision;
        this.by = by;
    }

    static Optional<Matter> read(Select select, Node decision) {
        List<Row> rows = select.rows(InternalQuery.DECISION_WITHDRAWAL, Map.of("decision", decision))
                .rows();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Node> by =
                rows.stream().flatMap(row -> row.node("by").stream()).distinct().toList();
        return Optional.of(new Withdrawal(decision, by));
    }

    @Override
    public DecisionKind kind() {
        return DecisionKind.WITHDRAWAL;
    }

    @Override
    public Said heading() {
        return new Said("heading", List.of(List.of(decision)));
    }

    @Override
    public List<Option> options() {
        return List.of(new Option("withdraw", new Said("option", List.of(List.of(decision))), List.of()));
    }

    @Override
    public boolean several() {
        return false;
    }

    @Override
    public List<Node> decided() {
        return by;
    }

    @Override
    public List<String> state() {
        List<String> lines = new ArrayList<>(List.of(Prefixes.compact(decision.getURI())));
        by.forEach(one -> lines.add(Prefixes.compact(one.getURI())));
        return lines;
    }

    @Override
    public Draft draft(Set<String> chosen) {
        chosen(chosen);
        List<List<Node>> about = List.of(List.of(decision));
        return Draft.of(
                List.of(decision),
                EntProperty.WITHDRAWN_BY,
                List.of(),
                List.of(decision),
                List.of(new Said("counts", about)),
                new Said("label", about));
    }
}
