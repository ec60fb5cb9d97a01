package org.entente.web.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Tenures as bars on a time axis. A bar is solid while the office was certainly held, and fades where it may have been
 * held.
 *
 * @param first first year on the scale
 * @param last last year on the scale
 */
public record OfficeBar(int first, int last, List<Office> offices) {
    /** Width of the drawing in its own units. */
    private static final int WIDTH = 1000;
    /** The column with the certain time in EDTF, if the query has one. */
    private static final String CERTAIN = "certain";
    /** Length of the fading part at an open end, in years. */
    private static final double OPEN = 1;

    /**
     * One tenure.
     *
     * @param when the time in words
     * @param softStart the earliest possible start, in thousandths of the scale
     * @param start the start of the certain time
     * @param end the end of the certain time
     * @param softEnd the latest possible end
     */
    public record Office(
            Cell name, EvidenceBadge evidence, String when, int softStart, int start, int end, int softEnd) {}

    boolean isEmpty() {
        return offices.isEmpty();
    }

    private record Span(Row row, double softStart, double start, double end, double softEnd) {}

    /**
     * The bars of rows; rows without a date or a tenure are left out.
     *
     * @param column the column that labels the bars
     * @param date the column with dates in EDTF
     * @param tenure the column whose evidence is linked
     */
    static OfficeBar of(Rows rows, String column, String date, String tenure, Messages messages) {
        List<Span> spans = new ArrayList<>();
        for (Row row : rows.rows()) {
            span(row, date, tenure).ifPresent(spans::add);
        }
        if (spans.isEmpty()) {
            return new OfficeBar(0, 0, List.of());
        }
        double from =
                Math.floor(spans.stream().mapToDouble(Span::softStart).min().orElseThrow());
        double to = Math.ceil(spans.stream().mapToDouble(Span::softEnd).max().orElseThrow());
        double scale = WIDTH / Math.max(1, to - from);
        List<Office> offices = spans.stream()
                .sorted(Comparator.comparingDouble(Span::start))
                .map(s -> new Office(
                        Cell.of(
                                s.row.node(column).orElseThrow(),
                                n -> new Cell.Label(s.row.text(column + "Label"), messages.language())),
                        EvidenceBadge.of(s.row.node(tenure).orElseThrow().getURI(), "stated", 0, messages.language()),
                        when(s.row, date, messages),
                        (int) Math.round((s.softStart - from) * scale),
                        (int) Math.round((s.start - from) * scale),
                        (int) Math.round((s.end - from) * scale),
                        (int) Math.round((s.softEnd - from) * scale)))
                .distinct()
                .toList();
        return new OfficeBar((int) from, (int) to, offices);
    }

    /** What sources say of the term, and the time for which it is certain if that tells more. */
    private static String when(Row row, String date, Messages messages) {
        String told = ChainView.phrase(row.text(date), messages);
        String certain = row.node(CERTAIN).map(Row::text).orElse("");
        if (certain.isEmpty()) {
            return told;
        }
        TimeBounds term = Edtf.parse(row.text(date)).bounds();
        TimeBounds seen = Edtf.parse(certain).bounds();
        boolean more =
                isBefore(seen.earliestStart(), term.latestStart()) || isBefore(term.earliestEnd(), seen.latestEnd());
        return more ? told + "; " + messages.get("entity.offices.certain", ChainView.phrase(certain, messages)) : told;
    }

    private static boolean isBefore(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }

    private static Optional<Span> span(Row row, String date, String tenure) {
        try {
            TimeBounds bounds = Edtf.parse(row.text(date)).bounds();
            List<Double> known = Stream.of(
                            bounds.earliestStart(), bounds.latestStart(), bounds.earliestEnd(), bounds.latestEnd())
                    .filter(day -> day != null)
                    .map(OfficeBar::year)
                    .toList();
            if (known.isEmpty() || row.node(tenure).isEmpty()) {
                return Optional.empty();
            }
            double start = bounds.latestStart() == null ? known.getFirst() : year(bounds.latestStart());
            double end = bounds.earliestEnd() == null ? start : Math.max(start, year(bounds.earliestEnd()));
            double softStart = bounds.earliestStart() == null ? start - OPEN : year(bounds.earliestStart());
            double softEnd = bounds.latestEnd() == null ? end + OPEN : Math.max(end, year(bounds.latestEnd()));
            return Optional.of(new Span(row, Math.min(softStart, start), start, end, softEnd));
        } catch (EdtfException e) {
            return Optional.empty();
        }
    }

    private static double year(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1) / 365.25;
    }
}
