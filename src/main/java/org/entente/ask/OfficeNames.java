package org.entente.ask;

import org.entente.names.OfficeTitle;

/** Words that name an office. */
final class OfficeNames {
    private OfficeNames() {}

    static boolean isRank(String word) {
        return !OfficeTitle.of(nominative(word)).offices().isEmpty();
    }

    /** The Russian ambassador loses a vowel in every other case. */
    static String nominative(String words) {
        return words.replaceAll("(?iU)\\b(п)осл(?:а|у|ом|ы|ов|ам|ами|ах)\\b", "$1осол");
    }
}
