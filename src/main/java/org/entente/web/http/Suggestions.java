package org.entente.web.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that may have been meant.
 *
 * @param name how it is shown
 * @param id how it is named in a request: a CURIE, an id, an IRI
 * @param href where it is
 */
public record Suggestions(String name, String id, String href) {
    /** The words most like the given one, best first: those that share a good part of its letter pairs. */
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
