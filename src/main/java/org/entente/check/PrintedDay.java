package org.entente.check;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a text prints a day, in the ways of German, English and Russian: “9. Juni”, “09.06.”, “June 9”, “9 июня”, “2015-06-09”. */
final class PrintedDay {
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH, Locale.of("ru"));

    private PrintedDay() {}

    static boolean in(String text, LocalDate day) {
        int number = day.getDayOfMonth();
        // "12. bis 16. Juli": a day may stand some words before its month.
        String month = names(day.getMonth());
        String digits = "(?<!\\d)0?" + number + "(?!\\d)";
        String inNumbers = digits + "[./]\\s?0?" + day.getMonthValue() + "(?!\\d)";
        String dayFirst =
                digits + "\\.?(?:\\s?(?:[-–—]|bis|und|and|to|и|по|до)?\\s?\\d{0,2}\\.?){0,3}\\s?(?:" + month + ")";
        String monthFirst = "(?:" + month + ")\\.?\\s?(?:\\d{1,2}\\s?(?:[-–—]|and|to)\\s?)?" + digits;
        String all = String.join("|", day.toString(), inNumbers, dayFirst, monthFirst);
        return Pattern.compile(all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    private static String names(Month month) {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)
                        .map(style -> month.getDisplayName(style, language)))
                .map(name -> name.replaceFirst("\\.$", ""))
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
