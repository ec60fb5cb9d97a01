package org.entente.web.canned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.ColumnType;
import org.entente.time.Edtf;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntConcept;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.picture.Picture;
import org.entente.web.picture.Sign;
import org.entente.web.picture.Timeline;

/** The rows of a result on a timeline: a sign or a bar for each subject and date. */
final class RowTimeline {
    private static final Set<String> NOT_HELD =
            Set.of(EntConcept.CANCELLED.getURI(), EntConcept.POSTPONED.getURI(), EntConcept.DENIED.getURI());
    private static final Set<String> ANNOUNCED = Set.of(
            EntConcept.ANNOUNCED.getURI(),
            EntConcept.LEVEL_ANNOUNCED.getURI(),
            EntConcept.LEVEL_ANNOUNCED_HOLDER_OF.getURI());

    private RowTimeline() {}

    static Picture of(
            String title,
            Rows rows,
            RowColumns columns,
            EntityLabels labels,
            Messages messages,
            IntFunction<String> year) {
        String subject = columns.subject().orElseThrow();
        String dates = columns.dates().getFirst();
        List<Timeline.Item> items = new ArrayList<>();
        // A subject with several places or offices has several rows but is shown once.
        Set<List<Object>> seen = new LinkedHashSet<>();
        for (Row row : rows.rows()) {
            Node thing = row.node(subject).orElse(null);
            Node date = row.node(dates).orElse(null);
            String who = whom(row, columns, subject, labels);
            if (thing == null || !seen.add(Arrays.asList(thing, date, who))) {
                continue;
            }
            String name = who.isEmpty()
                    ? RowColumns.label(row, subject, labels)
                    : who + " · " + RowColumns.label(row, subject, labels);
            List<Edtf> known = date == null ? List.of() : ColumnValues.dates(date);
            if (known.isEmpty()) {
                items.add(new Timeline.Item(name, "", "", href(thing, messages), sign(row), TimeBounds.UNKNOWN));
            }
            for (Edtf edtf : known) {
                items.add(new Timeline.Item(
                        name,
                        ChainView.phrase(edtf.text(), messages),
                        "",
                        href(thing, messages),
                        sign(row),
                        edtf.bounds()));
            }
        }
        return Timeline.of(title, items, year, messages);
    }

    /** The person besides the event: who was met. */
    private static String whom(Row row, RowColumns columns, String subject, EntityLabels labels) {
        return row.node("whom").isPresent() && !subject.equals("whom") ? RowColumns.label(row, "whom", labels) : "";
    }

    /** The link: the evidence of an event, the page of any other entity. */
    private static String href(Node thing, Messages messages) {
        return ColumnValues.isOf(thing, ColumnType.EVENT)
                ? EvidenceBadge.of(thing.getURI(), "stated", 0, messages.language())
                        .href()
                : href(thing);
    }

    static String href(Node thing) {
        return thing.isURI() ? Cell.href(thing.getURI()) : "";
    }

    /** The sign of a row, by its status or level and its confidence. */
    static Sign sign(Row row) {
        String status = row.text("status").isEmpty() ? row.text("level") : row.text("status");
        if (status.equals(EntConcept.CONTRADICTED.getURI())) {
            return Sign.CONTRADICTED;
        }
        if (NOT_HELD.contains(status)) {
            return Sign.NOT_HELD;
        }
        if (ANNOUNCED.contains(status)) {
            return Sign.ANNOUNCED;
        }
        if (status.equals(EntConcept.LEVEL_CANDIDATE.getURI())) {
            return Sign.DERIVED;
        }
        return row.text("confidence").equals(EntConcept.LOW.getURI()) ? Sign.DOUBTED : Sign.STATED;
    }
}
