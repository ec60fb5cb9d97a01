package org.entente.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The chambers of parliaments, from {@code /ask/chambers.txt}: {@code Senate = senat senats сенат сената}. */
final class Chambers {
    private static final Map<String, List<String>> ALL = new LinkedHashMap<>();

    static {
        Lexicon.sections("chambers.txt").getOrDefault("", List.of()).forEach(line -> {
            int equals = line.indexOf('=');
            ALL.put(
                    line.substring(0, equals).strip(),
                    Lexicon.split(List.of(line.substring(equals + 1).strip())).stream()
                            .map(Word::fold)
                            .toList());
        });
    }

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
