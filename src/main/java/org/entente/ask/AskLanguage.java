package org.entente.ask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The languages in which questions are understood. */
public enum AskLanguage {
    DE(Set.of(
            "wer", "wen", "wem", "wessen", "wann", "wo", "wohin", "welche", "welcher", "welches", "welchen", "welchem", "wie", "wurde",
            "der", "die", "das", "den", "dem", "des", "und", "ist", "hat", "haben", "war", "waren", "im", "am", "von", "mit", "zu", "bei", "nach",
            "gab", "es", "sich", "zwischen", "über", "traf", "fand", "statt", "je", "worin", "warum")),
    EN(Set.of(
            "who", "whom", "whose", "when", "where", "what", "which", "how", "the", "of", "and", "is", "has", "have", "did", "were",
            "on", "with", "to", "at", "there", "between", "ever", "does", "do", "from", "by", "why")),
    RU(Set.of());

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CYRILLIC = Pattern.compile("(?U)(?<![\\p{L}])\\p{IsCyrillic}*[а-яё]+");

    private final Set<String> small;

    AskLanguage(Set<String> small) {
        this.small = small;
    }

    /** The tag: "de", "en", "ru". */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language of a question by its small words.
     *
     * @param otherwise tag of the reader's language, for questions without any
     */
    public static AskLanguage of(String question, String otherwise) {
        if (CYRILLIC.matcher(question).find()) {
            return RU;
        }
        String[] words = WORDS.split(question.toLowerCase(Locale.ROOT));
        long german = Arrays.stream(words).filter(DE.small::contains).count();
        long english = Arrays.stream(words).filter(EN.small::contains).count();
        if (german == english) {
            german = known(words, DE);
            english = known(words, EN);
        }
        if (german == english) {
            return otherwise.equals("de") ? DE : EN;
        }
        return german > english ? DE : EN;
    }

    /** How many of the words the grammar of a language knows. */
    private static long known(String[] words, AskLanguage language) {
        Grammar grammar = Grammar.in(language);
        return Arrays.stream(words)
                .map(Word::fold)
                .filter(word -> grammar.isSmall(word)
                        || grammar.isHarmless(word)
                        || grammar.classes().values().stream()
                                .flatMap(java.util.List::stream)
                                .anyMatch(phrase -> phrase.words().size() == 1 && Lexicon.Phrase.matches(phrase.words().getFirst(), word)))
                .count();
    }
}
