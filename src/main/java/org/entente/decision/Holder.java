package org.entente.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** A source names only an office: somebody who may have held it then was meant, or was not. */
final class Holder {
    private Holder() {}

    /** @param participation of the office in the event, in the consolidated view */
    static Optional<Matter> read(Select select, Node participation) {
        List<Row> rows = select.rows(InternalQuery.DECISION_HOLDER, Map.of("participation", participation))
                .rows();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Node event = rows.getFirst().bound("event");
        Node post = rows.getFirst().bound("post");
        List<Node> told = all(rows, "told");
        List<Option.Source> sources = rows.stream()
                .map(row -> new Option.Source(row.bound("document"), row.text("locator")))
                .distinct()
                .toList();
        List<Choices.Choice> choices = new ArrayList<>();
        for (Node person : all(rows, "holder")) {
            List<List<Node>> of = List.of(List.of(person), List.of(post), List.of(event));
            choices.add(choice("was", person, of, sources, told, EntProperty.PARTICIPANT, List.of(person), List.of()));
            choices.add(choice(
                    "was-not", person, of, sources, told, EntProperty.POSSIBLE_HOLDER, List.of(), List.of(person)));
        }
        TreeSet<String> state = new TreeSet<>();
        for (String column : List.of("told", "tenure", "decision")) {
            all(rows, column).forEach(node -> state.add(Prefixes.compact(node.getURI())));
        }
        return Optional.of(new Choices(
                DecisionKind.HOLDER,
                new Said("heading", List.of(List.of(post), List.of(event))),
                choices,
                all(rows, "decision"),
                List.copyOf(state)));
    }

    private static List<Node> all(List<Row> rows, String column) {
        return rows.stream()
                .flatMap(row -> row.node(column).stream())
                .distinct()
                .toList();
    }

    private static Choices.Choice choice(
            String word,
            Node person,
            List<List<Node>> of,
            List<Option.Source> sources,
            List<Node> told,
            Node aspect,
            List<Node> prefers,
            List<Node> overrides) {
        String id = word + "-" + DigestUtils.sha256Hex(person.getURI()).substring(0, 12);
        return new Choices.Choice(
                new Option(id, new Said("option." + word, of), sources),
                Draft.of(
                        told,
                        aspect,
                        prefers,
                        overrides,
                        List.of(new Said("counts." + word, of)),
                        new Said("label." + word, of)));
    }
}
