package org.entente.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates in the running text of a document, in German, English and Russian: those of {@link DateFinder}, and those that are complete only
 * with the day on which the document appeared: "am 5. Mai", "12. bis 16. Juli", "heute", "last year", "next Monday" ({@link RelativeDates}).
 */
public final class TextDates {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String D = "(\\d{1,2})(?:\\.|st|nd|rd|th|-го)?";
    private static final String YEAR =
            "(?:,?\\s*((?:19|20)\\d\\d)(?!\\d)(?:\\s*(?:года|году|г\\.))?|\\s+(?<this>dieses jahres|des jahres|d\\.\\s?j\\.|of this year|this year|этого года|текущего года|с\\.г\\.))?";
    private static final String TO =
            "\\s*(?:-|–|—|/|\\bund\\b|\\bbis\\b(?:\\s+(?:zum|einschließlich))?|\\band\\b|\\bto\\b|\\buntil\\b|\\bи\\b|\\bпо\\b|\\bдо\\b)\\s*(?:the\\s+)?";
    private static final String M = DateFinder.MONTH;
    private static final Pattern DAYS = of(D + TO + D + "\\s*(?:of\\s+)?" + M + YEAR);
    private static final Pattern TWO_MONTHS =
            of(D + "\\s*" + M + "(?:,?\\s*((?:19|20)\\d\\d))?" + TO + D + "\\s*" + M + YEAR);
    private static final Pattern MONTH_DAYS = of(M + "\\s+" + D + TO + D + YEAR);
    private static final Pattern DAY = of(D + "\\s*(?:of\\s+)?" + M + YEAR);
    private static final Pattern MONTH_DAY = of(M + "\\s+" + D + YEAR);
    private static final Pattern DOTTED = of("(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d)");
    private static final Pattern DOTTED_DAYS = of(
            "(\\d{1,2})\\.(?:\\s?(\\d{1,2})\\.)?\\s*(?:-|–|—|bis)\\s*(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:19|20)\\d\\d)");
    private static final Pattern MONTH_ALONE =
            of("(?:im|in|ende|anfang|mitte|seit|der|early|late|mid|since|в|во|начале|конце)[\\s-]+" + M + YEAR);
    private static final Pattern RELATIVE =
            of("(?<today>heute|heutigen|today|сегодня)|(?<yesterday>gestern|gestrigen|yesterday|вчера)"
                    + "|(?<last>(?:im\\s+)?(?:vergangenen?|letzten?|vorigen)\\s+jahre?s?|last year|в прошлом году|прошлого года)"
                    + "|(?<thisyear>in diesem jahr|dieses jahr|dieses jahres|this year|в этом году|в текущем году)"
                    + "|(?<next>(?:im\\s+)?(?:nächsten|kommenden)\\s+jahre?s?|next year|в следующем году)");

    private static final List<Pattern> NEAR =
            RelativeDates.PATTERNS.stream().map(TextDates::of).toList();

    /**
     * A date in a text.
     *
     * @param edtf what it means
     * @param calendar whether the text prints a day, month or year and not only words such as "heute"
     * @param year whether the text prints the year, too
     */
    public record Found(int start, int end, String edtf, boolean calendar, boolean year) {
        /** Whether it is one day or a span of days. */
        public boolean isDay() {
            return edtf.length() >= "2020-01-01".length();
        }
    }

    /**
     * A date of something that is yet to come: "am Freitag" is then the next Friday.
     *
     * @param words as the text prints it
     */
    public static String ahead(String words, String edtf, String reference) {
        boolean day = reference.matches("\\d{4}-\\d\\d-\\d\\d") && edtf.length() == reference.length();
        return day && RelativeDates.isOpen(words) && edtf.compareTo(reference) <= 0
                ? LocalDate.parse(edtf).plusWeeks(1).toString()
                : edtf;
    }

    /** A date of the past that was printed without its year. */
    public static String yearBefore(String edtf) {
        Matcher year = Pattern.compile("\\d{4}(?=-)").matcher(edtf);
        return year.replaceAll(y -> Integer.toString(Integer.parseInt(y.group()) - 1));
    }

    private final String text;
    private final @Nullable LocalDate reference;
    private final int precision;
    private final List<Found> found = new ArrayList<>();

