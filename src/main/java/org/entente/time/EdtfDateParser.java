package org.entente.time;

import java.time.LocalDate;
import java.time.YearMonth;
import org.entente.time.EdtfTerm.Precision;

/** Reads one date (with its qualifiers) at a place of a text and works out its range of days. */
final class EdtfDateParser {
    private static final LocalDate MIN = LocalDate.of(0, 1, 1);
    private static final LocalDate MAX = LocalDate.of(9999, 12, 31);

    private final String text;
    private final int begin;
    private int at;

    private boolean uncertain;
    private boolean approximate;
    // How far "about" widens the range.
    private int aboutYears;
    private int aboutMonths;
    private int aboutDays;

    EdtfDateParser(String text, int at) {
        this.text = text;
        this.begin = at;
        this.at = at;
    }

    /** Index of the first character after the date. */
    int index() {
        return at;
    }

    EdtfTerm.Date parse() {
        Precision precision = Precision.YEAR;
        boolean yearAbout = qualifiers();
        int year = year();
        precision = switch (unspecified(begin, at)) {
            case 0 -> Precision.YEAR;
            case 1 -> Precision.DECADE;
            default -> Precision.CENTURY;
        };
        yearAbout |= qualifiers();
        aboutYears = yearAbout ? 1 : 0;
        int part = 0;
        int day = 0;
        if (at < text.length() && text.charAt(at) == '-') {
            if (precision != Precision.YEAR) {
                throw error(at, "a month after an unspecified year is not supported", "the end of the date");
            }
            at++;
            boolean about = qualifiers();
            int partAt = at;
            boolean monthGiven = !looking("XX");
            if (monthGiven) {
                part = twoDigits("a month 01 to 12, a season 21 to 24, a quarter 33 to 36, or XX");
                precision = precisionOf(part, partAt);
            } else {
                at += 2;
            }
            about |= qualifiers();
            if (about) {
                aboutMonths = monthGiven ? 1 : 0;
                aboutYears = monthGiven ? aboutYears : 1;
            }
            if (at < text.length() && text.charAt(at) == '-') {
                if (monthGiven && precision != Precision.MONTH) {
                    throw error(at, "a season or quarter has no day", "the end of the date");
                }
                at++;
                about = qualifiers();
                int dayAt = at;
                boolean dayGiven = !looking("XX");
                if (!dayGiven) {
                    at += 2;
                } else if (!monthGiven) {
                    throw error(at, "a day in an unspecified month is not supported", "XX or the end of the date");
                } else {
                    day = twoDigits("a day 01 to 31, or XX");
                    int length = YearMonth.of(year, part).lengthOfMonth();
                    if (day < 1 || day > length) {
                        throw error(
                                dayAt,
                                "day " + shownTwo(day) + " does not exist in " + YearMonth.of(year, part),
                                "a day 01 to " + length);
                    }
                    precision = Precision.DAY;
                    if (at < text.length() && text.charAt(at) == 'T') {
                        timeOfDay();
                    }
                }
                about |= qualifiers();
                if (about) {
                    aboutDays = dayGiven ? 3 : 0;
                    aboutMonths = !dayGiven && monthGiven ? 1 : aboutMonths;
                    aboutYears = !dayGiven && !monthGiven ? 1 : aboutYears;
                }
            }
        }
        LocalDate from = first(precision, year, part, day);
        LocalDate to = last(precision, year, part, day);
        return new EdtfTerm.Date(
                text.substring(begin, at),
                precision,
                year,
                part,
                day,
                uncertain,
                approximate,
                earlierBy(from),
                laterBy(to));
    }

    /** Reads ? ~ % if there; true if it says "about". */
    private boolean qualifiers() {
        if (at == text.length() || "?~%".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        char qualifier = text.charAt(at++);
        uncertain |= qualifier != '~';
        approximate |= qualifier != '?';
        if (at < text.length() && "?~%".indexOf(text.charAt(at)) >= 0) {
            throw error(at, "two qualifiers in a row", "one of ? ~ %; % means both ? and ~");
        }
        return qualifier != '?';
    }

    private int year() {
        String expected = "a year of four digits such as 2023, 202X or 20XX";
        if (at == text.length()) {
            throw error(at, "the date is missing", expected);
        }
        char first = text.charAt(at);
        if (first == '-') {
            throw error(at, "years before 0000 are not supported", expected);
        }
        if (first == 'Y' || first == 'y') {
            throw error(at, "years of more than four digits are not supported", expected);
        }
        int year = 0;
        boolean unspecified = false;
        for (int i = 0; i < 4; i++, at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (c == 'X' && i > 1) {
                unspecified = true;
                year *= 10;
            } else if (isDigit(c) && !unspecified) {
                year = year * 10 + (c - '0');
            } else if (c == 'X' || isDigit(c)) {
                throw error(at, "such an unspecified year is not supported", expected);
            } else {
                throw error(at, "unexpected " + shown(text, at), expected);
            }
        }
        if (at < text.length() && isDigit(text.charAt(at))) {
            throw error(at, "a year has four digits", "\"-\" before the month, or the end of the date");
        }
        return year;
    }

    private int unspecified(int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == 'X').count();
    }

