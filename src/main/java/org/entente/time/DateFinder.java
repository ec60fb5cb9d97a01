package org.entente.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates inside a text, as people write them in German, English and Russian: "9 June 2015", "9.6.2015", "после 2019". */
public final class DateFinder {
    private static final List<String> MONTHS = List.of(
            "jan(?:uar|uary)?|jänner|январ[ьяе]",
            "feb(?:ruar|ruary)?|феврал[ьяе]",
            "märz|march|mar|март[ае]?",
            "apr(?:il)?|апрел[ьяе]",
            "mai|may|ма[йяе]",
            "juni?|june|июн[ьяе]",
            "juli?|july|июл[ьяе]",
            "aug(?:ust)?|август[ае]?",
            "sept?(?:ember)?|сентябр[ьяе]",
            "okt(?:ober)?|oct(?:ober)?|октябр[ьяе]",
            "nov(?:ember)?|ноябр[ьяе]",
            "dez(?:ember)?|dec(?:ember)?|декабр[ьяе]");
    private static final List<String> SEASONS = List.of(
            "frühjahr|frühling|spring|весн[аоы][йю]?",
            "sommer|summer|лет[оа]м?",
            "herbst|autumn|fall|осень?ю?",
            "winter|зим[аоы][йю]?");
    private static final String YEAR = "((?:19|20)\\d\\d)(?:-?(?:го|м|му|й))?(?:\\s*(?:года|году|год|г\\.))?";
    static final String MONTH = "(" + String.join("|", MONTHS) + ")\\.?";
    private static final String DAY = "(\\d{1,2})(?:\\.|st|nd|rd|th|-го)?";
    private static final String OPEN =
            "(?:(?<after>nach|after|später als|later than|после)|(?<since>seit|ab|since|from|с|со|начиная с)"
                    + "|(?<before>vor|before|до)|(?<until>bis|until|till|up to|по))\\s+(?:dem\\s+|the\\s+)?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern ISO = pattern("((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)");
    private static final Pattern DOTTED =
            pattern("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:19|20)\\d\\d)(?:\\s*(?:года|г\\.))?");
    private static final Pattern DAY_MONTH = pattern(DAY + "\\s*(?:of\\s+)?" + MONTH + ",?\\s+" + YEAR);
    private static final Pattern MONTH_DAY = pattern(MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+" + YEAR);
    private static final Pattern ONLY_MONTH = pattern(MONTH + ",?\\s+(?:of\\s+|des jahres\\s+)?" + YEAR);
    private static final Pattern ISO_MONTH = pattern("((?:19|20)\\d\\d)-(0[1-9]|1[0-2])");
    private static final Pattern SEASON = pattern("(" + String.join("|", SEASONS) + ")\\s+(?:of\\s+)?" + YEAR);
    private static final Pattern SPAN = pattern("(?:(?:zwischen|between|from|von|с|между)\\s+)?" + YEAR
            + "\\s*(?:–|—|-|\\bund\\b|\\band\\b|\\bbis\\b|\\bto\\b|\\bпо\\b|\\bи\\b|\\bдо\\b)\\s*" + YEAR);
    private static final Pattern DECADE = pattern("((?:19|20)\\d)0(?:er|s|-х|-е)(?:[- ]?jahren?| годах| годы)?");
    private static final Pattern ONLY_YEAR = pattern(YEAR);

    /**
     * A date.
     *
     * @param from EDTF; "" where the beginning is open
     * @param to EDTF; "" where the end is open
     */
    public record Found(int start, int end, String from, String to) {
        /** The one date if it is one, else an interval. */
        public String edtf() {
            return from.equals(to) ? from : (from.isEmpty() ? ".." : from) + "/" + (to.isEmpty() ? ".." : to);
        }
    }

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final Pattern MONTH_OF_YEAR = Pattern.compile("(\\d{1,2})[./](\\d{4})");
    private static final Pattern ABOUT =
            Pattern.compile("(?:c\\.|ca\\.?|circa|about|around|um|etwa|ок\\.|около|примерно)\\s*(\\d{4})", FLAGS);
    private static final Pattern JOINED = Pattern.compile(
            "(?:zwischen|between|from|vom?|с|со|между)?\\s*(?:–|—|-|/|\\bund\\b|\\band\\b|\\bbis\\b|\\bto\\b|\\bпо\\b|\\bи\\b|\\bдо\\b)?(?:\\s*(?:zum|dem|the))?",
            FLAGS);

    private DateFinder() {}

    /**
     * The text as one date or period in EDTF: "Juni 2015" is 2015-06, "after 2019" is 2020/.., "9.6.2015 to 12.6.2015" is a period.
     * Empty if there is more in it than a date. With slashes day and month cannot be told apart, so nothing is guessed.
     */
    public static Optional<String> whole(String text) {
        String date = text.strip();
        try {
            Matcher first = YEAR_FIRST.matcher(date);
            if (first.matches()) {
                return Optional.of(day(first.group(1), first.group(2), first.group(3)));
            }
            Matcher month = MONTH_OF_YEAR.matcher(date);
            if (month.matches()) {
                return Optional.of(
                        java.time.YearMonth.of(Integer.parseInt(month.group(2)), Integer.parseInt(month.group(1)))
                                .toString());
            }
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
        Matcher about = ABOUT.matcher(date);
        if (about.matches()) {
            return Optional.of(about.group(1) + "~");
        }
        List<Found> found = in(date);
        if (found.isEmpty() || found.size() > 2) {
            return Optional.empty();
        }
        Found one = found.getFirst();
        Found last = found.getLast();
        String rest = date.substring(0, one.start) + date.substring(found.size() == 1 ? one.end : last.end);
        String between =
                found.size() == 1 ? "" : date.substring(one.end, last.start).strip();
        if (!rest.isBlank() && !JOINED.matcher(rest.strip()).matches()) {
            return Optional.empty();
        }
        if (found.size() == 1) {
            boolean backwards = !one.from.isEmpty() && !one.to.isEmpty() && one.from.compareTo(one.to) > 0;
            return rest.isBlank() && !backwards ? Optional.of(one.edtf()) : Optional.empty();
        }
        boolean ordered = !one.from.isEmpty() && !last.to.isEmpty() && one.from.compareTo(last.to) <= 0;
        return ordered && JOINED.matcher(between).matches() ? Optional.of(one.from + "/" + last.to) : Optional.empty();
    }

    private static Pattern pattern(String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + OPEN + ")?(?<date>" + text + ")(?![\\p{L}\\p{N}])", FLAGS);
    }

    private interface Reader {
        String[] read(List<String> groups);
    }

    /** The dates, in their order. Impossible ones (31 February) are left out. */
    public static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        add(text, SPAN, found, g -> new String[] {g.get(0), g.get(1)});
        add(text, ISO, found, g -> one(day(g.get(0), g.get(1), g.get(2))));
        add(text, DOTTED, found, g -> one(day(g.get(2), g.get(1), g.get(0))));
        add(text, DAY_MONTH, found, g -> one(day(g.get(2), month(g.get(1)), g.get(0))));
        add(text, MONTH_DAY, found, g -> one(day(g.get(2), month(g.get(0)), g.get(1))));
        add(text, ONLY_MONTH, found, g -> one(g.get(1) + "-" + month(g.get(0))));
        add(text, SEASON, found, DateFinder::season);
        add(text, ISO_MONTH, found, g -> one(g.get(0) + "-" + g.get(1)));
        add(text, DECADE, found, g -> new String[] {g.get(0) + "0", g.get(0) + "9"});
        add(text, ONLY_YEAR, found, g -> one(g.get(0)));
        found.sort(java.util.Comparator.comparingInt(Found::start));
        return found;
    }

    private static void add(String text, Pattern pattern, List<Found> found, Reader reader) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            if (found.stream().anyMatch(f -> f.start < end && start < f.end)) {
                continue;
            }
            // The first four groups say how an open date begins, the fifth is the date.
            List<String> groups = new ArrayList<>();
            for (int i = 6; i <= matcher.groupCount(); i++) {
                groups.add(matcher.group(i));
            }
            try {
                String[] read = reader.read(groups);
                found.add(
                        pattern == SPAN
                                ? new Found(start, end, read[0], read[1])
                                : open(matcher, start, end, read[0], read[1]));
            } catch (DateTimeException impossible) {
                // 31 February is no date.
            }
        }
    }

    private static Found open(MatchResult matcher, int start, int end, String from, String to) {
        if (matcher.group(1) != null) {
            return new Found(start, end, next(to), "");
        }
        if (matcher.group(2) != null) {
            return new Found(start, end, from, "");
        }
        if (matcher.group(3) != null) {
            return new Found(start, end, "", before(from));
        }
        return matcher.group(4) != null ? new Found(start, end, "", to) : new Found(start, end, from, to);
    }

    private static String next(String edtf) {
        return switch (edtf.length()) {
            case 4 -> Integer.toString(Integer.parseInt(edtf) + 1);
            case 7 -> java.time.YearMonth.parse(edtf).plusMonths(1).toString();
            default -> LocalDate.parse(edtf).plusDays(1).toString();
        };
    }

    private static String before(String edtf) {
        return switch (edtf.length()) {
            case 4 -> Integer.toString(Integer.parseInt(edtf) - 1);
            case 7 -> java.time.YearMonth.parse(edtf).minusMonths(1).toString();
            default -> LocalDate.parse(edtf).minusDays(1).toString();
        };
    }

    private static String[] one(String edtf) {
        return new String[] {edtf, edtf};
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .toString();
    }

    /** The number of a month that matches {@link #MONTH}, in two digits. */
    static String month(String word) {
        return "%02d".formatted(index(MONTHS, word) + 1);
    }

    private static String[] season(List<String> groups) {
        String year = groups.get(1);
        return switch (index(SEASONS, groups.get(0))) {
            case 0 -> new String[] {year + "-03", year + "-06"};
            case 1 -> new String[] {year + "-06", year + "-09"};
            case 2 -> new String[] {year + "-09", year + "-12"};
            default -> new String[] {year + "-12", (Integer.parseInt(year) + 1) + "-03"};
        };
    }

    private static int index(List<String> patterns, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < patterns.size(); i++) {
            if (lower.matches(patterns.get(i))) {
                return i;
            }
        }
        throw new DateTimeException(word);
    }
}
