package org.entente.rdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the end of a broken Turtle statement, so that reading can continue after it: the next "." that is not part of a
 * string, comment, IRI, name or number. Brackets need not be counted, because they cannot contain a ".". An unclosed
 * string or IRI ends with its line.
 */
final class StatementScanner {
    private static final Pattern DIRECTIVE = Pattern.compile("@(prefix|base)\\b|(?i:prefix|base)\\s+[^\\s<]*:?\\s*<");
    private static final Pattern KEYWORD = Pattern.compile("(?i)(prefix|base)(?=[\\s<])");

    private static final Pattern VERSION = Pattern.compile("(?i)version\\s+[\"']");

    private final String text;

    StatementScanner(String text) {
        this.text = text;
    }

    /** The offset after the statement that begins at {@code from}; the length of the text if it has no end. */
    int endFrom(int from) {
        int begin = blanksEnd(from);
        int at = begin;
        Matcher keyword = KEYWORD.matcher(text).region(at, text.length());
        boolean sparqlStyle = keyword.lookingAt();
        boolean version = VERSION.matcher(text).region(at, text.length()).lookingAt();
        boolean directive = sparqlStyle || text.startsWith("@", at);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.') {
                return at + 1;
            } else if (c == '#') {
                at = lineEnd(at);
            } else if (c == '"' || c == '\'') {
                int close = stringEnd(at, c);
                if (close < 0) {
                    // the line with the unclosed string may end the statement, too
                    int line = lineEnd(at);
                    if (text.substring(at, line).stripTrailing().endsWith(".")) {
                        return line;
                    }
                    close = line;
                }
                if (version) {
                    return close;
                }
                at = close;
            } else if (c == '<') {
                at = iriEnd(at);
                if (directive) {
                    int next = blanksEnd(at);
                    return next < text.length() && text.charAt(next) == '.' && !sparqlStyle ? next + 1 : at;
                }
            } else if (isNumberStart(at)) {
                at = numberEnd(at);
            } else if (c == '@' && at > begin && startsDirective(at)) {
                return at;
            } else if (isNameChar(c)) {
                if (at > begin && startsDirective(at)) {
                    return at;
                }
                at = nameEnd(at);
            } else {
                at++;
            }
        }
        return text.length();
    }

    /** The offset of the first character from {@code at} on that is neither white space nor in a comment. */
    int blanksEnd(int at) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(at);
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f') {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private boolean startsDirective(int at) {
        boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
        return lineStart && DIRECTIVE.matcher(text).region(at, text.length()).lookingAt();
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** The offset after the closing quotes; -1 if the string is not closed. */
    private int stringEnd(int at, char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean longString = text.startsWith(three, at);
        if (!longString && text.startsWith(three.substring(1), at)) {
            return at + 2;
        }
        for (int i = at + (longString ? 3 : 1); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (longString ? text.startsWith(three, i) : c == quote) {
                return i + (longString ? 3 : 1);
            } else if (!longString && (c == '\n' || c == '\r')) {
                return -1;
            }
        }
        return -1;
    }

    private int iriEnd(int at) {
        int blank = -1;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (blank < 0 && Character.isWhitespace(c)) {
                blank = i;
            }
            if (c == '\n' || c == '<') {
                break;
            }
        }
        return blank < 0 ? at + 1 : blank;
    }

    private boolean isNumberStart(int at) {
        char c = text.charAt(at);
        return isDigit(c) || ((c == '+' || c == '-') && at + 1 < text.length() && isDigit(text.charAt(at + 1)));
    }

    private int numberEnd(int at) {
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean exponent = c == 'e' || c == 'E';
            if (exponent && (next == '+' || next == '-')) {
                i += 2;
            } else if (isDigit(c) || exponent || (c == '.' && (isDigit(next) || next == 'e' || next == 'E'))) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private int nameEnd(int at) {
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (isNameChar(c)) {
                i++;
            } else if (c == '.') {
                int next = i;
                while (next < text.length() && text.charAt(next) == '.') {
                    next++;
                }
                if (next == text.length() || !isNameChar(text.charAt(next))) {
                    return next - 1;
                }
                i = next;
            } else {
                break;
            }
        }
        return Math.min(i, text.length());
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || c == ':'
                || c == '-'
                || c == '%'
                || c == '\\'
                || c >= '\u00B7' && !Character.isWhitespace(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
