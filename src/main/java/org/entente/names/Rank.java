package org.entente.names;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What kind of office a title names; the words for each are in {@code words/ranks.txt}. */
enum Rank {
    HEAD_OF_GOVERNMENT,
    CHANCELLOR,
    MINISTER,
    MINISTER_OF_STATE,
    STATE_SECRETARY,
    AMBASSADOR,
    CONSUL_GENERAL,
    HONORARY_CONSUL,
    CONSUL,
    /** Presidents, speakers and chairs: "President of the Senate" and "Chair of the Senate" are one office. */
    PRESIDING,
    MEMBER_OF_PARLIAMENT,
    HEAD_OF_A_PLACE,
    SENATOR,
    RECTOR,
    PLENIPOTENTIARY,
    STATE_COUNSELLOR,
    COMMISSIONER,
    /** Words for whoever leads something: too general to contradict anything. */
    HEAD;

    /** A word, where it is found in " words between blanks ", and what it says. */
    record Word(Pattern pattern, int length, Rank rank) {
        private static Word of(String text, Rank rank) {
            String exact = NormalForm.exact(text);
            // Long single words may end a German compound; the others begin a word. A ministry is no minister.
            String before = exact.length() > 5 && exact.indexOf(' ') < 0 ? "" : "(?<= )";
            return new Word(Pattern.compile(before + Pattern.quote(exact) + "(?!ium|ien|ial)"), exact.length(), rank);
        }
    }

    /** The longest first, so that "Ministerpräsident" is neither a minister nor a president. */
    static final List<Word> WORDS = words(WordList.sections("ranks"));

    private static List<Word> words(Map<String, List<String>> sections) {
        return Arrays.stream(values())
                .flatMap(rank -> Objects.requireNonNull(sections.get(rank.section()), rank::section).stream()
                        .map(word -> Word.of(word, rank)))
                .sorted(Comparator.comparingInt((Word word) -> -word.length()))
                .toList();
    }

    private String section() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the word alone tells one office from another. */
    boolean tells() {
        return this != HEAD;
    }
}
