package org.entente.web.canned;

import java.util.List;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.page.View;
import org.jspecify.annotations.Nullable;

/** Implausible statements by kind, with the meaning of each kind and what to do about it. */
public final class PlausibilityPage implements ResultPage {
    private static final List<String> KINDS =
            List.of("twoPlaces", "officeNotHeld", "titleInDoubt", "bodyNotThere", "hostIsGuest", "sessionOrder");

    /** All kinds, including those without findings. */
    public record Findings(CannedAnswer answer, List<Kind> kinds) implements View {
        @Override
        public String template() {
            return "canned/plausibility.jte";
        }
    }

    /** A kind of finding. Its texts are found under its name. */
    public record Kind(String name, long total, List<Finding> findings) {}

    /** A statement to check again. @param evidence null if no event is named */
    public record Finding(
            Cell thing,
            Cell event,
            Cell date,
            Cell detail,
            Cell other,
            Cell otherDate,
            @Nullable EvidenceBadge evidence) {}

    @Override
    public Groups group(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request) {
        Messages messages = Messages.in(request.language());
        List<Row> page = ConflictsPage.page(rows.rows(), request.window().page());
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
        return new Groups(rows.rows().size(), answer -> new Findings(answer, kinds));
    }

    private static Finding finding(Row row, EntityLabels labels, Messages messages) {
        return new Finding(
                ConflictsPage.cell(row, "thing", labels),
                ConflictsPage.cell(row, "event", labels),
                ConflictsPage.date(row, "date", messages),
                ConflictsPage.cell(row, "detail", labels),
                ConflictsPage.cell(row, "other", labels),
                ConflictsPage.date(row, "otherDate", messages),
                row.node("event")
                        .map(event -> EvidenceBadge.of(event.getURI(), "doubt", 0, messages.language()))
                        .orElse(null));
    }
}
