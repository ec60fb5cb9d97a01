package org.entente.link;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.NormalForm;
import org.entente.names.OfficeTitle;
import org.entente.names.WordList;

/**
 * Titles of offices compared by their words. Names of persons are compared by sound and without titles; a title is all that an office
 * has, and "Minister for Foreign Affairs" and "Foreign Minister" are the same words in another order.
 */
final class TitleWords {
    private static final Set<String> JOINING = WordList.words("joining");
    /** Long enough to tell the Bundestag from the Bundesrat. */
    private static final int STEM = 7;
    /** As long as the beginnings that a country and its adjective share: Bavaria, Bavarian; Bayern, bayerisch. */
    private static final int COUNTRY = 5;

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

    /** Whether both are understood and can be the same office; a quarter of what titles say, where their words differ. */
    static double understood(double words, Naming ours, Naming theirs) {
        boolean agrees = ours.titles().comparedWith(theirs.titles()).contains(OfficeTitle.Verdict.AGREES)
                && ours.titles().sameSubjects(theirs.titles());
        return Math.max(words, 0.75 * words + (agrees ? 0.25 : 0));
    }

    /**
     * Whether each has words that the other lacks, in every language: "Ambassador of Germany to Turkey" is no wider or narrower name
     * of "Ambassador of Germany to Kazakhstan". Names of the country whose office it is do not count.
     */
    static boolean crossed(Naming ours, Naming theirs, Naming polities) {
        Set<String> countries = polities.stems().stream()
                .flatMap(Set::stream)
                .map(TitleWords::country)
                .collect(Collectors.toSet());
        List<Set<String>> others =
                theirs.stems().stream().map(words -> without(words, countries)).toList();
        return ours.stems().stream().map(words -> without(words, countries)).noneMatch(some -> others.stream()
                .anyMatch(rest -> some.containsAll(rest) || rest.containsAll(some)));
    }

    private static Set<String> without(Set<String> words, Set<String> countries) {
        return words.stream().filter(word -> !countries.contains(country(word))).collect(Collectors.toSet());
    }

    private static String country(String stem) {
        return stem.length() > COUNTRY ? stem.substring(0, COUNTRY) : stem;
    }

    /** The beginnings of the words of a title that say something. */
    static Set<String> stems(String title) {
        return Arrays.stream(NormalForm.exact(title).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty() && !JOINING.contains(word))
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toSet());
    }

    /** Whether one of the titles has a word that begins as a name of somebody or something does. */
    static boolean mention(Naming titles, Naming names) {
        Set<String> words = titles.stems().stream()
                .flatMap(Set::stream)
                .map(TitleWords::country)
                .collect(Collectors.toSet());
        return names.stems().stream()
                .anyMatch(name ->
                        words.containsAll(name.stream().map(TitleWords::country).collect(Collectors.toSet())));
    }

    private static double dice(Set<String> some, Set<String> others) {
        long both = some.stream().filter(others::contains).count();
        return some.isEmpty() || others.isEmpty() ? 0 : 2.0 * both / (some.size() + others.size());
    }
}
