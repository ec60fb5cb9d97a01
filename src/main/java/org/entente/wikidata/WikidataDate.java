package org.entente.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.JulianFields;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.ShortText;

/**
 * Dates of Wikibase as dates of the Gregorian calendar at their precision: a day, a month or a year. A day of the Julian calendar
 * becomes the Gregorian day that it was; of a Julian month only the year is kept, for it lies in two Gregorian ones.
 */
final class WikidataDate {
    private static final Pattern TIME = Pattern.compile("\\+0*([0-9]{4})-([0-9]{2})-([0-9]{2})T.*");
    private static final String GREGORIAN = "http://www.wikidata.org/entity/Q1985727";
    private static final String JULIAN = "http://www.wikidata.org/entity/Q1985786";
    private static final int YEAR = 9;
    private static final int MONTH = 10;
    private static final int DAY = 11;

    private WikidataDate() {}

    /**
     * The date; empty for years before 1 or after 9999, for precisions that are not kept, and for what is wrong.
     *
     * @param value a time value
     * @param remarks takes what is wrong with it, in words that continue "a date"
     */
    static Optional<String> of(JsonNode value, Consumer<String> remarks) {
        String text = value.path("time").asText();
        Matcher time = TIME.matcher(text);
        int precision = value.path("precision").asInt();
        if (!time.matches() || precision < YEAR || precision > DAY) {
            return Optional.empty();
        }
        String calendar = value.path("calendarmodel").asText(GREGORIAN).replaceFirst("^https:", "http:");
        if (!calendar.equals(GREGORIAN) && !calendar.equals(JULIAN)) {
            remarks.accept("in an unknown calendar, " + ShortText.of(calendar, 40));
            return Optional.empty();
        }
        boolean julian = calendar.equals(JULIAN);
        String year = time.group(1);
        if (julian && precision == MONTH) {
            remarks.accept("that is a month of the Julian calendar, " + text + ", of which only the year is kept");
            return Optional.of(year);
        }
        try {
            int month = precision == YEAR ? 1 : Integer.parseInt(time.group(2));
            int day = precision == DAY ? Integer.parseInt(time.group(3)) : 1;
            if (year.equals("0000")) {
                throw new DateTimeException("There is no year 0.");
            }
            LocalDate first = julian && precision == DAY
                    ? gregorian(Integer.parseInt(year), month, day)
                    : LocalDate.of(Integer.parseInt(year), month, day);
            return Optional.of(
                    switch (precision) {
                        case YEAR -> year;
                        case MONTH -> YearMonth.from(first).toString();
                        default -> first.toString();
                    });
        } catch (DateTimeException e) {
            remarks.accept("that does not exist, " + text);
            return Optional.empty();
        }
    }

    private static LocalDate gregorian(int year, int month, int day) {
        if (day < 1 || day > Month.of(month).length(year % 4 == 0)) {
            throw new DateTimeException("There is no such day.");
        }
        // The number of the day as astronomers count; years are counted from the March of 4801 before our era.
        int late = (14 - month) / 12;
        int years = year + 4800 - late;
        int months = month + 12 * late - 3;
        long number = day + (153 * months + 2) / 5 + 365L * years + years / 4 - 32083;
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, number);
    }
}