    private TextDates(String text, String reference) {
        this.text = text;
        Optional<LocalDate> day = day(reference);
        this.reference = day.orElse(null);
        this.precision = day.isEmpty() ? 0 : Math.min(reference.length(), "2020-01-01".length());
    }

    /**
     * The dates, in their order. One that cannot be completed is left out, as is an impossible one.
     *
     * @param reference EDTF of the day, month or year in which the document appeared; "" if unknown, then the year that the text prints
     *     before counts
     */
    public static List<Found> in(String text, String reference) {
        TextDates dates = new TextDates(text, reference);
        dates.find();
        dates.found.sort(Comparator.comparingInt(Found::start));
        return List.copyOf(dates.found);
    }

    /** Whether a word is a weekday, as texts name it: "Montag", "Saturday", "субботу". */
    public static boolean isWeekday(String word) {
        return RelativeDates.isWeekday(word.toLowerCase(Locale.ROOT));
    }

    /** A day that stands for an EDTF date: its middle, roughly. */
    static Optional<LocalDate> day(String edtf) {
        String plain =
                edtf.replaceAll("[~?%\\[\\]]", "").replaceFirst("^\\.\\.", "").replaceFirst("(?:\\.\\.|/).*$", "");
        try {
            return switch (plain.length()) {
                case 4 -> Optional.of(LocalDate.of(Integer.parseInt(plain), 7, 1));
                case 7 -> Optional.of(YearMonth.parse(plain).atDay(15));
                case 10 -> Optional.of(LocalDate.parse(plain));
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }

    private static Pattern of(String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}.])(?:" + text + ")(?![\\p{L}\\p{N}])", FLAGS);
    }

    private interface Reader {
        /** "" for a date that cannot be completed. */
        String read(Matcher m);
    }

    private void find() {
        add(TWO_MONTHS, true, 6, m -> {
            int to = year(m.group(6), m, m.group(5), m.group(4));
            int from = m.group(3) == null ? to : Integer.parseInt(m.group(3));
            return to == 0 ? "" : date(from, m.group(2), m.group(1)) + "/" + date(to, m.group(5), m.group(4));
        });
        add(DAYS, true, 4, m -> {
            int year = year(m.group(4), m, m.group(3), m.group(1));
            return year == 0 ? "" : span(year, m.group(3), m.group(1), m.group(2));
        });
        add(MONTH_DAYS, true, 4, m -> {
            int year = year(m.group(4), m, m.group(1), m.group(2));
            return year == 0 ? "" : span(year, m.group(1), m.group(2), m.group(3));
        });
        add(DOTTED_DAYS, true, 5, m -> {
            int year = Integer.parseInt(m.group(5));
            int month = Integer.parseInt(m.group(4));
            int first = m.group(2) == null ? month : Integer.parseInt(m.group(2));
            return LocalDate.of(year, first, Integer.parseInt(m.group(1))) + "/"
                    + LocalDate.of(year, month, Integer.parseInt(m.group(3)));
        });
        add(DAY, true, 3, m -> day(m, 2, 1));
        add(MONTH_DAY, true, 3, m -> day(m, 1, 2));
        for (DateFinder.Found whole : DateFinder.in(text)) {
            if (isFree(whole.start(), whole.end()) && isUpper(whole.start())) {
                found.add(new Found(whole.start(), whole.end(), whole.edtf(), true, true));
            }
        }
        add(DOTTED, true, 0, m -> {
            int month = Integer.parseInt(m.group(2));
            int day = Integer.parseInt(m.group(1));
            int year = year(null, m, month, day);
            return year == 0 ? "" : LocalDate.of(year, month, day).toString();
        });
        add(MONTH_ALONE, true, 2, m -> {
            int year = year(m.group(2), m, m.group(1), "15");
            return year == 0 ? "" : year + "-" + DateFinder.month(m.group(1));
        });
        add(RELATIVE, false, 0, this::relative);
        if (reference != null && precision == "2020-01-01".length()) {
            LocalDate day = reference;
            NEAR.forEach(near -> add(near, false, 0, m -> RelativeDates.read(m, day, before(m.start()))));
        }
    }

    /** The last single day that the text gives before a place; null if there is none. */
    private @Nullable LocalDate before(int at) {
        return found.stream()
                .filter(f -> f.end <= at && f.edtf.matches("\\d{4}-\\d\\d-\\d\\d"))
                .max(Comparator.comparingInt(Found::start))
                .map(f -> LocalDate.parse(f.edtf))
                .orElse(null);
    }

    private String day(Matcher m, int month, int day) {
        int year = year(m.group(3), m, m.group(month), m.group(day));
        return year == 0 ? "" : date(year, m.group(month), m.group(day));
    }

    private static String date(int year, String month, String day) {
        return LocalDate.of(year, Integer.parseInt(DateFinder.month(month)), Integer.parseInt(day))
                .toString();
    }

    private static String span(int year, String month, String first, String last) {
        String from = date(year, month, first);
        String to = date(year, month, last);
        return from.compareTo(to) < 0 ? from + "/" + to : from.equals(to) ? from : "";
    }

    private String relative(Matcher m) {
        if (reference == null) {
            return "";
        }
        if (m.group("today") != null) {
            return cut(reference);
        }
        if (m.group("yesterday") != null) {
            return precision == 10 ? reference.minusDays(1).toString() : "";
        }
        int year = reference.getYear() + (m.group("last") != null ? -1 : m.group("next") != null ? 1 : 0);
        return Integer.toString(year);
    }

    private String cut(LocalDate day) {
        return day.toString().substring(0, precision);
    }

    private int year(@Nullable String printed, Matcher m, String month, String day) {
        return year(printed, m, Integer.parseInt(DateFinder.month(month)), Integer.parseInt(day));
    }

    /** The year that is printed, else the one in which the day is nearest to the document's; 0 if neither is known. */
    private int year(@Nullable String printed, Matcher m, int month, int day) {
        if (printed != null) {
            return Integer.parseInt(printed);
        }
        if (reference == null) {
            return found.stream()
                    .filter(f -> f.start < m.start() && f.year && f.edtf.matches("\\d{4}.*"))
                    .max(Comparator.comparingInt(Found::start))
                    .map(f -> Integer.parseInt(f.edtf.substring(0, 4)))
                    .orElseGet(this::onlyYear);
        }
        LocalDate about = reference;
        boolean said = hasThis(m);
        if (said || precision == 4) {
            return about.getYear();
        }
        return Stream.of(0, -1, 1)
                .map(n -> Year.of(about.getYear() + n))
                .filter(y -> YearMonth.of(y.getValue(), month).isValidDay(day))
                .min(Comparator.comparingLong(
                        y -> Math.abs(ChronoUnit.DAYS.between(y.atMonth(month).atDay(day), about))))
                .map(Year::getValue)
                .orElse(0);
    }

    private static boolean hasThis(Matcher m) {
        return m.pattern().pattern().contains("?<this>") && m.group("this") != null;
    }

    /** The one year that the text prints; 0 if it prints none, or several. */
    private int onlyYear() {
        List<String> years = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)")
                .matcher(text)
                .results()
                .map(r -> r.group())
                .distinct()
                .toList();
        return years.size() == 1 ? Integer.parseInt(years.getFirst()) : 0;
    }

    private void add(Pattern pattern, boolean calendar, int yearGroup, Reader reader) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            if (!isFree(m.start(), m.end()) || calendar && !isUpperMonth(m)) {
                continue;
            }
            try {
                String edtf = reader.read(m);
                if (!edtf.isEmpty()) {
                    boolean year = yearGroup > 0 && m.group(yearGroup) != null;
                    found.add(new Found(m.start(), m.end(), edtf, calendar, year));
                }
            } catch (DateTimeException impossible) {
                // 31 February is no date.
            }
        }
    }

    private boolean isFree(int start, int end) {
        return found.stream().noneMatch(f -> f.start < end && start < f.end);
    }

    /** "May" is a month, "may" a verb. */
    private boolean isUpperMonth(Matcher m) {
        String word = m.group().toLowerCase(Locale.ROOT);
        int at = word.indexOf("may");
        if (at < 0) {
            at = word.indexOf("march");
        }
        return at < 0 || isUpper(m.start() + at);
    }

    private boolean isUpper(int at) {
        char c = text.charAt(at);
        return !text.startsWith("may", at) && !text.startsWith("march", at) || Character.isUpperCase(c);
    }
}
