package org.entente.check;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a text prints a person’s name: the surname is enough, also with the ending of a case (“Webers”, “Шольца”). */
final class PrintedName {
    private static final String ENDING = "(?:s|\\p{IsCyrillic}{1,2})?";

    private PrintedName() {}

    /** The first surname that the text prints, as it stands there. */
    static Optional<String> in(String text, Stream<String> names) {
        return names.map(PrintedName::surname)
                .distinct()
                .filter(surname -> surname.length() > 2)
                .flatMap(
                        surname -> Pattern.compile("(?<![\\p{L}-])" + Pattern.quote(surname) + ENDING + "(?![\\p{L}-])")
                                .matcher(text)
                                .results()
                                .map(MatchResult::group))
                .findFirst();
    }

    private static String surname(String name) {
        return name.strip().replaceFirst("^.*[\\s\u00a0]", "");
    }
}
