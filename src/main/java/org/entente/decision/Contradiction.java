package org.entente.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** Reports contradict each other: which of them count. Those that say the same are one choice. */
final class Contradiction implements Matter {
    private final Node thing;
    private final Node aspect;
    private final Optional<Node> person;
    private final List<Node> decided;
    private final Map<Node, Account> accounts = new LinkedHashMap<>();
    private final List<Side> sides;

    /** What one report says, and the participations in which it says who signed. */
    private record Account(Option.Source source, Set<Node> values, List<Signing> signings) {}

    /** Somebody signed for a side. */
    private record Signing(Node participation, Node side, Node who) {}

    /** Reports that say the same. */
    private record Side(String id, List<Node> values, List<Node> reports) {}

    private Contradiction(List<Row> rows) {
        Row first = rows.getFirst();
        thing = first.bound("thing");
        aspect = first.bound("aspect");
        person = first.node("person");
        decided = rows.stream()
                .flatMap(row -> row.node("decision").stream())
                .distinct()
                .toList();
        for (Row row : rows) {
            Account account = accounts.computeIfAbsent(
                    row.bound("report"),
                    r -> new Account(
                            new Option.Source(row.bound("document"), row.text("locator")),
                            new LinkedHashSet<>(),
                            new ArrayList<>()));
            row.node("value").ifPresent(account.values::add);
            row.node("signing")
                    .map(signing -> new Signing(signing, row.node("side").orElse(thing), row.bound("value")))
                    .ifPresent(account.signings::add);
        }
        Map<Set<Node>, List<Node>> alike = new LinkedHashMap<>();
        accounts.forEach((report, account) ->
                alike.computeIfAbsent(account.values, v -> new ArrayList<>()).add(report));
        sides = alike.entrySet().stream()
                .map(e -> new Side(
                        DigestUtils.sha256Hex(e.getKey() + " " + e.getValue()).substring(0, 12),
                        List.copyOf(e.getKey()),
                        e.getValue()))
                .toList();
    }

    /** The contradiction; empty if there is none of this IRI. */
    static Optional<Matter> read(Select select, Node conflict) {
        List<Row> rows = select.rows(InternalQuery.DECISION_CONTRADICTION, Map.of("conflict", conflict))
                .rows();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Contradiction(rows));
    }

    @Override
    public DecisionKind kind() {
        return DecisionKind.CONTRADICTION;
    }

    @Override
    public Said heading() {
        return person.map(about -> new Said("heading.person", List.of(List.of(thing), List.of(aspect), List.of(about))))
                .orElseGet(() -> new Said("heading", List.of(List.of(thing), List.of(aspect))));
    }

    @Override
    public List<Option> options() {
        return sides.stream()
                .map(side -> new Option(
                        side.id,
                        side.values.isEmpty()
                                ? new Said("option.report", List.of(side.reports))
                                : new Said("option", List.of(side.values)),
                        side.reports.stream()
                                .flatMap(report -> Stream.ofNullable(accounts.get(report)))
                                .map(Account::source)
                                .toList()))
                .toList();
    }

    @Override
    public boolean several() {
        return sides.size() > 2;
    }

    @Override
    public List<Node> decided() {
        return decided;
    }

    @Override
    public List<String> state() {
        Set<String> lines = new TreeSet<>();
        accounts.forEach((report, account) -> {
            List<String> values = account.values.stream()
                    .map(value -> value.isURI() ? Prefixes.compact(value.getURI()) : value.getLiteralLexicalForm())
                    .sorted()
                    .toList();
            lines.add(Prefixes.compact(report.getURI()) + ": " + String.join(", ", values));
        });
        decided.forEach(decision -> lines.add(Prefixes.compact(decision.getURI())));
        return List.copyOf(lines);
    }

    @Override
    public Draft draft(Set<String> chosen) {
        Set<String> ids = new LinkedHashSet<>();
        chosen(chosen).forEach(option -> ids.add(option.id()));
        List<Side> counting =
                sides.stream().filter(side -> ids.contains(side.id)).toList();
        List<Side> aside = sides.stream().filter(side -> !ids.contains(side.id)).toList();
        if (aside.isEmpty()) {
            throw new DecisionException("all");
        }
        List<Node> on = new ArrayList<>(List.of(thing));
        person.ifPresent(on::add);
        List<Node> prefers = reports(counting);
        List<Node> overrides = new ArrayList<>(reports(aside));
        overrides.addAll(signingsAgainst(prefers, reports(aside)));
        List<Said> said = new ArrayList<>();
        said.add(new Said("counts", List.of(values(counting), documents(prefers))));
        said.add(new Said("aside", List.of(values(aside), documents(reports(aside)))));
        return Draft.of(
                on,
                aspect,
                prefers,
                overrides,
                said,
                new Said("label", List.of(List.of(thing), List.of(aspect), values(counting))));
    }

    private static List<Node> reports(List<Side> sides) {
        return sides.stream().flatMap(side -> side.reports.stream()).toList();
    }

    /** What they say; the reports themselves where that is no value. */
    private static List<Node> values(List<Side> sides) {
        return sides.stream()
                .flatMap(side -> (side.values.isEmpty() ? side.reports : side.values).stream())
                .distinct()
                .toList();
    }

    private List<Node> documents(List<Node> reports) {
        return reports.stream()
                .flatMap(report -> Stream.ofNullable(accounts.get(report)))
                .map(account -> account.source.document())
                .distinct()
                .toList();
    }

    /** Where the same side signed by others than by those who count. */
    private List<Node> signingsAgainst(List<Node> prefers, List<Node> aside) {
        if (!aspect.equals(EntProperty.PARTICIPANT)) {
            return List.of();
        }
        List<Signing> counting = signings(prefers);
        return signings(aside).stream()
                .filter(signing -> counting.stream().anyMatch(other -> other.side.equals(signing.side))
                        && counting.stream()
                                .filter(other -> other.side.equals(signing.side))
                                .noneMatch(other -> other.who.equals(signing.who)))
                .map(Signing::participation)
                .distinct()
                .toList();
    }

    private List<Signing> signings(List<Node> reports) {
        return reports.stream()
                .flatMap(report -> Stream.ofNullable(accounts.get(report)))
                .flatMap(account -> account.signings.stream())
                .toList();
    }
}
