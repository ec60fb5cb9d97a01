package org.entente.time;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date or span in EDTF (ISO 8601-2: level 0, level 1 and what we need of level 2) with its four bounds.
 *
 * <table>
 * <caption>What a text means</caption>
 * <tr><th>text</th><th>meaning</th></tr>
 * <tr><td>{@code 2023}, {@code 2023-07}, {@code 2023-07-12}</td><td>somewhere within that year, month, day</td></tr>
 * <tr><td>{@code 2023-07-12T10:30:00Z}</td><td>that day as written; the time of day is checked, then dropped</td></tr>
 * <tr><td>{@code 2021-23}, {@code 2021-33}</td><td>within a season (21 spring March–May, 22 summer, 23 autumn, 24 winter
 * December–February of the next year) or quarter (33–36)</td></tr>
 * <tr><td>{@code 202X}, {@code 20XX}, {@code 2023-XX}, {@code 2023-07-XX}</td><td>within the decade, century, year, month</td></tr>
 * <tr><td>{@code ~}, {@code %}, {@code ?}</td><td>about: range wider by 3 days (day), 1 month (month, season, quarter), 1 year
 * (year and coarser); about and unsure: the same; unsure: not wider</td></tr>
 * <tr><td>{@code a/b}</td><td>lasted from some day of a to some day of b</td></tr>
 * <tr><td>{@code a/..}, {@code a/}</td><td>began in a; of its end nothing is known except that it is not before its start</td></tr>
 * <tr><td>{@code [a,b]}, {@code [a..b]}, {@code [..b]}, {@code [a..]}</td><td>on one of these; on some day or days between</td></tr>
 * <tr><td>{@code {a,b}}, {@code {a..b}}</td><td>on all of these: spans them</td></tr>
 * <tr><td>{@code [..a]/[b..]}</td><td>began in a or before, ended in b or after (attested between)</td></tr>
 * </table>
 *
 * <p>Bounds are as narrow as the text allows: an end is never before the start, so {@code 2023/2023-07} began by 31 July.
 * Years are 0000 to 9999; widening stops there.
 *
 * @param text exactly as given
 * @param term its parts, for printing at true precision
 * @param bounds when it began and ended at the earliest and latest
 */
public record Edtf(String text, EdtfTerm term, TimeBounds bounds) {
    public Edtf {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(bounds, "bounds");
    }

    /**
     * Reads an EDTF text.
     *
     * @throws EdtfException if the text is no EDTF, contradicts itself, or uses a part of EDTF that is not supported
     */
    public static Edtf parse(String text) {
        EdtfTerm term = new EdtfParser(Objects.requireNonNull(text, "text")).parse();
        return new Edtf(text, term, boundsOf(term));
    }

    private static TimeBounds boundsOf(EdtfTerm term) {
        if (term instanceof EdtfTerm.Interval interval) {
            return lasting(interval.start(), interval.end());
        }
        if (term instanceof EdtfTerm.Set set && set.all()) {
            return spanning(set);
        }
        return TimeBounds.somewhereWithin(first(term), last(term));
    }

    private static TimeBounds lasting(EdtfTerm start, EdtfTerm end) {
        return narrowed(first(start), last(start), first(end), last(end));
    }

    /** All members are meant: it began with the earliest of them and ended with the latest. */
    private static TimeBounds spanning(EdtfTerm.Set set) {
        LocalDate latestStart = null;
        LocalDate earliestEnd = null;
        for (EdtfTerm member : set.members()) {
            EdtfTerm from = member instanceof EdtfTerm.Range range ? range.from() : member;
            EdtfTerm to = member instanceof EdtfTerm.Range range ? range.to() : member;
            latestStart =
                    TimeBounds.earlier(latestStart, from.last().or(to::last).orElse(null));
            earliestEnd =
                    TimeBounds.later(earliestEnd, to.first().or(from::first).orElse(null));
        }
        return narrowed(first(set), latestStart, earliestEnd, last(set));
    }

    /** Draws what follows from "no end before its start"; only narrows, so what was certain stays certain. */
    private static TimeBounds narrowed(
            @Nullable LocalDate es, @Nullable LocalDate ls, @Nullable LocalDate ee, @Nullable LocalDate le) {
        return new TimeBounds(es, TimeBounds.earlier(ls, le), TimeBounds.later(ee, es), le);
    }

    private static @Nullable LocalDate first(EdtfTerm term) {
        return term.first().orElse(null);
    }

    private static @Nullable LocalDate last(EdtfTerm term) {
        return term.last().orElse(null);
    }

    /** The text as given. */
    @Override
    public String toString() {
        return text;
    }
}
