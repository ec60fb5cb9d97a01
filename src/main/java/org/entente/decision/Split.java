package org.entente.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** Lines of sources that name one entry speak of another one, for which it was taken. */
record Split(Pair pair, List<Line> lines) implements Matter {
    /** A report or participation. */
    record Line(Node node, Option option) {}

    static Optional<Matter> read(Select select, Node taken, Node meant) {
        Pair pair = Pair.read(select, taken, meant);
        if (!pair.isKnown()) {
            return Optional.empty();
        }
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
        return Optional.of(new Split(pair, List.copyOf(lines.values())));
    }

    @Override
    public DecisionKind kind() {
        return DecisionKind.SPLIT;
    }

    @Override
    public Said heading() {
        return new Said("heading", pair.both());
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
        List<List<Node>> of = new ArrayList<>(pair.both());
        of.add(options.stream()
                .flatMap(option -> option.sources().stream())
                .map(Option.Source::document)
                .distinct()
                .toList());
        return new Draft(
                List.of(pair.one()),
                EntProperty.SPLIT_FROM,
                List.of(pair.other()),
                List.of(),
                assigned,
                "",
                List.of(new Said("counts", of)),
                new Said("label", of));
    }
}
