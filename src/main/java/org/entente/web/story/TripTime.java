package org.entente.web.story;

import org.entente.time.DateText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.EdtfTerm;

/**
 * How a time is said of something that took place.
 *
 * @param pattern the last part of the key of the sentence: point, span, began, both or during
 * @param from the time, or the beginning
 * @param to the end; "" unless it is said by itself
 */
record TripTime(String pattern, String from, String to) {
    /** @throws EdtfException if the text is no EDTF */
    static TripTime of(String edtf, DateText words) {
        if (!(Edtf.parse(edtf).term() instanceof EdtfTerm.Interval interval)
                || interval.start().equals(interval.end())) {
            return new TripTime("point", words.when(edtf), "");
        }
        if (interval.start() instanceof EdtfTerm.Date && interval.end() instanceof EdtfTerm.Date) {
            return new TripTime("span", words.when(edtf), "");
        }
        String[] ends = edtf.split("/", 2);
        if (interval.end() instanceof EdtfTerm.NoDate) {
            return new TripTime("began", words.when(ends[0]), "");
        }
        if (interval.start() instanceof EdtfTerm.NoDate) {
            return new TripTime("ended", words.when(ends[1]), "");
        }
        String day = ends[0].replaceAll("[\\[\\].]", "");
        if (ends[0].equals("[.." + day + "]") && ends[1].equals("[" + day + "..]")) {
            return new TripTime("during", words.when(day), "");
        }
        return new TripTime("both", words.when(ends[0]), words.when(ends[1]));
    }
}
