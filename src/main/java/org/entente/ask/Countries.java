package org.entente.ask;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adjectives and peoples of countries and regions, from {@code /ask/countries.txt}: {@code Kazakhstan = kasachisch* kazakh казахстанск*}. */
final class Countries {
    private static final Map<String, List<String>> ALL = Lexicon.patterns("countries.txt");

    private Countries() {}

    /** The English name of the country that the adjective belongs to. */
    static Optional<String> of(String folded) {
        return ALL.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(pattern -> Lexicon.Phrase.matches(pattern, folded)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the adjectives of a country or region are known, by its English name. */
    static boolean has(String name) {
        return ALL.containsKey(name);
    }
}
