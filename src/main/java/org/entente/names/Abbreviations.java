package org.entente.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The abbreviations that the words of a longer name make: "Deutsch-Kasachische Universität" is DKU. */
final class Abbreviations {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ASIDE = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}{3,8}");
    private static final Pattern LETTERS_APART =
            Pattern.compile("\\p{L}(?:\\.\\s?|\\s)(?:\\p{L}(?:\\.\\s?|\\s))+\\p{L}\\.?");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final int LEAST = 3;
    private static final int SHORT = 6;
    private static final int MOST = 10;

    private Abbreviations() {}

    /** The text as an abbreviation, if it can be one: a word of three to eight letters with at least two capitals. */
    static Optional<String> asked(String text) {
        String word = text.strip().replace(".", "");
        return ABBREVIATION.matcher(word).matches()
                        && word.codePoints().filter(Character::isUpperCase).count() >= 2
                ? Optional.of(word.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** "B. M. W." and "B M W" are written as "BMW"; any other text stays as it is. */
    static String joined(String text) {
        return LETTERS_APART.matcher(text.strip()).matches()
                ? NO_LETTER.matcher(text).replaceAll("").toUpperCase(Locale.ROOT)
                : text;
    }

    /** Whether the text is a word of at most six letters with capitals inside: such a word is not misspelt, it is another one. */
    static boolean isShort(String text) {
        return asked(text).filter(word -> word.length() <= SHORT).isPresent();
    }

    /** Whether it has capitals and small letters, as "KazNU" and no surname has. */
    static boolean isMixed(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase);
    }

    /** Whether a word of the name is written like a short abbreviation. */
    static boolean isIn(String name) {
        return WORD.matcher(name).results().anyMatch(word -> isShort(word.group()));
    }

    /** With and without the small words between, and what the name itself says in brackets: "Campus Institute Data Science (CIDAS)". */
    static Set<String> of(String name) {
        StringBuilder all = new StringBuilder();
        StringBuilder telling = new StringBuilder();
        for (String word : words(name)) {
            all.appendCodePoint(word.codePointAt(0));
            if (TokenRoles.of(word) != TokenRole.PARTICLE) {
                telling.appendCodePoint(word.codePointAt(0));
            }
        }
        Set<String> found = new LinkedHashSet<>();
        for (StringBuilder each : new StringBuilder[] {all, telling}) {
            if (each.length() >= LEAST && each.length() <= MOST) {
                found.add(each.toString());
            }
        }
        ASIDE.matcher(name)
                .results()
                .flatMap(aside -> asked(aside.group(1)).stream())
                .forEach(found::add);
        return found;
    }

    /** First letters of the first and the last telling word: whatever abbreviates the name has both. Empty for a single word. */
    static String ends(String name) {
        List<String> telling = telling(name);
        return telling.size() < 2 ? "" : ends(telling.getFirst(), telling.getLast());
    }

    /** What {@link #ends} of a name may be that the abbreviation stands for. */
    static Set<String> possibleEnds(String abbreviation) {
        Set<String> ends = new LinkedHashSet<>();
        for (int i = 1; i < abbreviation.length(); i++) {
            ends.add(ends(abbreviation, abbreviation.substring(i)));
        }
        return ends;
    }

    private static String ends(String first, String last) {
        return first.substring(0, 1) + last.charAt(0);
    }

    /**
     * Whether the abbreviation takes the first letter of every telling word, in order, and perhaps further letters of it: "HSN" is
     * "Hochschule Nordhausen".
     */
    static boolean mayStandFor(String abbreviation, String name) {
        List<String> telling = telling(name);
        return telling.size() > 1 && telling.size() <= abbreviation.length() && fits(abbreviation, 0, telling, 0);
    }

    private static boolean fits(String abbreviation, int at, List<String> words, int word) {
        if (word == words.size()) {
            return at == abbreviation.length();
        }
        String letters = words.get(word);
        if (at == abbreviation.length() || abbreviation.charAt(at) != letters.charAt(0)) {
            return false;
        }
        int inside = 0;
        for (int end = at + 1; end <= abbreviation.length(); end++) {
            if (fits(abbreviation, end, words, word + 1)) {
                return true;
            }
            if (end == abbreviation.length()) {
                return false;
            }
            inside = letters.indexOf(abbreviation.charAt(end), inside + 1);
            if (inside < 0) {
                return false;
            }
        }
        return false;
    }

    private static List<String> telling(String name) {
        return words(name).stream()
                .filter(word -> TokenRoles.of(word) != TokenRole.PARTICLE)
                .toList();
    }

    private static List<String> words(String name) {
        return WORD.matcher(ASIDE.matcher(name).replaceAll(" "))
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .filter(word -> TokenRoles.of(word) != TokenRole.LEGAL_FORM)
                .toList();
    }
}
