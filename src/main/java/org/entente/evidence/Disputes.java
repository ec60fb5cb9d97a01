package org.entente.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.encounter.EncounterQueries.Found;
import org.entente.encounter.EntityNamesReader;

/** Makes contradictions readable: one dispute for each conflict, with its sides and how it was decided. */
public final class Disputes {
    private final Evidence evidence;
    private final EntityNamesReader names;
    private final Map<Node, List<Found>> rationales;

    /** @param rationales rows of the query {@code rationales}, by decision */
    public Disputes(Evidence evidence, Map<Node, List<Found>> rationales) {
        this.evidence = evidence;
        this.names = evidence.names();
        this.rationales = rationales;
    }

    /** @param rows of the query {@code disputes}, about one event */
    public List<Dispute> of(List<Found> rows) {
        Map<Node, List<Found>> byConflict = new LinkedHashMap<>();
        rows.forEach(row -> byConflict
                .computeIfAbsent(row.node("conflict"), c -> new ArrayList<>())
                .add(row));
        return byConflict.entrySet().stream()
                .map(e -> dispute(e.getKey(), e.getValue()))
                .toList();
    }

    private Dispute dispute(Node conflict, List<Found> rows) {
        Map<Node, List<Found>> byReport = new LinkedHashMap<>();
        rows.forEach(row -> byReport.computeIfAbsent(row.node("report"), r -> new ArrayList<>())
                .add(row));
        List<Dispute.Side> sides = byReport.entrySet().stream()
                .map(e -> new Dispute.Side(
                        e.getKey(),
                        names.of(e.getValue().getFirst().node("document")),
                        e.getValue().stream()
                                .filter(row -> row.has("value"))
                                .map(row -> names.of(row.node("value")).label())
                                .distinct()
                                .sorted()
                                .toList()))
                .toList();
        Found row = rows.getFirst();
        Optional<Dispute.Choice> choice = rows.stream()
                .filter(r -> r.has("decision"))
                .findFirst()
                .map(r -> choice(
                        r,
                        Set.copyOf(rows.stream()
                                .filter(c -> c.has("chosen"))
                                .map(c -> c.node("chosen"))
                                .distinct()
                                .toList())));
        return new Dispute(conflict, names.of(row.node("thing")), names.of(row.node("aspect")), sides, choice);
    }

    Dispute.Choice choice(Found row, Set<Node> prefers) {
        return new Dispute.Choice(
                names.of(row.node("decision")),
                prefers,
                evidence.best(rationales.getOrDefault(row.node("decision"), List.of()), "rationale"),
                row.text("decidedBy"),
                row.text("decidedOn").replaceFirst("T.*", ""));
    }
}
