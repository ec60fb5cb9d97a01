package org.entente.web.canned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.page.View;
import org.jspecify.annotations.Nullable;

/** Participants known by office only, each with its possible holders and the reasons. */
public final class CandidatesPage implements ResultPage {
    /** One page of such participants. */
    public record Unnamed(CannedAnswer answer, List<Post> posts) implements View {
        @Override
        public String template() {
            return "canned/candidates.jte";
        }
    }

    /**
     * An office that took part in an event.
     *
     * @param about name of its participation in addresses
     */
    public record Post(
            Cell post,
            Cell event,
            Cell date,
            Cell attendance,
            List<Holder> holders,
            EvidenceBadge evidence,
            String about) {
        /** Whether somebody can be said to be meant, or not to be. */
        public boolean isOpen() {
            return holders.stream()
                    .anyMatch(holder -> holder.person() != null && !holder.fit().equals("decided"));
        }
    }

    /**
     * A possible holder.
     *
     * @param person null if no holder is known
     * @param fit certain, possible, none or decided
     */
    public record Holder(@Nullable Cell person, Cell tenure, String fit, Cell fitLabel, Cell why) {}

    @Override
    public Groups group(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request) {
        Messages messages = Messages.in(request.language());
        Map<String, List<Row>> byPost = new LinkedHashMap<>();
        rows.rows().forEach(row -> byPost.computeIfAbsent(
                        row.text("event") + " " + row.text("post"), k -> new ArrayList<>())
                .add(row));
        List<Post> posts = new ArrayList<>();
        byPost.values().forEach(its -> posts.add(post(its, labels, messages)));
        List<Post> page = ConflictsPage.page(posts, request.window().page());
        return new Groups(posts.size(), answer -> new Unnamed(answer, page));
    }

    private static Post post(List<Row> rows, EntityLabels labels, Messages messages) {
        Row first = rows.getFirst();
        List<Holder> holders = rows.stream()
                .map(row -> new Holder(
                        row.node("candidate").map(labels::cell).orElse(null),
                        ConflictsPage.date(row, "tenureDate", messages),
                        row.text("fit"),
                        ConflictsPage.cell(row, "fitLabel", labels),
                        ConflictsPage.cell(row, "why", labels)))
                .distinct()
                .toList();
        return new Post(
                ConflictsPage.cell(first, "post", labels),
                ConflictsPage.cell(first, "event", labels),
                ConflictsPage.date(first, "date", messages),
                ConflictsPage.cell(first, "attendance", labels),
                holders,
                EvidenceBadge.of(first.text("event"), "unnamed", 0, messages.language()),
                Prefixes.compact(first.text("participation")));
    }
}
