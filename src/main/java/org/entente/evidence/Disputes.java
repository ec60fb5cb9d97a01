package org.entente.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.encounter.EntityNamesReader;
import org.entente.execution.Row;

/** Makes contradictions readable: one dispute for each conflict, with its sides and how it was decided. */
public final class Disputes {
    private final Evidence evidence;
    private final EntityNamesReader names;
    private final Map<Node, List<Row>> rationales;

    /** @param rationales rows of the query {@code rationales}, by decision */
    public Disputes(Evidence evidence, Map<Node, List<Row>> rationales) {
        this.evidence = evidence;
        this.names = evidence.names();
        this.rationales = rationales;
    }

    /** @param rows of the query {@code disputes}, about one event */
    public List<Dispute> of(List<Row> rows) {
        Map<Node, List<Row>> byConflict = new LinkedHashMap<>();
        rows.forEach(row -> byConflict
                .computeIfAbsent(row.bound("conflict"), c -> new ArrayList<>())
                .add(row));
        return byConflict.entrySet().stream()
                .map(e -> dispute(e.getKey(), e.getValue()))
                .toList();
    }

    private Dispute dispute(Node conflict, List<Row> rows) {
        Map<Node, List<Row>> byReport = new LinkedHashMap<>();
        rows.forEach(row -> byReport.computeIfAbsent(row.bound("report"), r -> new ArrayList<>())
                .add(row));
        List<Dispute.Side> sides = byReport.entrySet().stream()
                .map(e -> new Dispute.Side(
                        e.getKey(),
                        names.of(e.getValue().getFirst().bound("document")),
                        e.getValue().stream()
                                .filter(row -> row.has("value"))
                                .map(row -> names.of(row.bound("value")).label())
                                .distinct()
                                .sorted()
                                .toList()))
                .toList();
        Row row = rows.getFirst();
        Optional<Dispute.Choice> choice = rows.stream()
                .filter(r -> r.has("decision"))
                .findFirst()
                .map(r -> choice(
                        r,
                        Set.copyOf(rows.stream()
                                .filter(c -> c.has("chosen"))
                                .map(c -> c.bound("chosen"))
                                .distinct()
                                .toList())));
        return new Dispute(
                conflict,
                names.of(row.bound("thing")),
                names.of(row.bound("aspect")),
                names.of(row.node("person")),
                sides,
                choice);
    }

    Dispute.Choice choice(Row row, Set<Node> prefers) {
        return new Dispute.Choice(
                names.of(row.bound("decision")),
                prefers,
                evidence.best(rationales.getOrDefault(row.bound("decision"), List.of()), "rationale"),
                row.text("decidedBy"),
                row.text("decidedOn").replaceFirst("T.*", ""));
    }
}
