package org.entente.ask;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words and heads of one language, from {@code /ask/de.txt} and so on. */
final class Grammar {
    private static final Map<AskLanguage, Grammar> ALL = new EnumMap<>(AskLanguage.class);

    static {
        for (AskLanguage language : AskLanguage.values()) {
            ALL.put(language, new Grammar(Lexicon.sections(language.tag() + ".txt")));
        }
    }

    private final List<String> small;
    private final List<String> harmless;
    private final Map<String, List<Lexicon.Phrase>> classes = new LinkedHashMap<>();
    private final List<Head> heads;

    private Grammar(Map<String, List<String>> sections) {
        small = folded(sections, "small");
        harmless = folded(sections, "harmless");
        for (String line : sections.getOrDefault("words", List.of())) {
            int colon = line.indexOf(':');
            classes.put(
                    line.substring(0, colon).strip(),
                    Arrays.stream(line.substring(colon + 1).strip().split("\\s+"))
                            .map(Lexicon.Phrase::of)
                            .toList());
        }
        heads = sections.getOrDefault("heads", List.of()).stream().map(Head::of).toList();
    }

    private static List<String> folded(Map<String, List<String>> sections, String name) {
        return Lexicon.split(sections.getOrDefault(name, List.of())).stream()
                .map(Word::fold)
                .toList();
    }

    static Grammar in(AskLanguage language) {
        return java.util.Objects.requireNonNull(ALL.get(language), "one for each language");
    }

    List<Head> heads() {
        return heads;
    }

    List<Lexicon.Phrase> wordsOf(String name) {
        return classes.getOrDefault(name, List.of());
    }

    Map<String, List<Lexicon.Phrase>> classes() {
        return classes;
    }

    /** Whether the word is one of the language's questions. */
    boolean knows(String folded) {
        return isSmall(folded)
                || isHarmless(folded)
                || classes.values().stream()
                        .flatMap(List::stream)
                        .flatMap(phrase -> phrase.words().stream())
                        .anyMatch(pattern -> Lexicon.Phrase.matches(pattern, folded));
    }

    /** Whether the word only holds sentences together. */
    boolean isSmall(String folded) {
        return small.stream().anyMatch(pattern -> Lexicon.Phrase.matches(pattern, folded));
    }

    /** Whether the word may be left out without asking something else. */
    boolean isHarmless(String folded) {
        return harmless.stream().anyMatch(pattern -> Lexicon.Phrase.matches(pattern, folded));
    }
}
