package org.entente.web.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.NearWords;
import org.entente.web.page.Messages;

/** Says in plain words what a parser found wrong with a query. */
final class SyntaxWords {
    private static final List<String> KEYWORDS = List.of(
            "SELECT",
            "ASK",
            "CONSTRUCT",
            "DESCRIBE",
            "WHERE",
            "PREFIX",
            "BASE",
            "FILTER",
            "OPTIONAL",
            "UNION",
            "MINUS",
            "GRAPH",
            "BIND",
            "VALUES",
            "DISTINCT",
            "REDUCED",
            "ORDER",
            "GROUP",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "EXISTS",
            "SERVICE",
            "COUNT",
            "SUM",
            "REGEX",
            "CONTAINS",
            "BOUND",
            "LANG",
            "STR");
    private static final Pattern UNKNOWN_PREFIX = Pattern.compile("Unresolved prefixed name: ([^:\\s]*):");
    private static final Pattern NOT_GROUPED = Pattern.compile("Non-group key variable in SELECT: (\\S+)");
    private static final Pattern LEXICAL = Pattern.compile("Lexical error.*after prefix \"(.*)\"", Pattern.DOTALL);
    private static final Pattern ENCOUNTERED =
            Pattern.compile("Encountered \"\\s*(?:<[A-Z0-9_]+> )?\"?(\\S*?) ?\"", Pattern.DOTALL);
    private static final Pattern CHARACTER =
            Pattern.compile("Lexical error.*Encountered: '(\\d{1,6})'", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    /** What a keyboard has instead of what word processors make of it. */
    private static final Map<String, String> LOOKALIKES = Map.of(
            "\"", "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02",
            "'", "\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u00B4\uFF07",
            "-", "\u2010\u2011\u2012\u2013\u2014\u2212",
            "<=", "\u2264",
            ">=", "\u2265",
            "!=", "\u2260",
            "*", "\u00D7\u2217\uFF0A",
            "/", "\u00F7\u2044\u2215",
            ";", "\uFF1B",
            ",", "\uFF0C\u3001");

    private static final Pattern END = Pattern.compile("Encountered:? \"\\s*<EOF>");
    /** What the structure of a query does not see: comments, texts and addresses. */
    private static final Pattern OPAQUE = Pattern.compile(
            "#[^\\n]*|\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|<[^<>\"{}|^`\\s]*>",
            Pattern.DOTALL);

    private static final Map<Character, Character> CLOSING = Map.of('{', '}', '(', ')', '[', ']');

    private SyntaxWords() {}

    /**
     * The mistake in the languages of the pages; empty if the message of the parser is none of those known here.
     *
     * @param message of the parser
     * @param line number of the line in which it stopped, from 1
     * @param column from 1
     */
    static Map<String, String> of(String query, String message, int line, int column) {
        String before = before(query, line, column);
        Matcher prefix = UNKNOWN_PREFIX.matcher(message);
        if (prefix.find()) {
            return said("prefix", prefix.group(1));
        }
        Matcher grouped = NOT_GROUPED.matcher(message);
        if (grouped.find()) {
            return said("group", grouped.group(1));
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.find() && Integer.parseInt(character.group(1)) > 0x7E) {
            return character(Integer.parseInt(character.group(1)));
        }
        Matcher lexical = LEXICAL.matcher(message);
        if (lexical.find()) {
            return lexical(lexical.group(1).replaceFirst("^\\\\(?=[\"'])", ""));
        }
        if (message.contains("Lexical error")
                && !query.isBlank()
                && query.strip().charAt(query.strip().length() - 1) > 0x7E) {
            return character(query.strip().charAt(query.strip().length() - 1));
        }
        if (END.matcher(message).find()) {
            String missing = missing(query);
            return missing.isEmpty() ? said("end") : said("open", missing);
        }
        Matcher token = ENCOUNTERED.matcher(message);
        return token.find() ? token(token.group(1), before) : Map.of();
    }

    /** A character that SPARQL has nowhere but in texts: word processors write it where a keyboard has another. */
    private static Map<String, String> character(int one) {
        String number = "%04X".formatted(one);
        if (Character.isSpaceChar(one) || Character.getType(one) == Character.FORMAT) {
            return said("blank", number);
        }
        return LOOKALIKES.entrySet().stream()
                .filter(written -> written.getValue().indexOf(one) >= 0)
                .findFirst()
                .map(written -> said("character", Character.toString(one), number, written.getKey()))
                .orElseGet(() -> said("letter", Character.toString(one), number));
    }

    private static Map<String, String> lexical(String prefix) {
        Matcher escaped = ESCAPED.matcher(prefix);
        if (escaped.lookingAt()) {
            return character(Integer.parseInt(escaped.group(1), 16));
        }
        if (prefix.startsWith("\"") || prefix.startsWith("'")) {
            return said("quote", prefix.substring(0, 1));
        }
        List<String> near = prefix.length() < 3 ? List.of() : NearWords.of(prefix, KEYWORDS, 1);
        return near.isEmpty() ? said("word", prefix) : said("wordNear", prefix, near.getFirst());
    }

    private static Map<String, String> token(String token, String before) {
        String structure = OPAQUE.matcher(before).replaceAll("x").strip();
        String last = structure.replaceFirst("(?s).*?([A-Za-z]*)$", "$1").toUpperCase(java.util.Locale.ROOT);
        if (token.equals("<")) {
            return said("address");
        }
        if (CLOSING.containsValue(token.isEmpty() ? ' ' : token.charAt(0))
                && !missing(before).contains(token)) {
            return said("closing", token);
        }
        if (last.equals("FILTER")) {
            return said("brackets", last);
        }
        if (List.of("OPTIONAL", "MINUS", "UNION", "EXISTS", "WHERE").contains(last)) {
            return said("braces", last);
        }
        if (token.matches("[?$<:\\w].*|[^\\W\\d]+:.*") && terms(structure) >= 3) {
            return said("dot", token);
        }
        String missing = missing(before);
        return missing.isEmpty() || !token.matches("[{}()\\[\\]]")
                ? said("token", token)
                : said("tokenOpen", token, missing);
    }

    /** Number of terms since the last mark that ends or begins a statement. */
    private static int terms(String structure) {
        String tail = structure
                .replaceFirst("(?s).*[{}();,\\[\\]]|(?s).*\\.(?=\\s|$)", "")
                .strip();
        return tail.isEmpty() ? 0 : tail.split("\\s+").length;
    }

    /** The brackets that would close those still open, innermost first. */
    private static String missing(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (char c : OPAQUE.matcher(text).replaceAll(" ").toCharArray()) {
            Character closing = CLOSING.get(c);
            if (closing != null) {
                open.push(closing);
            } else if (!open.isEmpty() && open.peek() == c) {
                open.pop();
            }
        }
        StringBuilder missing = new StringBuilder();
        open.forEach(c -> missing.append(missing.isEmpty() ? "" : " ").append(c));
        return missing.toString();
    }

    private static String before(String query, int line, int column) {
        String[] lines = query.split("\\R", -1);
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < Math.min(line, lines.length); i++) {
            boolean last = i == line - 1;
            before.append(last ? lines[i].substring(0, Math.clamp(column - 1, 0, lines[i].length())) : lines[i] + "\n");
        }
        return before.toString();
    }

    private static Map<String, String> said(String key, Object... values) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String language : List.of("de", "en")) {
            said.put(language, Messages.in(language).get("sparql.wrong." + key, values));
        }
        return said;
    }
}
