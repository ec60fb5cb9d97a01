package org.entente.link;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;

/**
 * When somebody held an office, as far as the collection knows: days as dates, empty where a bound is open. Who was only seen in office
 * on a day has a latest start and an earliest end; these are what tells a namesake who left before or came after.
 */
record OfficeTime(String earliestStart, String latestStart, String earliestEnd, String latestEnd) {
    /** Sources speak of a minister some days after he left, and terms of parliaments do not meet on the day. */
    private static final int TOLERANCE = 92;

    /** The start of a term that Wikidata gives none. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);
    /** The end of a term that Wikidata gives none. */
    private static final LocalDate STILL = LocalDate.of(9999, 1, 1);

    static final OfficeTime UNKNOWN = new OfficeTime("", "", "", "");

    private record Stretch(LocalDate from, LocalDate to, boolean dated) {}

    /**
     * How statements that somebody held an office fit: 1 if the time of one of them fits, 0.5 if they have no dates, -1 if all are
     * over before or begin after; empty if there is none. Terms that follow one another count as one.
     */
    OptionalDouble agreement(List<WikidataStatement> terms) {
        return stretches(terms).stream().mapToDouble(this::agreement).max();
    }

    /** Whether one term cannot be this one, to the day: it ends while sources still have the person in office, or begins after. */
    boolean contradicts(WikidataStatement term) {
        return contradicts(term.qualifier(WikidataProperties.START), term.qualifier(WikidataProperties.END));
    }

    /** Whether nothing of what the terms come to, those that follow one another as one, can be this one to the day. */
    boolean contradicts(List<WikidataStatement> terms) {
        return stretches(terms).stream()
                .allMatch(stretch -> contradicts(
                        stretch.from().equals(ALWAYS) ? "" : stretch.from().toString(),
                        stretch.to().equals(STILL) ? "" : stretch.to().toString()));
    }

    private boolean contradicts(String start, String end) {
        return !end.isEmpty()
                        && (isAfter(earliestEnd, last(end))
                                || !latestEnd.isEmpty() && first(end).isAfter(LocalDate.parse(latestEnd)))
                || !start.isEmpty()
                        && (isAfter(earliestStart, last(start))
                                || !latestStart.isEmpty() && first(start).isAfter(LocalDate.parse(latestStart)));
    }

    /** Whether the person was seen in office in this term, or it has no dates that say otherwise. */
    boolean isSeenIn(WikidataStatement term) {
        String start = term.qualifier(WikidataProperties.START);
        String end = term.qualifier(WikidataProperties.END);
        List<String> seen = Stream.of(latestStart, earliestEnd)
                .filter(day -> !day.isEmpty())
                .sorted()
                .toList();
        return seen.isEmpty()
                || (start.isEmpty() || !first(start).isAfter(LocalDate.parse(seen.getLast())))
                        && (end.isEmpty() || !last(end).isBefore(LocalDate.parse(seen.getFirst())));
    }

    private static boolean isAfter(String day, LocalDate other) {
        return !day.isEmpty() && LocalDate.parse(day).isAfter(other);
    }

    /**
     * When sources have the person in office, in EDTF: from the one day to the other, or, if the start may come after the end, on a day
     * within a time, "[2014-11-01..2014-11-30]"; "" if nothing is known.
     */
    String attested() {
        if (latestStart.isEmpty() && earliestEnd.isEmpty()) {
            return "";
        }
        if (latestStart.isEmpty() || earliestEnd.isEmpty()) {
            return (latestStart.isEmpty() ? ".." : latestStart) + "/" + (earliestEnd.isEmpty() ? ".." : earliestEnd);
        }
        return latestStart.equals(earliestEnd)
                ? latestStart
                : latestStart.compareTo(earliestEnd) < 0
                        ? latestStart + "/" + earliestEnd
                        : "[" + earliestEnd + ".." + latestStart + "]";
    }

    private double agreement(Stretch term) {
        if (!term.dated()) {
            return 0.5;
        }
        for (String still : List.of(earliestStart, earliestEnd)) {
            if (!still.isEmpty() && term.to().plusDays(TOLERANCE).isBefore(LocalDate.parse(still))) {
                return -1;
            }
        }
        for (String already : List.of(latestStart, latestEnd)) {
            if (!already.isEmpty() && term.from().minusDays(TOLERANCE).isAfter(LocalDate.parse(already))) {
                return -1;
            }
        }
        return 1;
    }

    private static List<Stretch> stretches(List<WikidataStatement> terms) {
        List<Stretch> sorted = new ArrayList<>();
        for (WikidataStatement term : terms) {
            String start = term.qualifier(WikidataProperties.START);
            String end = term.qualifier(WikidataProperties.END);
            boolean dated = !start.isEmpty() || !end.isEmpty();
            sorted.add(new Stretch(start.isEmpty() ? ALWAYS : first(start), end.isEmpty() ? STILL : last(end), dated));
        }
        sorted.sort(Comparator.comparing(Stretch::from));
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : sorted) {
            Stretch before = joined.isEmpty() ? null : joined.getLast();
            if (before != null
                    && before.dated()
                    && next.dated()
                    && !next.from().isAfter(before.to().plusDays(TOLERANCE))) {
                joined.removeLast();
                joined.add(new Stretch(before.from(), before.to().isAfter(next.to()) ? before.to() : next.to(), true));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /** The first day of a date of any precision. */
    private static LocalDate first(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 1, 1);
            case 7 -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }

    private static LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }
}
