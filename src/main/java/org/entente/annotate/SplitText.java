package org.entente.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ask.Lexicon;

/**
 * A text cut into paragraphs, which are its lines that are not blank, and sentences.
 *
 * @param paragraphs their places; the first is P1
 */
record SplitText(String text, List<TextSpan> paragraphs, List<Sentence> sentences) {
    private static final Pattern END = Pattern.compile(
            "[.!?…]+[“”\"»)]*(?=\\s+[\\p{Lu}„“\"«\\d(–])|(?<=\\p{L})[“”]\\s*(?=\\[\\.\\.\\.)|\\[\\.\\.\\.[^\\]]*\\]");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}.]+|\\d+)$");
    private static final Set<String> ABBREVIATIONS =
            Set.copyOf(Lexicon.split(Lexicon.read("/annotate/abbreviations.txt").getOrDefault("", List.of())));

    /** A sentence with one semicolon, behind which no list goes on. */
    private static final Pattern HALF = Pattern.compile("(?s)[^;:]+;\\s+(\\p{Ll}[^;]*)");

    /** @param paragraph its number, from 1 */
    record Sentence(int paragraph, TextSpan span) {}

    SplitText {
        paragraphs = List.copyOf(paragraphs);
        sentences = List.copyOf(sentences);
    }

    static SplitText of(String text) {
        List<TextSpan> paragraphs = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                continue;
            }
            TextSpan line = stripped(text, begin, i);
            if (line.end() > line.start()) {
                paragraphs.add(line);
                sentences(text, line, paragraphs.size(), sentences);
            }
            begin = i + 1;
        }
        return new SplitText(text, paragraphs, sentences);
    }

    private static void sentences(String text, TextSpan line, int paragraph, List<Sentence> sentences) {
        Matcher end = END.matcher(text).region(line.start(), line.end());
        int begin = line.start();
        while (end.find()) {
            if (end.group().startsWith("[...")) {
                add(text, begin, end.start(), paragraph, sentences);
                begin = end.end();
            } else if (!isAbbreviation(text.substring(begin, end.start()), end.group())) {
                add(text, begin, end.end(), paragraph, sentences);
                begin = end.end();
            }
        }
        add(text, begin, line.end(), paragraph, sentences);
    }

    private static void add(String text, int from, int to, int paragraph, List<Sentence> sentences) {
        TextSpan span = stripped(text, from, to);
        Matcher half = HALF.matcher(text).region(span.start(), span.end());
        if (half.matches()) {
            // "…; das Treffen mit dem Minister fand nicht statt": two sentences
            sentences.add(new Sentence(paragraph, new TextSpan(span.start(), half.start(1))));
            sentences.add(new Sentence(paragraph, new TextSpan(half.start(1), span.end())));
        } else if (span.end() > span.start()) {
            sentences.add(new Sentence(paragraph, span));
        }
    }

    /** "Dr.", "8." before a month, an initial: no sentence ends there. */
    private static boolean isAbbreviation(String before, String mark) {
        Matcher last = LAST_WORD.matcher(before);
        if (!mark.equals(".") || !last.find()) {
            return false;
        }
        String word = last.group();
        return word.length() == 1
                || word.matches("\\d{1,2}")
                || word.matches("(?:\\p{L}\\.)+\\p{L}")
                || ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    private static TextSpan stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new TextSpan(start, end);
    }

    /** The paragraph in which a position lies; 0 if in none. */
    int paragraph(int position) {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).start() <= position
                    && position < paragraphs.get(i).end()) {
                return i + 1;
            }
        }
        return 0;
    }
}
