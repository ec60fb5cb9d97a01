package org.entente.link;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.OfficeTitle;

/** What the titles of two offices say of each other, beyond the words that they share. */
final class TitleComparison {
    /** As long as the beginnings that a country and its adjective share: Bavaria, Bavarian; Bayern, bayerisch. */
    private static final int COUNTRY = 5;

    private TitleComparison() {}

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
                .map(TitleComparison::country)
                .collect(Collectors.toSet());
        List<Set<String>> others =
                theirs.stems().stream().map(words -> without(words, countries)).toList();
        return ours.stems().stream().map(words -> without(words, countries)).noneMatch(some -> others.stream()
                .anyMatch(rest -> some.containsAll(rest) || rest.containsAll(some)));
    }

    /** Whether one of the titles has a word that begins as a name of somebody or something does. */
    static boolean mention(Naming titles, Naming names) {
        Set<String> words = titles.stems().stream()
                .flatMap(Set::stream)
                .map(TitleComparison::country)
                .collect(Collectors.toSet());
        return names.stems().stream()
                .anyMatch(name -> words.containsAll(
                        name.stream().map(TitleComparison::country).collect(Collectors.toSet())));
    }

    private static Set<String> without(Set<String> words, Set<String> countries) {
        return words.stream().filter(word -> !countries.contains(country(word))).collect(Collectors.toSet());
    }

    private static String country(String stem) {
        return stem.length() > COUNTRY ? stem.substring(0, COUNTRY) : stem;
    }
}
