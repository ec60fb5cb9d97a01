package org.entente.reconcile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;

/** Dates as tables have them, in EDTF. With slashes, day and month cannot be told apart, so nothing is guessed. */
final class DateParser {
    /** EDTF already, as most dates are: the other notations need not be tried. */
    private static final Pattern PLAIN = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

    /** The year first: then the month follows, whatever stands between. Zeros stand for what is not known. */
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");

    private static final Pattern ISO_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}.*");
    private static final Pattern ABOUT = Pattern.compile(
            "(?:c\\.|ca\\.?|circa|about|around|um|etwa|ок\\.|около|приблизительно)\\s*(\\d{4})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<DateTimeFormatter> DAYS = formats(
            "d.M.uuuu", "d. M. uuuu", "d. MMMM uuuu", "d MMMM uuuu", "d MMM uuuu", "MMMM d, uuuu", "MMM d, uuuu");
    private static final List<DateTimeFormatter> MONTHS =
            formats("LLLL uuuu", "MMMM uuuu", "MMM uuuu", "M.uuuu", "M/uuuu");

    private DateParser() {}

    /** The time that a text speaks of; empty if it is no date that can be read without guessing. */
    static Optional<TimeBounds> bounds(String text) {
        try {
            return Optional.of(Edtf.parse(edtf(text)).bounds());
        } catch (EdtfException e) {
            return Optional.empty();
        }
    }

    /** The same date in EDTF; a text that is no date in another notation is left as it is. */
    static String edtf(String text) {
        String date = text.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(date);
        if (yearFirst.matches()) {
            return yearFirst(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        if (PLAIN.matcher(date).matches()) {
            return date;
        }
        Matcher time = ISO_TIME.matcher(date);
        if (time.matches()) {
            return time.group(1);
        }
        Matcher about = ABOUT.matcher(date);
        if (about.matches()) {
            return about.group(1) + "~";
        }
        return parsed(date, DAYS)
                .map(day -> LocalDate.from(day).toString())
                .or(() ->
                        parsed(date, MONTHS).map(month -> YearMonth.from(month).toString()))
                .orElse(date);
    }

    private static String yearFirst(String year, String month, String day) {
        String both = year + "-" + (month.length() == 1 ? "0" : "") + month;
        if (Integer.parseInt(month) == 0) {
            return year;
        }
        return Integer.parseInt(day) == 0 ? both : both + "-" + (day.length() == 1 ? "0" : "") + day;
    }

    private static Optional<TemporalAccessor> parsed(String date, List<DateTimeFormatter> formats) {
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(format.parse(date));
            } catch (DateTimeException e) {
                // Another notation, then.
            }
        }
        return Optional.empty();
    }

    /** In the languages of the collection. */
    private static List<DateTimeFormatter> formats(String... patterns) {
        return Stream.of(patterns)
                .flatMap(pattern -> Stream.of(Locale.GERMAN, Locale.ENGLISH, Locale.of("ru"))
                        .map(language -> new DateTimeFormatterBuilder()
                                .parseCaseInsensitive()
                                .appendPattern(pattern)
                                .toFormatter(language)
                                .withResolverStyle(ResolverStyle.STRICT)))
                .toList();
    }
}
