package org.entente.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and weeks that are told from the day on which a text appeared: "am Dienstag", "next Monday", "на прошлой неделе". A weekday alone is
 * the last one, the day itself included.
 */
final class RelativeDates {
    private static final List<List<String>> WEEKDAYS = List.of(
            List.of("montag", "monday", "понедельник"),
            List.of("dienstag", "tuesday", "вторник"),
            List.of("mittwoch", "wednesday", "среда", "среду"),
            List.of("donnerstag", "thursday", "четверг"),
            List.of("freitag", "friday", "пятница", "пятницу"),
            List.of("samstag", "sonnabend", "saturday", "суббота", "субботу"),
            List.of("sonntag", "sunday", "воскресенье"));
    private static final String DAY = "(?<weekday>"
            + String.join("|", WEEKDAYS.stream().flatMap(List::stream).toList()) + ")";
    private static final String PART =
            "(?:abend|nachmittag|vormittag|mittag|morgen|\\s+(?:morning|afternoon|evening|night)|\\s+(?:утром|днём|днем|вечером))?";
    private static final String PAST = "(?<past>vergangenen|letzten|vorigen|last|прошл(?:ый|ую|ое)|минувш(?:ий|ую|ее))";
    private static final String AHEAD =
            "(?<ahead>kommenden|nächsten|next|coming|следующ(?:ий|ую|ее)|ближайш(?:ий|ую|ее)|предстоящ(?:ий|ую|ее))";
    private static final String WEEKDAY = "(?:(?:am|seit|on|в|во|(?<planned>für|bis|zum|for|until|на))\\s+)?(?:" + PAST
            + "\\s+|" + AHEAD + "\\s+|(?:diesen|diesem|gestrigen|heutigen|this|этот|эту|это)\\s+)?" + DAY + PART;
    private static final String WEEK =
            "(?<pastweek>(?:in\\s+der\\s+)?(?:vergangene|letzte|vorige)n?\\s+woche|last week|на прошлой неделе)"
                    + "|(?<thisweek>(?:in\\s+)?dieser\\s+woche|diese\\s+woche|this week|на этой неделе)"
                    + "|(?<nextweek>(?:in\\s+der\\s+)?(?:kommende|nächste)n?\\s+woche|next week|на следующей неделе)";
    private static final String MONTH =
            "(?<pastmonth>(?:im\\s+)?(?:vergangenen|letzten|vorigen)\\s+monat|last month|в прошлом месяце)"
                    + "|(?<nextmonth>(?:im\\s+)?(?:kommenden|nächsten)\\s+monat|next month|в следующем месяце)";
    private static final String NEAR = "(?<before>vorgestern|the day before yesterday|позавчера)"
            + "|(?<after>übermorgen|the day after tomorrow|послезавтра)|(?<tomorrow>tomorrow|завтра|(?-i:morgen))";
    private static final String FOLLOWING =
            "(?<following>(?:am\\s+)?(?:tag\\s+darauf|folgenden\\s+tag|folgetag|nächsten\\s+tag)"
                    + "|(?:on\\s+)?the\\s+(?:next|following)\\s+day|на\\s+следующий\\s+день)";
    private static final String SAME =
            "(?<same>am\\s+(?:selben|gleichen)\\s+tag|(?:on\\s+)?the\\s+same\\s+day|в\\s+тот\\s+же\\s+день)";

    /** In its own expression, for a group can be named once only. */
    /** Whether a word, in lower case, is the name of a weekday. */
    static boolean isWeekday(String word) {
        return WEEKDAYS.stream().anyMatch(names -> names.contains(word));
    }

    static final List<String> PATTERNS = List.of(WEEK, MONTH, NEAR, FOLLOWING, SAME, WEEKDAY);

    private static final Pattern ALONE =
            Pattern.compile("(?U)^(?:\\p{L}+\\s+)?" + DAY + PART + "$", Pattern.CASE_INSENSITIVE);

    private RelativeDates() {}

    /**
     * What the words mean.
     *
     * @param day on which the text appeared
     * @param before the day that the text gives before; null if it gives none
     * @return EDTF; "" if that cannot be said
     */
    static String read(Matcher m, LocalDate day, @Nullable LocalDate before) {
        String pattern = m.pattern().pattern();
        if (pattern.contains("?<weekday>")) {
            DayOfWeek weekday = weekday(m.group("weekday"));
            return (m.group("planned") != null && m.group("past") == null
                            ? day.with(TemporalAdjusters.nextOrSame(weekday))
                            : m.group("ahead") != null
                                    ? day.with(TemporalAdjusters.next(weekday))
                                    : m.group("past") != null
                                            ? day.with(TemporalAdjusters.previous(weekday))
                                            : day.with(TemporalAdjusters.previousOrSame(weekday)))
                    .toString();
        }
        if (pattern.contains("?<pastweek>")) {
            return week(day.plusWeeks(m.group("pastweek") != null ? -1 : m.group("nextweek") != null ? 1 : 0));
        }
        if (pattern.contains("?<pastmonth>")) {
            return YearMonth.from(day)
                    .plusMonths(m.group("pastmonth") != null ? -1 : 1)
                    .toString();
        }
        if (pattern.contains("?<tomorrow>")) {
            int days = m.group("before") != null ? -2 : m.group("after") != null ? 2 : 1;
            return day.plusDays(days).toString();
        }
        return before == null
                ? ""
                : before.plusDays(pattern.contains("?<following>") ? 1 : 0).toString();
    }

    private static DayOfWeek weekday(String word) {
        for (int i = 0; i < WEEKDAYS.size(); i++) {
            if (WEEKDAYS.get(i).contains(word.toLowerCase(Locale.ROOT))) {
                return DayOfWeek.of(i + 1);
            }
        }
        throw new IllegalStateException(word);
    }

    /** Some time in the week of a day. */
    private static String week(LocalDate day) {
        return "[" + day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) + ".."
                + day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)) + "]";
    }

    /** Whether the words are a weekday that may be the last one or the next. */
    static boolean isOpen(String words) {
        return ALONE.matcher(words).find();
    }
}
