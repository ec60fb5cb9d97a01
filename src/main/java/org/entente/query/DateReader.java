package org.entente.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads dates in EDTF. {@link EdtfDates} knows all of EDTF that the program supports, {@link #PLAIN} only the basics.
 */
@FunctionalInterface
public interface DateReader {
    /** The days that the text may mean; empty if it is not EDTF. Never throws. */
    Optional<DateRange> read(String edtf);

    /** The same date in EDTF, for links; a text that is EDTF stays as it is. */
    default String edtf(String text) {
        return text;
    }

    /** Years, months, days, and intervals of them, with open ends: {@code 2015}, {@code 2015-06}, {@code 2015-06/..}. */
    DateReader PLAIN = DateReader::plain;

    private static Optional<DateRange> plain(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return span(text);
        }
        String from = text.substring(0, slash);
        String to = text.substring(slash + 1);
        Optional<DateRange> start = from.equals("..") ? Optional.of(open()) : span(from);
        Optional<DateRange> end = to.equals("..") ? Optional.of(open()) : span(to);
        if (start.isEmpty() || end.isEmpty() || from.equals("..") && to.equals("..")) {
            return Optional.empty();
        }
        Optional<LocalDate> first = start.get().first();
        Optional<LocalDate> last = end.get().last();
        boolean backwards = first.isPresent() && last.isPresent() && first.get().isAfter(last.get());
        return backwards ? Optional.empty() : Optional.of(new DateRange(first, last));
    }

    private static DateRange open() {
        return new DateRange(Optional.empty(), Optional.empty());
    }

    private static Optional<DateRange> span(String text) {
        if (!PlainDate.PATTERN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return switch (text.length()) {
                case 4 ->
                    days(LocalDate.of(Integer.parseInt(text), 1, 1), LocalDate.of(Integer.parseInt(text), 12, 31));
                case 7 ->
                    days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
                default -> days(LocalDate.parse(text), LocalDate.parse(text));
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<DateRange> days(LocalDate first, LocalDate last) {
        return Optional.of(new DateRange(Optional.of(first), Optional.of(last)));
    }

    /** Holds the pattern, which would be public in the interface. */
    final class PlainDate {
        private static final Pattern PATTERN = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

        private PlainDate() {}
    }
}
