package org.entente.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Runs of words that two texts have in common. */
public final class WordRuns {
    /** Shorter runs come about by chance: names with titles, set phrases. */
    public static final int LEAST = 7;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private WordRuns() {}

    /** Length in words of the longest run that stands in both; 0 below {@link #LEAST}. */
    public static int longest(String one, String other) {
        List<String> words = words(one);
        List<String> others = words(other);
        Map<List<String>, List<Integer>> starts = new HashMap<>();
        for (int i = 0; i + LEAST <= others.size(); i++) {
            starts.computeIfAbsent(others.subList(i, i + LEAST), run -> new ArrayList<>())
                    .add(i);
        }
        int longest = 0;
        for (int i = 0; i + LEAST <= words.size(); i++) {
            for (int j : starts.getOrDefault(words.subList(i, i + LEAST), List.of())) {
                int length = LEAST;
                while (i + length < words.size()
                        && j + length < others.size()
                        && words.get(i + length).equals(others.get(j + length))) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
