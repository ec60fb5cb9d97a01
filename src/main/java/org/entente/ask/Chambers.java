package org.entente.ask;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The chambers of parliaments, from {@code /ask/chambers.txt}: {@code Senate = senat senats сенат сената}. */
final class Chambers {
    private static final Map<String, List<String>> ALL = Lexicon.patterns("chambers.txt");

    private Chambers() {}

    /** Those that a title or a name has a word of. */
    static Set<String> in(String words) {
        List<String> folded =
                List.of(words.split("[^\\p{L}]+")).stream().map(Word::fold).toList();
        return ALL.entrySet().stream()
                .filter(e -> e.getValue().stream()
                        .anyMatch(pattern -> folded.stream().anyMatch(word -> Lexicon.Phrase.matches(pattern, word))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
