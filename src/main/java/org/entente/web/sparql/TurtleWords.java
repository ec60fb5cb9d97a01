package org.entente.web.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turtle or TriG cut into words that are coloured by what they are. */
public final class TurtleWords {
    private static final Pattern WORD = Pattern.compile("(?<comment>#[^\\n]*)"
            + "|(?<iri><[^<>\\s]*>)"
            + "|(?<string>\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')"
            + "|(?<keyword>(?i:@?prefix|@?base|graph)(?=\\s)|(?<=\\s)a(?=\\s)|(?<![\\w:])(?:true|false)\\b|@[a-zA-Z-]+)"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]*:[^\\s;,()\\[\\]{}\"<]*|:[\\p{L}\\p{N}_-]+)"
            + "|(?<number>(?<![\\w.:-])[+-]?\\d[\\d.eE+-]*\\b)");
    private static final List<String> KINDS = List.of("comment", "iri", "string", "keyword", "name", "number");

    private TurtleWords() {}

    /** @param kind what it is, a name for its style; "" for what has no colour */
    public record Word(String kind, String text) {}

    /** All of the text, in its order. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            if (word.start() > end) {
                words.add(new Word("", text.substring(end, word.start())));
            }
            String kind = KINDS.stream()
                    .filter(name -> word.group(name) != null)
                    .findFirst()
                    .orElse("");
            words.add(new Word(kind, word.group()));
            end = word.end();
        }
        if (end < text.length()) {
            words.add(new Word("", text.substring(end)));
        }
        return words;
    }
}
