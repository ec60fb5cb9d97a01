package org.entente.names;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The abbreviations that the words of a longer name make: "Deutsch-Kasachische Universität" is DKU. */
final class Abbreviations {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}{3,8}");
    private static final int LEAST = 3;
    private static final int MOST = 10;

    private Abbreviations() {}

    /** The text as an abbreviation, if it can be one: a word of three to eight letters with at least two capitals. Null otherwise. */
    static String asked(String text) {
        String word = text.strip().replace(".", "");
        return ABBREVIATION.matcher(word).matches()
                        && word.codePoints().filter(Character::isUpperCase).count() >= 2
                ? word.toLowerCase(Locale.ROOT)
                : null;
    }

    /** With and without the small words between. */
    static Set<String> of(String name) {
        StringBuilder all = new StringBuilder();
        StringBuilder telling = new StringBuilder();
        Matcher words = WORD.matcher(name.replaceAll("[(\\[][^()\\[\\]]*[)\\]]", " "));
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            Role role = Roles.of(word);
            if (role == Role.LEGAL_FORM) {
                continue;
            }
            all.appendCodePoint(word.codePointAt(0));
            if (role != Role.PARTICLE) {
                telling.appendCodePoint(word.codePointAt(0));
            }
        }
        Set<String> found = new LinkedHashSet<>();
        for (StringBuilder each : new StringBuilder[] {all, telling}) {
            if (each.length() >= LEAST && each.length() <= MOST) {
                found.add(each.toString());
            }
        }
        return found;
    }
}
