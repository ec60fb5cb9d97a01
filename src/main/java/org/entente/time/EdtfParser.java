package org.entente.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one EDTF text from left to right; dates themselves are read by {@link EdtfDateParser}. */
final class EdtfParser {
    private static final String A_DATE = "a date such as 2023, 2023-07 or 2023-07-12";

    private final String text;
    private int at = 0;

    EdtfParser(String text) {
        this.text = text;
    }

    EdtfTerm parse() {
        if (text.isEmpty()) {
            throw error(0, "the text is empty", A_DATE);
        }
        EdtfTerm start = text.charAt(0) == '/' ? EdtfTerm.NoDate.UNKNOWN : end();
        if (at == text.length()) {
            if (start == EdtfTerm.NoDate.OPEN) {
                throw error(0, "\"..\" alone names no date", A_DATE + ", or \"../\" before a date");
            }
            return start;
        }
        if (text.charAt(at) != '/') {
            throw unexpected("the end of the text or \"/\"");
        }
        int slash = at++;
        int endAt = at;
        EdtfTerm end = at == text.length() ? EdtfTerm.NoDate.UNKNOWN : end();
        if (at < text.length()) {
            throw unexpected("the end of the text: an interval has one \"/\"");
        }
        if (start instanceof EdtfTerm.NoDate && end instanceof EdtfTerm.NoDate) {
            throw error(slash, "neither end of the interval names a date", "a date before or after \"/\"");
        }
        requireOneOf(start, 0);
        requireOneOf(end, endAt);
        requireOrder(start, end, endAt);
        return new EdtfTerm.Interval(start, end);
    }

    /** What may stand on one side of "/": "..", a set, a date. */
    private EdtfTerm end() {
        if (looking("..")) {
            at += 2;
            return EdtfTerm.NoDate.OPEN;
        }
        if (looking("[")) {
            return set(false, ']');
        }
        if (looking("{")) {
            return set(true, '}');
        }
        return date();
    }

    private EdtfTerm set(boolean all, char close) {
        int open = at++;
        List<EdtfTerm> members = new ArrayList<>();
        while (true) {
            if (at == text.length()) {
                throw error(open, "the set is not closed", "\"" + close + "\" at its end");
            }
            EdtfTerm member = member(close, members.isEmpty());
            members.add(member);
            if (at < text.length() && text.charAt(at) == close) {
                at++;
                return new EdtfTerm.Set(all, members);
            }
            boolean openEnded = member instanceof EdtfTerm.Range range && range.to() == EdtfTerm.NoDate.OPEN;
            if (at == text.length()) {
                throw error(open, "the set is not closed", "\"" + close + "\" at its end");
            }
            if (openEnded || text.charAt(at) != ',') {
                throw unexpected(
                        openEnded
                                ? "\"" + close + "\": an open range is the last member"
                                : "\",\", \"..\" or \"" + close + "\"");
            }
            at++;
        }
    }

    private EdtfTerm member(char close, boolean isFirst) {
        if (looking("..")) {
            if (!isFirst) {
                throw unexpected("a date: a range that is open before stands first in its set");
            }
            at += 2;
            return new EdtfTerm.Range(EdtfTerm.NoDate.OPEN, date());
        }
        EdtfTerm from = date();
        if (!looking("..")) {
            return from;
        }
        at += 2;
        if (at < text.length() && text.charAt(at) == close) {
            return new EdtfTerm.Range(from, EdtfTerm.NoDate.OPEN);
        }
        int toAt = at;
        EdtfTerm to = date();
        requireOrder(from, to, toAt);
        return new EdtfTerm.Range(from, to);
    }

    private EdtfTerm date() {
        EdtfDateParser parser = new EdtfDateParser(text, at);
        EdtfTerm.Date date = parser.parse();
        at = parser.index();
        return date;
    }

    private void requireOneOf(EdtfTerm term, int index) {
        if (term instanceof EdtfTerm.Set set && set.all()) {
            throw error(index, "a set of all its members is no end of an interval", "a date, \"..\" or a set in [ ]");
        }
    }

    private void requireOrder(EdtfTerm start, EdtfTerm end, int endAt) {
        Optional<LocalDate> first = start.first();
        Optional<LocalDate> last = end.last();
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw error(endAt, "the end is before the start", "an end on or after " + first.get());
        }
    }

    private boolean looking(String token) {
        return text.startsWith(token, at);
    }

    private EdtfException unexpected(String expected) {
        return error(at, "unexpected " + EdtfDateParser.shown(text, at), expected);
    }

    private EdtfException error(int index, String problem, String expected) {
        return new EdtfException(text, index, problem, expected);
    }
}
