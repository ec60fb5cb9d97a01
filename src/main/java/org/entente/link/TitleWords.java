package org.entente.link;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.NormalForm;
import org.entente.names.WordList;

/**
 * Titles of offices compared by their words. Names of persons are compared by sound and without titles; a title is all that an office
 * has, and "Minister for Foreign Affairs" and "Foreign Minister" are the same words in another order.
 */
final class TitleWords {
    private static final Set<String> JOINING = WordList.words("joining");
    /** Long enough to tell the Bundestag from the Bundesrat. */
    private static final int STEM = 7;

    private TitleWords() {}

    /** The words of each title. */
    static List<Set<String>> words(Collection<String> titles) {
        return titles.stream().map(TitleWords::stems).filter(s -> !s.isEmpty()).toList();
    }

    /** From 0 to 1: how many words both have, in the language in which they have most. */
    static double similarity(List<Set<String>> ours, List<Set<String>> theirs) {
        double most = 0;
        for (Set<String> mine : ours) {
            for (Set<String> other : theirs) {
                most = Math.max(most, dice(mine, other));
            }
        }
        return most;
    }

    /** The beginnings of the words of a title that say something. */
    static Set<String> stems(String title) {
        return Arrays.stream(NormalForm.exact(title).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty() && !JOINING.contains(word))
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toSet());
    }

    private static double dice(Set<String> some, Set<String> others) {
        long both = some.stream().filter(others::contains).count();
        return some.isEmpty() || others.isEmpty() ? 0 : 2.0 * both / (some.size() + others.size());
    }
}
