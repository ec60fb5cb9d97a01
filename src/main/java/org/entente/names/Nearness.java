package org.entente.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds similar names: trigrams of the skeletons choose a few hundred, edit distance ranks them. A short text is compared
 * with single tokens too, so that a misspelt surname finds the full name.
 */
final class Nearness {
    /** Names that share most trigrams are ranked exactly; the right one was always far inside this number. */
    private static final int RANKED = 300;
    /** Below this similarity a proposal would only confuse. */
    private static final double WORTH_SHOWING = 0.5;
    /** Skeletons longer than this are cut before edit distance, whose cost is their product. */
    private static final int COMPARED = 64;

    private final Map<String, Postings> byTrigram = new HashMap<>();
    private final List<List<String>> tokensOf;

    Nearness(int names) {
        tokensOf = new ArrayList<>(names);
    }

    void add(int id, NormalForm form) {
        List<String> tokens = tokens(form);
        tokensOf.add(tokens);
        for (String trigram : trigrams(tokens)) {
            byTrigram.computeIfAbsent(trigram, unused -> new Postings()).add(id);
        }
    }

    /** Row numbers, most similar first. */
    List<Integer> nearest(NormalForm asked) {
        List<String> tokens = tokens(asked);
        int[] shared = new int[tokensOf.size()];
        for (String trigram : trigrams(tokens)) {
            byTrigram.getOrDefault(trigram, Postings.EMPTY).forEach(id -> shared[id]++);
        }
        record Ranked(int id, double similarity) {}
        return IntStream.range(0, shared.length)
                .filter(id -> shared[id] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer id) -> -shared[id])
                        .thenComparingInt(id -> tokensOf.get(id).size())
                        .thenComparingInt(id -> id))
                .limit(RANKED)
                .map(id -> new Ranked(id, similarity(tokens, tokensOf.get(id))))
                .filter(ranked -> ranked.similarity() >= WORTH_SHOWING)
                .sorted(Comparator.comparingDouble((Ranked ranked) -> -ranked.similarity())
                        .thenComparingInt(Ranked::id))
                .map(Ranked::id)
                .toList();
    }

    /** One skeleton per token is enough here: readings differ in few letters. */
    private static List<String> tokens(NormalForm form) {
        return form.tokens().stream()
                .map(readings -> readings.iterator().next())
                .toList();
    }

    private static Set<String> trigrams(List<String> tokens) {
        Set<String> trigrams = new HashSet<>();
        for (String token : tokens) {
            String padded = "^^" + token + "$";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }

    /** Between 0 and 1: the whole name, or each asked token with its best partner, a little less for what is left over. */
    private static double similarity(List<String> asked, List<String> name) {
        double whole = alike(String.join("", asked), String.join("", name));
        double sum = 0;
        for (String token : asked) {
            sum += name.stream().mapToDouble(other -> alike(token, other)).max().orElse(0);
        }
        double byToken = asked.isEmpty() ? 0 : sum / asked.size() - 0.02 * Math.abs(name.size() - asked.size());
        return Math.max(whole, byToken);
    }

    private static double alike(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 1 : 1 - (double) distance(cut(one), cut(other)) / Math.min(longer, COMPARED);
    }

    private static String cut(String text) {
        return text.length() > COMPARED ? text.substring(0, COMPARED) : text;
    }

    /** Edit distance in which two neighbours that changed places count once. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = IntStream.rangeClosed(0, other.length()).toArray();
        int[] row = new int[other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }
}
