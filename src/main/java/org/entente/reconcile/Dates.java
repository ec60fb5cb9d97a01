package org.entente.reconcile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as tables have them, in EDTF. */
final class Dates {
    /** 9.6.2015: the order that German and Russian tables use. With slashes, day and month cannot be told apart, so nothing is guessed. */
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");

    private static final Pattern ISO_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}.*");

    private Dates() {}

    /** The same date in EDTF; a text that is no date in another notation is left as it is. */
    static String edtf(String text) {
        String date = text.strip();
        Matcher dotted = DOTTED.matcher(date);
        if (dotted.matches()) {
            return "%s-%2s-%2s"
                    .formatted(dotted.group(3), dotted.group(2), dotted.group(1))
                    .replace(' ', '0');
        }
        Matcher time = ISO_TIME.matcher(date);
        return time.matches() ? time.group(1) : date;
    }
}
