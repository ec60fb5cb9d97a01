package org.entente.ask;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.names.OfficeTitle;

/** Words that name an office. */
final class OfficeNames {
    private static final Pattern OF_A_BODY =
            Pattern.compile("(?iu)(bundestag|bundesrat|landtag|parlament|senat)s?(?:präsident|praesident)\\p{L}*");

    private OfficeNames() {}

    /** The body in "Bundestagspräsidentin", in lower case; empty where the word has none. */
    static Optional<String> body(String word) {
        Matcher found = OF_A_BODY.matcher(word);
        return found.matches() ? Optional.of(Word.fold(found.group(1))) : Optional.empty();
    }

    static boolean isRank(String word) {
        return !OfficeTitle.of(nominative(word)).offices().isEmpty();
    }

    /** The Russian ambassador loses a vowel in every other case. */
    static String nominative(String words) {
        return words.replaceAll("(?iU)\\b(п)осл(?:а|у|ом|ы|ов|ам|ами|ах)\\b", "$1осол");
    }
}
