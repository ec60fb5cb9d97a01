package org.entente.web.picture;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.time.TimeBounds;

/**
 * Positions of days on an axis, in percent of its length.
 *
 * @param first day at the left edge
 * @param last day at the right edge
 */
record TimeScale(LocalDate first, LocalDate last) {
    /** Largest number of ticks that fit on a phone. */
    private static final int MOST_TICKS = 9;

    private static final int[] YEARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

    /**
     * A tick of the axis.
     *
     * @param year the year that begins there; empty if a month begins
     */
    record Tick(double x, String label, Optional<Integer> year) {}

    /** A scale of whole years around all spans; empty if nothing has a date. */
    static Optional<TimeScale> around(List<TimeBounds> spans) {
        Optional<LocalDate> earliest = days(spans).min(LocalDate::compareTo);
        Optional<LocalDate> latest = days(spans).max(LocalDate::compareTo);
        if (earliest.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = earliest.get();
        LocalDate to = latest.orElseThrow();
        long days = to.toEpochDay() - from.toEpochDay();
        if (days < 300) {
            return Optional.of(new TimeScale(
                    from.minusDays(5).withDayOfMonth(1),
                    to.plusDays(5).withDayOfMonth(1).plusMonths(1).minusDays(1)));
        }
        return Optional.of(new TimeScale(from.withDayOfYear(1), to.withDayOfYear(to.lengthOfYear())));
    }

    private static Stream<LocalDate> days(List<TimeBounds> spans) {
        return spans.stream()
                .flatMap(s -> Stream.of(s.earliestStart(), s.latestStart(), s.earliestEnd(), s.latestEnd()))
                .filter(Objects::nonNull);
    }

    /** The position of the beginning of a day. */
    double at(LocalDate day) {
        double length = last.toEpochDay() + 1.0 - first.toEpochDay();
        return Math.clamp(100 * (day.toEpochDay() - first.toEpochDay()) / length, 0, 100);
    }

    /** The position of the end of a day. */
    double after(LocalDate day) {
        return at(day.plusDays(1));
    }

    List<Tick> ticks(String language) {
        return last.toEpochDay() - first.toEpochDay() < 700 ? months(language) : years();
    }

    private List<Tick> years() {
        int span = last.getYear() - first.getYear() + 1;
        int step = YEARS[YEARS.length - 1];
        for (int candidate : YEARS) {
            if (span / candidate <= MOST_TICKS) {
                step = candidate;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int year = Math.ceilDiv(first.getYear(), step) * step; year <= last.getYear(); year += step) {
            ticks.add(new Tick(at(LocalDate.of(year, 1, 1)), Integer.toString(year), Optional.of(year)));
        }
        return ticks;
    }

    private List<Tick> months(String language) {
        long span = ChronoUnit.MONTHS.between(first, last) + 1;
        int step = span <= 6 ? 1 : span <= 12 ? 3 : 6;
        Function<Month, String> name =
                m -> m.getDisplayName(TextStyle.SHORT_STANDALONE, Locale.forLanguageTag(language));
        List<Tick> ticks = new ArrayList<>();
        LocalDate month = first.withDayOfMonth(1);
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % step != 0) {
                continue;
            }
            boolean january = month.getMonthValue() == 1;
            String label = january || ticks.isEmpty()
                    ? name.apply(month.getMonth()) + " " + month.getYear()
                    : name.apply(month.getMonth());
            ticks.add(new Tick(at(month), label, Optional.empty()));
        }
        return ticks;
    }
}
