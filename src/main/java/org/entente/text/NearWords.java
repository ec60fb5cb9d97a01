package org.entente.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/** The known words that somebody may have meant by one that is not known: for ids, prefixes, terms; names have an index. */
public final class NearWords {
    /** From this share of common letters on, 0 to 1, a word is near. */
    private static final double NEAR = 0.6;
    /** Letters that are compared; whoever writes more has not mistyped a word. */
    private static final int LONGEST = 60;

    private static final LongestCommonSubsequence COMMON = new LongestCommonSubsequence();

    private NearWords() {}

    /**
     * The known words nearest to the given one, best first: those that share most of their letters in the same order, or contain
     * it. Upper and lower case are the same.
     */
    public static List<String> of(String given, Collection<String> known, int most) {
        record Near(String word, double likeness) {}
        String wanted = normal(given);
        return known.stream()
                .distinct()
                .map(word -> new Near(word, likeness(wanted, normal(word))))
                .filter(near -> near.likeness() >= NEAR
                        || wanted.length() > 2 && normal(near.word()).contains(wanted))
                .sorted(Comparator.comparingDouble((Near near) -> -near.likeness())
                        .thenComparing(Near::word))
                .limit(most)
                .map(Near::word)
                .toList();
    }

    private static double likeness(String one, String other) {
        return 2.0 * COMMON.apply(one, other) / Math.max(1, one.length() + other.length());
    }

    private static String normal(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST)).toLowerCase(Locale.ROOT);
    }
}
