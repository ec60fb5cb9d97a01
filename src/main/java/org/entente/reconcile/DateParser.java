package org.entente.reconcile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;

/** Dates as tables have them, in EDTF. What can be read in two ways, as 9/6/2015, is not read: nothing is guessed. */
final class DateParser {
    /** EDTF already, as most dates are: the other notations need not be tried. */
    private static final Pattern PLAIN = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

    /** The year first: then the month follows, whatever stands between. Zeros stand for what is not known. */
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");

    private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})[/.](\\d{1,2})");
    private static final Pattern DIGITS = Pattern.compile("([12]\\d{3})(\\d{2})(\\d{2})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern ISO_TIME =
            Pattern.compile("\\+?(\\d{4}-\\d{2}-\\d{2})(?:[T ]\\d{2}:\\d{2}.*|Z|[+-]\\d{2}:\\d{2})");
    /** What stands around a day and adds nothing to it. */
    private static final Pattern AROUND =
            Pattern.compile("^\\p{L}{2,}\\.?, | \\d{2}:\\d{2}(?::\\d{2})?(?: GMT| UTC)?$| ?(?:г|года)\\.?$");

    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*[-–—/]\\s*(\\d{4})");
    private static final Pattern BETWEEN = Pattern.compile("\\s+(?:-|–|—|bis|to|until|по|до)\\s+");
    private static final Pattern DAYS_OF_MONTH =
            Pattern.compile("(\\d{1,2})\\.?\\s*[-–—]\\s*\\d{1,2}(\\.?\\s?(?:\\d{1,2}\\.|\\p{L}+\\.?\\s)\\s?\\d{4})");
    private static final Pattern ABOUT = Pattern.compile(
            "(?:c\\.|ca\\.?|circa|about|around|um|etwa|ок\\.|около|приблизительно)\\s*(\\d{4})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<DateTimeFormatter> DAYS = formats(
            "d.M.uuuu",
            "d-MMM-uuuu",
            "uuuu-MMM-d",
            "uuuu MMMM d",
            "uuuu MMM d",
            "d. M. uuuu",
            "d. MMMM uuuu",
            "d MMMM uuuu",
            "d MMM uuuu",
            "MMMM d, uuuu",
            "MMM d, uuuu");
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
        Matcher month = YEAR_AND_MONTH.matcher(date);
        if (month.matches()) {
            return yearFirst(month.group(1), month.group(2), "00");
        }
        Matcher digits = DIGITS.matcher(date);
        if (digits.matches()) {
            return yearFirst(digits.group(1), digits.group(2), digits.group(3));
        }
        Matcher slashes = SLASHES.matcher(date);
        if (slashes.matches()) {
            return slashes(
                    date, Integer.parseInt(slashes.group(1)), Integer.parseInt(slashes.group(2)), slashes.group(3));
        }
        Matcher about = ABOUT.matcher(date);
        if (about.matches()) {
            return about.group(1) + "~";
        }
        return single(AROUND.matcher(date).replaceAll("")).or(() -> range(date)).orElse(date);
    }

    private static Optional<String> single(String date) {
        return parsed(date, DAYS, LocalDate::from).or(() -> parsed(date, MONTHS, YearMonth::from));
    }

    /** Which is the day and which the month shows if one is more than twelve, or they are the same. */
    private static String slashes(String date, int first, int second, String year) {
        if (first > 12 || first == second) {
            return "%s-%02d-%02d".formatted(year, second, first);
        }
        return second > 12 ? "%s-%02d-%02d".formatted(year, first, second) : date;
    }

    private static Optional<String> range(String date) {
        Matcher years = YEARS.matcher(date);
        if (years.matches()) {
            return Optional.of(years.group(1) + "/" + years.group(2));
        }
        Matcher days = DAYS_OF_MONTH.matcher(date);
        if (days.matches()) {
            String last = date.substring(days.end(1)).replaceFirst("^\\.?\\s*[-–—]\\s*", "");
            return single(days.group(1) + days.group(2))
                    .flatMap(a -> single(last).map(b -> a + "/" + b));
        }
        String[] ends = BETWEEN.split(date, -1);
        return ends.length == 2
                ? single(ends[0].strip()).flatMap(a -> single(ends[1].strip()).map(b -> a + "/" + b))
                : Optional.empty();
    }

    private static String yearFirst(String year, String month, String day) {
        String both = year + "-" + (month.length() == 1 ? "0" : "") + month;
        if (Integer.parseInt(month) == 0) {
            return year;
        }
        return Integer.parseInt(day) == 0 ? both : both + "-" + (day.length() == 1 ? "0" : "") + day;
    }

    private static Optional<String> parsed(
            String date, List<DateTimeFormatter> formats, TemporalQuery<? extends TemporalAccessor> kind) {
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(format.parse(date, kind).toString());
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
