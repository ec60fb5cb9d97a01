package org.entente.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The parts of an EDTF text, kept so that a date can later be printed exactly as precisely as it was given. */
public sealed interface EdtfTerm {

    /** How much of a date was given. */
    enum Precision {
        CENTURY,
        DECADE,
        YEAR,
        SEASON,
        QUARTER,
        MONTH,
        DAY
    }

    /** The first possible day; empty where it is open or unknown. */
    Optional<LocalDate> first();

    /** The last possible day; empty where it is open or unknown. */
    Optional<LocalDate> last();

    /**
     * One date, as precise as given.
     *
     * @param text as written
     * @param precision the finest part that was given
     * @param year the year; the first year of a decade or century
     * @param part month 1–12, season 21–24 or quarter 33–36; 0 if none was given
     * @param day day of the month; 0 if none was given
     * @param uncertain marked with ? or %: the source or reader is not sure of it
     * @param approximate marked with ~ or %: "about"; the range is widened by it
     * @param from first possible day, after widening
     * @param to last possible day, after widening
     */
    record Date(
            String text,
            Precision precision,
            int year,
            int part,
            int day,
            boolean uncertain,
            boolean approximate,
            LocalDate from,
            LocalDate to)
            implements EdtfTerm {
        @Override
        public Optional<LocalDate> first() {
            return Optional.of(from);
        }

        @Override
        public Optional<LocalDate> last() {
            return Optional.of(to);
        }
    }

    /** An end of an interval or range without a date: open ({@code ..}) or unknown (empty). */
    enum NoDate implements EdtfTerm {
        OPEN,
        UNKNOWN;

        @Override
        public Optional<LocalDate> first() {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> last() {
            return Optional.empty();
        }
    }

    /** {@code a..b} inside a set; one end may be {@link NoDate#OPEN}. */
    record Range(EdtfTerm from, EdtfTerm to) implements EdtfTerm {
        @Override
        public Optional<LocalDate> first() {
            return from.first();
        }

        @Override
        public Optional<LocalDate> last() {
            return to.last();
        }
    }

    /**
     * A set: {@code [..]} one of its members, {@code {..}} all of them.
     *
     * @param all whether all members are meant, not one of them
     * @param members dates and ranges, as written; at least one
     */
    record Set(boolean all, List<EdtfTerm> members) implements EdtfTerm {
        public Set {
            members = List.copyOf(members);
        }

        @Override
        public Optional<LocalDate> first() {
            return members.stream().anyMatch(m -> m.first().isEmpty())
                    ? Optional.empty()
                    : members.stream().map(m -> m.first().orElseThrow()).min(LocalDate::compareTo);
        }

        @Override
        public Optional<LocalDate> last() {
            return members.stream().anyMatch(m -> m.last().isEmpty())
                    ? Optional.empty()
                    : members.stream().map(m -> m.last().orElseThrow()).max(LocalDate::compareTo);
        }
    }

    /** {@code a/b}: lasted from a to b. Each end is a date, a one-of set or a {@link NoDate}. */
    record Interval(EdtfTerm start, EdtfTerm end) implements EdtfTerm {
        @Override
        public Optional<LocalDate> first() {
            return start.first();
        }

        @Override
        public Optional<LocalDate> last() {
            return end.last();
        }
    }
}
