package org.entente.web.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.EntConcept;

/**
 * A bar chart by year. The lower part of a bar counts what took place, the upper part what was announced and the rest.
 *
 * @param most the number that the highest bar stands for
 */
public record YearChart(int first, int last, long most, List<Bar> bars) {
    /** Height of the chart in its own units. */
    public static final int HEIGHT = 100;

    /**
     * One year.
     *
     * @param x left edge, in units of one year
     * @param held number of what took place
     * @param heldHeight height of the lower part, in units of the chart
     * @param otherHeight height of the upper part
     */
    public record Bar(int year, int x, long held, long announced, long rest, double heldHeight, double otherHeight) {}

    /** Events by year and status. */
    static YearChart ofEvents(Rows rows) {
        Map<Integer, long[]> byYear = new TreeMap<>();
        for (Row row : rows.rows()) {
            String status = row.text("status");
            int part =
                    status.equals(EntConcept.HELD.getURI()) ? 0 : status.equals(EntConcept.ANNOUNCED.getURI()) ? 1 : 2;
            byYear.computeIfAbsent((int) row.number("year"), y -> new long[3])[part] += row.number("events");
        }
        return of(byYear);
    }

    /** Sources by year of publication. */
    static YearChart ofSources(Rows rows) {
        Map<Integer, long[]> byYear = new TreeMap<>();
        for (Row row : rows.rows()) {
            if (row.text("year").matches("[0-9]{4}")) {
                byYear.computeIfAbsent(Integer.parseInt(row.text("year")), y -> new long[3])[0] +=
                        row.number("documents");
            }
        }
        return of(byYear);
    }

    private static YearChart of(Map<Integer, long[]> byYear) {
        if (byYear.isEmpty()) {
            return new YearChart(0, 0, 0, List.of());
        }
        int first = byYear.keySet().stream().mapToInt(Integer::intValue).min().orElseThrow();
        int last = byYear.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        long most = byYear.values().stream()
                .mapToLong(n -> n[0] + n[1] + n[2])
                .max()
                .orElseThrow();
        List<Bar> bars = new ArrayList<>();
        byYear.forEach((year, n) ->
                bars.add(new Bar(year, year - first, n[0], n[1], n[2], height(n[0], most), height(n[1] + n[2], most))));
        return new YearChart(first, last, most, List.copyOf(bars));
    }

    private static double height(long number, long most) {
        return Math.round(1000.0 * HEIGHT * number / most) / 1000.0;
    }

    public int years() {
        return last - first + 1;
    }

    /** The sum of all bars. */
    public long total() {
        return bars.stream().mapToLong(b -> b.held() + b.announced() + b.rest()).sum();
    }

    public long announced() {
        return bars.stream().mapToLong(Bar::announced).sum();
    }
}
