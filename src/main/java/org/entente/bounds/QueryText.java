package org.entente.bounds;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks at the text of a query before the parser does, whose time grows with the square of an IRI, a number or a list of names, and with
 * the depth of brackets. One pass; what is no SPARQL at all is left to the parser.
 */
public final class QueryText {
    private final String text;
    private final boolean query;
    private int at;
    private int depth;
    private int signs;
    private int groups;
    private int names;
    private int variables;
    private boolean existsAhead;
    private final Deque<Integer> exists = new ArrayDeque<>();

    private QueryText(String text, boolean query) {
        this.text = text;
        this.query = query;
    }

    /** @throws SizeException if the text of a query goes beyond {@link SizeLimits} */
    public static void check(String query) {
        new QueryText(query, true).scan();
    }

    /**
     * The same for an update, which may write long texts.
     *
     * @throws SizeException if the text goes beyond {@link SizeLimits}
     */
    public static void checkUpdate(String update) {
        new QueryText(update, false).scan();
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sign = c == '!' || c == '-' || c == '+' || c == '^';
            if (!sign && !Character.isWhitespace(c)) {
                signs = 0;
            }
            switch (c) {
                case '#' -> skipComment();
                case '<' -> skipIri();
                case '"', '\'' -> skipText(c);
                case '{' -> open();
                case '(', '[' -> deeper(++depth);
                case '}' -> close();
                case ')', ']' -> depth--;
                case '!', '-', '+', '^' -> deeper(++signs);
                case '?', '$' -> variables += query ? 1 : 0;
                default -> {
                    if (Character.isLetterOrDigit(c)) {
                        skipWord();
                        continue;
                    }
                }
            }
            at++;
        }
        if (variables > SizeLimits.VARIABLES) {
            throw new SizeException(
                    "variables in more than " + SizeLimits.VARIABLES + " places. Split it into several queries.");
        }
    }

    private void open() {
        deeper(++depth);
        if (query && ++groups > SizeLimits.GROUPS) {
            throw new SizeException("more than " + SizeLimits.GROUPS + " groups. Split it into several queries.");
        }
        if (existsAhead) {
            existsAhead = false;
            exists.push(depth);
            if (exists.size() > SizeLimits.EXISTS) {
                throw new SizeException(
                        "EXISTS inside each other more than " + SizeLimits.EXISTS + " deep. Use sub-selects or MINUS.");
            }
        }
    }

    private void close() {
        if (!exists.isEmpty() && exists.peek() == depth) {
            exists.pop();
        }
        depth--;
    }

    private static void deeper(int depth) {
        if (depth > SizeLimits.DEPTH) {
            throw new SizeException(
                    "brackets or signs inside each other more than " + SizeLimits.DEPTH + " deep. Nest less deeply.");
        }
    }

    private void skipComment() {
        while (at + 1 < text.length() && text.charAt(at + 1) != '\n' && text.charAt(at + 1) != '\r') {
            at++;
        }
    }

    /** Leaves a less-than sign alone. */
    private void skipIri() {
        int end = at + 1;
        while (end < text.length() && isOfIri(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            ValueSize.iri(end - at - 1L);
            at = end;
        }
    }

    private static boolean isOfIri(char c) {
        return c > ' ' && "<>\"{}|^`".indexOf(c) < 0;
    }

    private void skipText(char quote) {
        boolean isLong = text.startsWith(String.valueOf(quote).repeat(3), at);
        int start = at + (isLong ? 3 : 1);
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == quote
                    && (!isLong || text.startsWith(String.valueOf(quote).repeat(3), end))) {
                break;
            } else if (!isLong && (c == '\n' || c == '\r')) {
                break;
            }
            end++;
        }
        at = Math.min(text.length(), end + (isLong ? 3 : 1)) - 1;
        if (query) {
            ValueSize.text(end - (long) start);
        }
        if (end - start > SizeLimits.TYPED_TEXT && text.startsWith("^^", at + 1)) {
            throw new SizeException(
                    "a text of more than " + SizeLimits.TYPED_TEXT + " characters with a datatype. Shorten it.");
        }
    }

    /** Words, numbers and prefixed names. */
    private void skipWord() {
        int start = at;
        boolean number = true;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            number &= text.charAt(at) <= '9';
            at++;
        }
        int length = at - start;
        if (number) {
            ValueSize.digits(length);
        }
        ValueSize.iri(length);
        if (length == "EXISTS".length() && text.regionMatches(true, start, "EXISTS", 0, length)) {
            existsAhead = true;
        }
        if (query && length == 2 && text.regionMatches(true, start, "AS", 0, 2) && ++names > SizeLimits.NAMES) {
            throw new SizeException(
                    "more than " + SizeLimits.NAMES + " names given with AS. Split it into several queries.");
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == ':' || c == '%';
    }
}
