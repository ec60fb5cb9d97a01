package org.entente.web.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A suggestion: a value that may have been meant.
 *
 * @param name for readers
 * @param id the value to send: a CURIE, an identifier or an IRI
 * @param href its address; "" if it has none
 */
public record Suggestions(String name, String id, String href) {
    /** The most similar words, the best first. Similar words share many pairs of letters with the given one. */
    public static List<String> words(String given, Collection<String> words, int most) {
        Set<String> pairs = pairs(given);
        return words.stream()
                .filter(word -> likeness(pairs, pairs(word)) > 0.25)
                .sorted(Comparator.comparingDouble((String word) -> -likeness(pairs, pairs(word)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return 2.0 * common.size() / Math.max(1, one.size() + other.size());
    }

    private static Set<String> pairs(String word) {
        String padded = " " + word.toLowerCase(Locale.ROOT) + " ";
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= padded.length() && i < 200; i++) {
            pairs.add(padded.substring(i, i + 2));
        }
        return pairs;
    }
}
