package org.entente.ask;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the language of a question by its small words. */
final class LanguageGuess {
    private static final Set<String> GERMAN = Set.of(
            "wer",
            "wen",
            "wem",
            "wessen",
            "wann",
            "wo",
            "wohin",
            "welche",
            "welcher",
            "welches",
            "welchen",
            "welchem",
            "wie",
            "wurde",
            "der",
            "die",
            "das",
            "den",
            "dem",
            "des",
            "und",
            "ist",
            "hat",
            "haben",
            "war",
            "waren",
            "im",
            "am",
            "von",
            "mit",
            "zu",
            "bei",
            "nach",
            "gab",
            "es",
            "sich",
            "zwischen",
            "über",
            "traf",
            "fand",
            "statt",
            "je",
            "worin",
            "warum");
    private static final Set<String> ENGLISH = Set.of(
            "who", "whom", "whose", "when", "where", "what", "which", "how", "the", "of", "and", "is", "has", "have",
            "did", "were", "on", "with", "to", "at", "there", "between", "ever", "does", "do", "from", "by", "why");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CYRILLIC = Pattern.compile("(?U)(?<![\\p{L}])\\p{IsCyrillic}*[а-яё]+");

    private LanguageGuess() {}

    /** @param otherwise tag of the reader's language, for questions that leave it open */
    static AskLanguage of(String question, String otherwise) {
        if (CYRILLIC.matcher(question).find()) {
            return AskLanguage.RU;
        }
        String[] words = WORDS.split(question.toLowerCase(Locale.ROOT));
        long german = Arrays.stream(words).filter(GERMAN::contains).count();
        long english = Arrays.stream(words).filter(ENGLISH::contains).count();
        if (german == english) {
            german = known(words, AskLanguage.DE);
            english = known(words, AskLanguage.EN);
        }
        if (german == english) {
            return otherwise.equals("de") ? AskLanguage.DE : AskLanguage.EN;
        }
        return german > english ? AskLanguage.DE : AskLanguage.EN;
    }

    /** How many of the words the grammar of a language knows. */
    private static long known(String[] words, AskLanguage language) {
        Grammar grammar = Grammar.in(language);
        return Arrays.stream(words)
                .map(Word::fold)
                .filter(word -> grammar.isSmall(word)
                        || grammar.isHarmless(word)
                        || grammar.classes().values().stream()
                                .flatMap(List::stream)
                                .anyMatch(phrase -> phrase.words().size() == 1
                                        && Lexicon.Phrase.matches(phrase.words().getFirst(), word)))
                .count();
    }
}
