package org.entente.web.canned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.page.View;
import org.jspecify.annotations.Nullable;

/** Contradictions with their sides and decisions; those without a decision come first. */
public final class ConflictsPage implements ResultPage {
    /** One page of contradictions, with the number of decided and open ones. */
    public record Conflicts(CannedAnswer answer, List<Conflict> conflicts, long decided, long open) implements View {
        @Override
        public String template() {
            return "canned/conflicts.jte";
        }
    }

    /**
     * A contradiction.
     *
     * @param decision null if there is none
     * @param rationale the reasons for the decision
     * @param by who decided
     * @param on when, in words
     */
    public record Conflict(
            String id,
            Cell thing,
            Cell aspect,
            List<Side> sides,
            @Nullable Cell decision,
            Cell rationale,
            String by,
            Cell on,
            EvidenceBadge evidence) {
        /** Its name in addresses. */
        public String about() {
            return id.replaceFirst("-", ":");
        }

        public boolean isDecided() {
            return decision != null;
        }
    }

    /**
     * The reports that agree on a value.
     *
     * @param preferred whether the decision adopts this value
     */
    public record Side(Cell value, List<Source> sources, boolean preferred) {}

    /** A source and the passage. */
    public record Source(Cell document, String locator) {}

    @Override
    public Groups group(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request) {
        Messages messages = Messages.in(request.language());
        Map<String, List<Row>> byConflict = new LinkedHashMap<>();
        rows.rows().forEach(row -> byConflict
                .computeIfAbsent(row.text("conflict"), c -> new ArrayList<>())
                .add(row));
        List<Conflict> all = new ArrayList<>();
        byConflict.forEach((iri, its) -> all.add(conflict(iri, its, labels, messages)));
        List<Conflict> ordered =
                new ArrayList<>(all.stream().filter(c -> !c.isDecided()).toList());
        long open = ordered.size();
        all.stream().filter(Conflict::isDecided).forEach(ordered::add);
        List<Conflict> page = page(ordered, request.window().page());
        return new Groups(all.size(), answer -> new Conflicts(answer, page, all.size() - open, open));
    }

    private static Conflict conflict(String iri, List<Row> rows, EntityLabels labels, Messages messages) {
        Row first = rows.getFirst();
        Map<String, Side> sides = new LinkedHashMap<>();
        for (Row row : rows) {
            Cell value = value(row, labels, messages);
            boolean preferred = row.text("preferred").equals("true");
            Side side = sides.get(value.text());
            List<Source> sources = new ArrayList<>(side == null ? List.of() : side.sources());
            Source source = new Source(cell(row, "document", labels), row.text("locator"));
            if (!sources.contains(source)) {
                sources.add(source);
            }
            sides.put(
                    value.text(),
                    new Side(
                            side == null ? value : side.value(),
                            sources,
                            preferred || side != null && side.preferred()));
        }
        Node decision = first.node("decision").orElse(null);
        return new Conflict(
                Prefixes.compact(iri).replace(':', '-'),
                cell(first, "thing", labels),
                cell(first, "aspect", labels),
                List.copyOf(sides.values()),
                decision == null ? null : labels.cell(decision),
                first.node("rationale").map(labels::cell).orElse(Cell.EMPTY),
                first.text("decidedBy"),
                date(first, "decidedOn", messages),
                EvidenceBadge.of(first.text("thing"), "dispute", 0, messages.language()));
    }

    private static Cell value(Row row, EntityLabels labels, Messages messages) {
        String text = row.text("valueText");
        String words = ChainView.phrase(text, messages);
        Node value = row.node("value").orElse(null);
        if (!words.equals(text)) {
            return new Cell(words, "", "", text);
        }
        if (text.isEmpty()) {
            return cell(row, "report", labels); // the sides differ in more than one value
        }
        return value != null && value.isURI() ? labels.cell(value) : new Cell(text, "", "");
    }

    /** The cell of a column; empty if it is unbound. */
    static Cell cell(Row row, String column, EntityLabels labels) {
        return row.node(column).map(labels::cell).orElse(Cell.EMPTY);
    }

    /** The date in a column, in words. */
    static Cell date(Row row, String column, Messages messages) {
        String edtf = row.text(column);
        String words = edtf.isEmpty() ? "" : ChainView.phrase(edtf, messages);
        return words.equals(edtf) ? new Cell(edtf, "", "") : new Cell(words, "", "", edtf);
    }

    /** The entries of one page. */
    static <T> List<T> page(List<T> all, int page) {
        long from = Math.min(all.size(), (page - 1L) * PAGE);
        return all.subList((int) from, (int) Math.min(all.size(), from + PAGE));
    }
}
