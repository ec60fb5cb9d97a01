package org.entente.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.encounter.Attestation;
import org.entente.encounter.EncounterQueries.Found;
import org.entente.encounter.EntityNamesReader;
import org.entente.encounter.Named;

/** Makes accounts of sources readable: one testimony for each report, its note in the reader's language. */
public final class Evidence {
    private final EntityNamesReader names;
    private final String language;

    public Evidence(EntityNamesReader names, String language) {
        this.names = names;
        this.language = language;
    }

    EntityNamesReader names() {
        return names;
    }

    public String language() {
        return language;
    }

    /** @param rows of the query {@code accounts} */
    public List<Attestation> testimonies(List<Found> rows, Set<Node> ofA, Set<Node> ofB) {
        Map<Node, List<Found>> byReport = new LinkedHashMap<>();
        rows.forEach(row -> byReport.computeIfAbsent(row.node("report"), r -> new ArrayList<>())
                .add(row));
        return byReport.entrySet().stream()
                .map(e -> testimony(e.getKey(), e.getValue(), ofA.contains(e.getKey()), ofB.contains(e.getKey())))
                .toList();
    }

    private Attestation testimony(Node report, List<Found> rows, boolean ofA, boolean ofB) {
        Found row = rows.getFirst();
        String title = best(rows, "title");
        Named document = names.of(row.node("document"));
        return new Attestation(
                report,
                names.of(row.node("event")),
                title.isEmpty() ? document : new Named(document.node(), title),
                names.ofNullable(row.node("publisher")),
                row.text("language"),
                row.text("published"),
                row.has("url") ? Optional.of(row.text("url")) : Optional.empty(),
                names.ofNullable(row.node("reliability")),
                String.join(
                        ", ",
                        rows.stream()
                                .map(r -> r.text("locator"))
                                .distinct()
                                .sorted()
                                .toList()),
                names.ofNullable(row.node("status")),
                String.join(
                        " | ",
                        rows.stream()
                                .map(r -> r.text("date"))
                                .filter(d -> !d.isEmpty())
                                .distinct()
                                .sorted()
                                .toList()),
                names.ofNullable(row.node("modality")),
                best(rows, "note"),
                ofA,
                ofB);
    }

    /** The text in the reader's language, else in English, else any. */
    String best(List<Found> rows, String variable) {
        for (String wanted : List.of(language, "en", "*")) {
            Optional<String> found = rows.stream()
                    .filter(row -> row.has(variable)
                            && (wanted.equals("*") || row.language(variable).equals(wanted)))
                    .map(row -> row.text(variable))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "";
    }
}
