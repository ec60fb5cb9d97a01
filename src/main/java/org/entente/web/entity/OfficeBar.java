package org.entente.web.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/**
 * Offices as bars over the years. A bar is solid where the office was certainly held, and fades where it may have been held before
 * or after.
 *
 * @param first first year on the scale
 * @param last last year on the scale
 */
public record OfficeBar(int first, int last, List<Office> offices) {
    /** Width of a bar's picture, in its own units. */
    private static final int WIDTH = 1000;
    /** How far a bar fades where nothing bounds it, in years. */
    private static final double OPEN = 1;

    /**
     * One office.
     *
     * @param when its time in words
     * @param softStart where it may begin, in thousandths of the scale
     * @param start from where it is certain
     * @param end up to where it is certain
     * @param softEnd where it ends at the latest
     */
    public record Office(
            Cell name, EvidenceBadge evidence, String when, int softStart, int start, int end, int softEnd) {}

    private record Span(Row row, double softStart, double start, double end, double softEnd) {}

    /** @param column which of {@code post} and {@code holder} names the bars; rows without a usable date are left out */
    static OfficeBar of(Rows rows, String column, Messages messages) {
        List<Span> spans = new ArrayList<>();
        for (Row row : rows.rows()) {
            span(row).ifPresent(spans::add);
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
                        EvidenceBadge.of(s.row.bound("tenure").getURI(), "stated", 0, messages.language()),
                        ChainView.phrase(s.row.text("date"), messages),
                        (int) Math.round((s.softStart - from) * scale),
                        (int) Math.round((s.start - from) * scale),
                        (int) Math.round((s.end - from) * scale),
                        (int) Math.round((s.softEnd - from) * scale)))
                .distinct()
                .toList();
        return new OfficeBar((int) from, (int) to, offices);
    }

    private static java.util.Optional<Span> span(Row row) {
        try {
            TimeBounds bounds = Edtf.parse(row.text("date")).bounds();
            List<Double> known = Stream.of(
                            bounds.earliestStart(), bounds.latestStart(), bounds.earliestEnd(), bounds.latestEnd())
                    .filter(day -> day != null)
                    .map(OfficeBar::year)
                    .toList();
            if (known.isEmpty() || row.node("tenure").isEmpty()) {
                return java.util.Optional.empty();
            }
            double start = bounds.latestStart() == null ? known.getFirst() : year(bounds.latestStart());
            double end = bounds.earliestEnd() == null ? start : Math.max(start, year(bounds.earliestEnd()));
            double softStart = bounds.earliestStart() == null ? start - OPEN : year(bounds.earliestStart());
            double softEnd = bounds.latestEnd() == null ? end + OPEN : Math.max(end, year(bounds.latestEnd()));
            return java.util.Optional.of(new Span(row, Math.min(softStart, start), start, end, softEnd));
        } catch (EdtfException e) {
            return java.util.Optional.empty();
        }
    }

    private static double year(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1) / 365.25;
    }
}
