package org.entente.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** The paragraphs of a text, which are its lines that are not blank, as locators count them. */
public final class Paragraphs {
    private static final Pattern LOCATOR = Pattern.compile("P(\\d{1,4})(?:-P?(\\d{1,4}))?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** What whoever keeps excerpts may have put in front of a paragraph: a mark of what was left out, a date. */
    private static final Pattern ADDED = Pattern.compile("^(\\[\\.\\.\\.[^]]*]|date \\d{4}(-\\d{2}){0,2}|\\s)+");

    private static final int HASHED_WORDS = 8;
    private static final int HASH_DIGITS = 16;

    private final List<String> paragraphs;

    private Paragraphs(List<String> paragraphs) {
        this.paragraphs = paragraphs;
    }

    public static Paragraphs of(String text) {
        return new Paragraphs(
                text.lines().filter(line -> !line.isBlank()).map(String::strip).toList());
    }

    public List<String> all() {
        return paragraphs;
    }

    /**
     * The paragraphs that a locator names: {@code P3} is the third; {@code P3-P5} and {@code P2, P7} are several.
     *
     * @return empty if there are none of them
     */
    public List<String> at(String locator) {
        List<String> found = new ArrayList<>();
        Matcher part = LOCATOR.matcher(locator);
        while (part.find()) {
            int first = Integer.parseInt(part.group(1));
            int last = part.group(2) == null ? first : Integer.parseInt(part.group(2));
            found.addAll(paragraphs.subList(
                    Math.min(Math.max(first, 1) - 1, paragraphs.size()),
                    Math.max(Math.min(last, paragraphs.size()), Math.min(Math.max(first, 1) - 1, paragraphs.size()))));
        }
        return List.copyOf(found);
    }

    /**
     * The start of a passage without its words: the first 16 digits of the SHA-256 of its first eight words, in lower case and joined by
     * blanks. Whoever has the text in any form finds the passage by hashing each run of eight words.
     *
     * @return "" if the paragraph has no words of the source
     */
    public static String hash(String paragraph) {
        String words = WORD.matcher(ADDED.matcher(paragraph).replaceFirst(""))
                .results()
                .map(MatchResult::group)
                .limit(HASHED_WORDS)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : DigestUtils.sha256Hex(words).substring(0, HASH_DIGITS);
    }
}
