package org.entente.web;

import java.util.List;

/** What can hardly be right, by kind, each kind with what it means and what to do about it. */
public final class PlausibilityReading implements Reading {
    private static final List<String> KINDS =
            List.of("twoPlaces", "officeNotHeld", "titleInDoubt", "bodyNotThere", "hostIsGuest", "sessionOrder");

    /** All kinds that were looked for, also those of which nothing was found. */
    public record Findings(List<Kind> kinds) {}

    /** A kind of finding; its texts stand in the messages under its name. */
    public record Kind(String name, long total, List<Finding> findings) {}

    /** Something to read again. */
    public record Finding(
            Cell thing, Cell event, Cell date, Cell detail, Cell other, Cell otherDate, EvidenceLink evidence) {}

    @Override
    public String template() {
        return "plausibility.jte";
    }

    @Override
    public Told tell(Asker.Session session, Rows rows, Labels labels, CannedRequest request) {
        Messages messages = Messages.in(request.language());
        List<Row> page = ConflictsReading.page(rows.rows(), request.page());
        List<String> asked = request.given().getOrDefault("kind", List.of()).stream()
                .filter(kind -> !kind.isBlank())
                .toList();
        List<Kind> kinds = KINDS.stream()
                .filter(kind -> asked.isEmpty() || asked.contains(kind))
                .map(kind -> new Kind(
                        kind,
                        rows.rows().stream()
                                .filter(row -> row.text("kind").equals(kind))
                                .count(),
                        page.stream()
                                .filter(row -> row.text("kind").equals(kind))
                                .map(row -> finding(row, labels, messages))
                                .toList()))
                .toList();
        return new Told(new Findings(kinds), rows.rows().size());
    }

    private static Finding finding(Row row, Labels labels, Messages messages) {
        return new Finding(
                ConflictsReading.cell(row, "thing", labels),
                ConflictsReading.cell(row, "event", labels),
                CandidatesReading.date(row, "date", messages),
                ConflictsReading.cell(row, "detail", labels),
                ConflictsReading.cell(row, "other", labels),
                CandidatesReading.date(row, "otherDate", messages),
                row.node("event")
                        .map(event -> EvidenceLink.of(event.getURI(), "doubt", 0, messages.language()))
                        .orElse(null));
    }
}
