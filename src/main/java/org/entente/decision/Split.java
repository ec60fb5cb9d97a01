package org.entente.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** Lines of sources that name one entry speak of another one, for which it was taken. The other one is there, or is made. */
record Split(Pair pair, Optional<NewThing> made, List<Line> lines) implements Matter {
    /** A report or participation. */
    record Line(Node node, Option option) {}

    static Optional<Matter> read(Select select, Node taken, Node meant) {
        Pair pair = Pair.read(select, taken, meant);
        return pair.isKnown() ? Optional.of(new Split(pair, Optional.empty(), lines(select, taken))) : Optional.empty();
    }

    /** @param typed of an entry that is made with the decision */
    static Optional<Matter> read(Select select, Node taken, NewEntry typed) {
        NewThing made = NewThing.read(select, taken, typed);
        Pair pair = Pair.read(select, taken, made.thing());
        return pair.isOneKnown()
                ? Optional.of(new Split(pair, Optional.of(made), lines(select, taken)))
                : Optional.empty();
    }

    private static List<Line> lines(Select select, Node taken) {
        Map<Node, Line> lines = new LinkedHashMap<>();
        for (Row row : select.rows(InternalQuery.DECISION_NAMING, Map.of("thing", taken))
                .rows()) {
            Node line = row.bound("line");
            List<List<Node>> of = new ArrayList<>(List.of(List.of(row.bound("event"))));
            row.node("printed").ifPresent(printed -> of.add(List.of(printed)));
            lines.putIfAbsent(
                    line,
                    new Line(
                            line,
                            new Option(
                                    DigestUtils.sha256Hex(line.getURI()).substring(0, 12),
                                    new Said(of.size() > 1 ? "option.printed" : "option", of),
                                    List.of(new Option.Source(row.bound("document"), row.text("locator"))))));
        }
        return List.copyOf(lines.values());
    }

    @Override
    public DecisionKind kind() {
        return DecisionKind.SPLIT;
    }

    @Override
    public Said heading() {
        return made.isPresent()
                ? new Said("heading.new", List.of(List.of(pair.one())))
                : new Said("heading", pair.both());
    }

    @Override
    public List<Option> options() {
        return lines.stream().map(Line::option).toList();
    }

    @Override
    public boolean several() {
        return true;
    }

    @Override
    public List<Node> decided() {
        return pair.decided();
    }

    @Override
    public List<String> state() {
        List<String> state = new ArrayList<>(pair.state());
        lines.forEach(line -> state.add(Prefixes.compact(line.node.getURI())));
        return state;
    }

    @Override
    public Draft draft(Set<String> chosen) {
        List<Option> options = chosen(chosen);
        List<Node> assigned = lines.stream()
                .filter(line -> options.contains(line.option))
                .map(Line::node)
                .toList();
        Optional<NewThing> entry = made.map(NewThing::checked);
        List<List<Node>> of = new ArrayList<>(List.of(
                List.of(pair.one()),
                List.of(entry.map(NewThing::name).orElse(pair.other())),
                options.stream()
                        .flatMap(option -> option.sources().stream())
                        .map(Option.Source::document)
                        .distinct()
                        .toList()));
        List<Said> said = new ArrayList<>();
        entry.ifPresent(one -> {
            Node curie = NodeFactory.createLiteralString(one.curie());
            said.add(new Said("makes", List.of(List.of(pair.one()), List.of(one.name()), List.of(curie))));
        });
        said.add(new Said("counts", of));
        entry.ifPresent(one -> said.add(new Said("undo", List.of(List.of(pair.one()), List.of(one.name())))));
        return new Draft(
                List.of(pair.one()),
                EntProperty.SPLIT_FROM,
                List.of(pair.other()),
                List.of(),
                assigned,
                "",
                entry,
                said,
                new Said("label", of));
    }
}