    private Precision precisionOf(int part, int index) {
        if (part >= 1 && part <= 12) {
            return Precision.MONTH;
        }
        if (part >= 21 && part <= 24) {
            return Precision.SEASON;
        }
        if (part >= 33 && part <= 36) {
            return Precision.QUARTER;
        }
        String problem = part >= 25 && part <= 41
                ? "the sub-year grouping " + part + " is not supported"
                : "month " + shownTwo(part) + " does not exist";
        throw error(index, problem, "a month 01 to 12, a season 21 to 24 or a quarter 33 to 36");
    }

    /** hh:mm or hh:mm:ss with an optional Z or ±hh:mm; only checked, for bounds have day grain. */
    private void timeOfDay() {
        at++;
        below(24, "hours 00 to 23");
        colon();
        below(60, "minutes 00 to 59");
        if (looking(":")) {
            at++;
            below(60, "seconds 00 to 59");
        }
        if (looking("Z")) {
            at++;
        } else if (looking("+") || looking("-")) {
            at++;
            below(15, "an offset of 00 to 14 hours");
            if (looking(":")) {
                at++;
                below(60, "minutes 00 to 59");
            }
        }
    }

    private void below(int limit, String expected) {
        int index = at;
        int value = twoDigits(expected);
        if (value >= limit) {
            throw error(index, shownTwo(value) + " is too much", expected);
        }
    }

    private void colon() {
        if (!looking(":")) {
            throw error(at, "unexpected " + shown(text, at), "\":\" and minutes");
        }
        at++;
    }

    private int twoDigits(String expected) {
        for (int i = 0; i < 2; i++) {
            if (at + i >= text.length() || !isDigit(text.charAt(at + i))) {
                throw error(at + i, "unexpected " + shown(text, at + i), expected);
            }
        }
        int value = (text.charAt(at) - '0') * 10 + (text.charAt(at + 1) - '0');
        at += 2;
        if (at < text.length() && isDigit(text.charAt(at))) {
            throw error(at, "too many digits", expected + ", in two digits");
        }
        return value;
    }

    private static LocalDate first(Precision precision, int year, int part, int day) {
        return switch (precision) {
            case CENTURY, DECADE, YEAR -> LocalDate.of(year, 1, 1);
            case SEASON -> LocalDate.of(year, (part - 20) * 3, 1);
            case QUARTER -> LocalDate.of(year, (part - 33) * 3 + 1, 1);
            case MONTH -> LocalDate.of(year, part, 1);
            case DAY -> LocalDate.of(year, part, day);
        };
    }

    private static LocalDate last(Precision precision, int year, int part, int day) {
        return switch (precision) {
            case CENTURY -> LocalDate.of(year + 99, 12, 31);
            case DECADE -> LocalDate.of(year + 9, 12, 31);
            case YEAR -> LocalDate.of(year, 12, 31);
            case SEASON, QUARTER ->
                YearMonth.from(first(precision, year, part, day)).plusMonths(2).atEndOfMonth();
            case MONTH -> YearMonth.of(year, part).atEndOfMonth();
            case DAY -> LocalDate.of(year, part, day);
        };
    }

    private LocalDate earlierBy(LocalDate day) {
        LocalDate wide = day.minusDays(aboutDays).minusMonths(aboutMonths).minusYears(aboutYears);
        return wide.isBefore(MIN) ? MIN : wide;
    }

    private LocalDate laterBy(LocalDate day) {
        LocalDate wide = day.plusDays(aboutDays);
        boolean lastOfMonth = day.getDayOfMonth() == day.lengthOfMonth();
        if (aboutMonths > 0 || aboutYears > 0) {
            wide = wide.plusMonths(aboutMonths).plusYears(aboutYears);
            // 29 February and a month later is 31 March, when the whole month is meant.
            if (lastOfMonth && aboutDays == 0) {
                wide = YearMonth.from(wide).atEndOfMonth();
            }
        }
        return wide.isAfter(MAX) ? MAX : wide;
    }

    private boolean looking(String token) {
        return text.startsWith(token, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String shownTwo(int value) {
        return value < 10 ? "0" + value : String.valueOf(value);
    }

    /** The character at an index, for a message. */
    static String shown(String text, int index) {
        return index >= text.length() ? "end of the text" : "\"" + Character.toString(text.codePointAt(index)) + "\"";
    }

    private EdtfException error(int index, String problem, String expected) {
        return new EdtfException(text, index, problem, expected);
    }
}
