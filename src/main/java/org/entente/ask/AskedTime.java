package org.entente.ask;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.query.DateRange;
import org.entente.query.EdtfDates;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.jspecify.annotations.Nullable;

/**
 * The time that a question asks about. What is only known as "in or before 2017" may have been in 2012; nobody can say that it was.
 *
 * @param first its first day; null if it has no beginning
 * @param last its last day; null if it has no end
 */
record AskedTime(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** Whether something was in the time. */
    enum Fit {
        CERTAIN,
        POSSIBLE,
        NEVER
    }

    static AskedTime of(Asked asked) {
        return new AskedTime(
                read(asked.value("from")).flatMap(DateRange::first).orElse(null),
                read(asked.value("to")).flatMap(DateRange::last).orElse(null));
    }

    private static Optional<DateRange> read(String edtf) {
        return edtf.isEmpty() ? Optional.empty() : new EdtfDates().read(edtf);
    }

    /** Whether any time is asked for. */
    boolean isOpen() {
        return first == null && last == null;
    }

    /** How a cell of dates fits: certain where all versions of the sources do. A cell without a date never fits a time. */
    Fit fit(String cell) {
        if (isOpen()) {
            return Fit.CERTAIN;
        }
        List<Fit> fits = bounds(cell).stream().map(this::fit).toList();
        if (fits.stream().allMatch(fit -> fit == Fit.NEVER)) {
            return Fit.NEVER;
        }
        return fits.stream().allMatch(fit -> fit == Fit.CERTAIN) ? Fit.CERTAIN : Fit.POSSIBLE;
    }

    private Fit fit(TimeBounds known) {
        boolean never = last != null
                        && known.earliestStart() != null
                        && known.earliestStart().isAfter(last)
                || first != null
                        && known.latestEnd() != null
                        && known.latestEnd().isBefore(first);
        if (never) {
            return Fit.NEVER;
        }
        boolean begun = last == null
                || known.latestStart() != null && !known.latestStart().isAfter(last);
        boolean lasted = first == null
                || known.earliestEnd() != null && !known.earliestEnd().isBefore(first);
        return begun && lasted ? Fit.CERTAIN : Fit.POSSIBLE;
    }

    /** Whether at least one known end of one of the dates lies in the time. */
    boolean touches(String cell) {
        return bounds(cell).stream().anyMatch(known -> contains(known.earliestStart()) || contains(known.latestEnd()));
    }

    private boolean contains(@Nullable LocalDate day) {
        return day != null && (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    /** What is known of each date of a cell; what is no date is left out. */
    static List<TimeBounds> bounds(String cell) {
        return AskQueries.parts(cell).stream()
                .flatMap(edtf -> {
                    try {
                        return java.util.stream.Stream.of(Edtf.parse(edtf).bounds());
                    } catch (EdtfException e) {
                        return java.util.stream.Stream.<TimeBounds>empty();
                    }
                })
                .toList();
    }
}
