package org.entente.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.encounter.Attestation;
import org.entente.encounter.EntityNamesReader;
import org.entente.encounter.Named;
import org.entente.execution.Row;
import org.entente.store.LanguageOrder;

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
    public List<Attestation> testimonies(List<Row> rows, Set<Node> ofA, Set<Node> ofB) {
        Map<Node, List<Row>> byReport = new LinkedHashMap<>();
        rows.forEach(row -> byReport.computeIfAbsent(row.bound("report"), r -> new ArrayList<>())
                .add(row));
        return byReport.entrySet().stream()
                .map(e -> testimony(e.getKey(), e.getValue(), ofA.contains(e.getKey()), ofB.contains(e.getKey())))
                .toList();
    }

    private Attestation testimony(Node report, List<Row> rows, boolean ofA, boolean ofB) {
        Row row = rows.getFirst();
        String title = best(rows, "title");
        Named document = names.of(row.bound("document"));
        return new Attestation(
                report,
                names.of(row.bound("event")),
                title.isEmpty() ? document : new Named(document.node(), title),
                names.of(row.node("publisher")),
                row.text("language"),
                row.text("published"),
                row.has("url") ? Optional.of(row.text("url")) : Optional.empty(),
                names.of(row.node("reliability")),
                String.join(
                        ", ",
                        rows.stream()
                                .map(r -> r.text("locator"))
                                .distinct()
                                .sorted()
                                .toList()),
                names.of(row.node("status")),
                String.join(
                        " | ",
                        rows.stream()
                                .map(r -> r.text("date"))
                                .filter(d -> !d.isEmpty())
                                .distinct()
                                .sorted()
                                .toList()),
                names.of(row.node("modality")),
                best(rows, "note"),
                ofA,
                ofB);
    }

    /** The text in the reader's language, else in another, see {@link LanguageOrder}; "" if there is none. */
    String best(List<Row> rows, String variable) {
        return LanguageOrder.best(
                        rows.stream().filter(row -> row.has(variable)).toList(),
                        row -> row.language(variable),
                        language)
                .map(row -> row.text(variable))
                .orElse("");
    }
}
