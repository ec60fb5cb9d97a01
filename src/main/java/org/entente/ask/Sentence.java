package org.entente.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question cut into words. The genitive 's of English is no word and no part of one. */
record Sentence(String text, AskLanguage language, List<Word> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?|\\d+");
    private static final Pattern OWNER = Pattern.compile("['’]s$");
    private static final Pattern TWO_RANKS = Pattern.compile("(\\p{L}{4,})[-‐‑](\\p{L}{4,})");
    private static final String HYPHENS = "-‐‑";

    Sentence {
        words = List.copyOf(words);
    }

    static Sentence of(String given, AskLanguage language) {
        // "Minister-Präsident" is one office, and not that of a president; elsewhere it remains two words.
        String between = language == AskLanguage.DE ? "" : " ";
        String text = TWO_RANKS
                .matcher(given)
                .replaceAll(two -> OfficeNames.isRank(two.group(1)) && OfficeNames.isRank(two.group(2))
                        ? two.group(1) + between + (between.isEmpty() ? Word.fold(two.group(2)) : two.group(2))
                        : Matcher.quoteReplacement(two.group()));
        return asWritten(text, language);
    }

    /** Nothing in it is written otherwise, so that the positions are those in the text. */
    static Sentence asWritten(String text, AskLanguage language) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int before = -1;
        while (matcher.find()) {
            String word = OWNER.matcher(matcher.group()).replaceAll("");
            boolean glued = before >= 0
                    && matcher.start() == before + 1
                    && HYPHENS.indexOf(text.charAt(before)) >= 0
                    && !Character.isDigit(text.charAt(matcher.start()));
            words.add(new Word(word, matcher.start(), matcher.start() + word.length(), glued));
            before = matcher.end();
        }
        return new Sentence(text, language, words);
    }

    /** The words from the first to before the last, as they stand. */
    String part(int from, int to) {
        return from >= to
                ? ""
                : text.substring(words.get(from).start(), words.get(to - 1).end());
    }

    /** What stands between a word and the next one. */
    String behind(int word) {
        int end = words.get(word).end();
        return text.substring(end, word + 1 < words.size() ? words.get(word + 1).start() : text.length());
    }

    /** The first word at or behind a position. */
    int wordAt(int position) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).end() > position) {
                return i;
            }
        }
        return words.size();
    }
}
