package org.entente.names;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name without what lists put behind it: membership, degree, party, years of birth and death. "Rau, Albert, MdB", "Mann, Thomas,
 * 1875–1955", "Albert Rau (SPD)". What is known is in the list {@code affixes}; anything else is left where it is.
 *
 * @param name what remains; the whole text if nothing else would
 * @param born year of birth, where the text gives the span of a life
 */
public record Affixes(String name, OptionalInt born) {
    private static final Map<String, List<String>> LISTS = WordList.sections("affixes");
    private static final Set<String> BEHIND = Set.copyOf(LISTS.getOrDefault("behind", List.of()));
    private static final Set<String> SEPARATED = separated();

    private static final Pattern IN_BRACKETS = Pattern.compile("^(.*\\S)\\s*[(\\[]([^()\\[\\]]*)[)\\]]$");
    private static final Pattern BEHIND_COMMA = Pattern.compile("^(.*\\S)\\s*,\\s*([^,]+)$");
    private static final Pattern BEHIND_BLANK = Pattern.compile("^(.*\\S)\\s+(\\S+(?:\\s(?:[MDB]|Ph|LL|Sc)\\.?)?)$");
    private static final Pattern YEARS = Pattern.compile("(1[0-9]{3}|20[0-9]{2})\\s*[-–—]\\s*(1[0-9]{3}|20[0-9]{2})?");
    private static final Pattern BIRTH = Pattern.compile(
            "(?i)(?:\\*|geb\\.?|geboren|born|b\\.|р\\.|род\\.?)\\s*(?:[0-9]{1,2}\\.\\s?){0,2}(1[0-9]{3}|20[0-9]{2})"
                    + "(?:\\s*[,;]?\\s*[-–—†]?\\s*(?:gest\\.?|died|†)?\\s*(?:1[0-9]{3}|20[0-9]{2})?)");
    /** A surname, a given name, and years: "Mann, Thomas 1875-1955". Elsewhere bare years may be those of an event. */
    private static final Pattern INVERTED_WITH_YEARS = Pattern.compile(
            "^([^,0-9]+,[^,0-9]+?)\\s+((?:1[0-9]{3}|20[0-9]{2})\\s*[-–—]\\s*(?:1[0-9]{3}|20[0-9]{2})?)$");

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A span of fewer years is that of an event. */
    private static final int LIFE = 18;

    private static Set<String> separated() {
        Set<String> all = new HashSet<>();
        LISTS.values().forEach(words -> words.forEach(word -> all.add(word.toLowerCase(Locale.ROOT))));
        return Set.copyOf(all);
    }

    /** Takes the affixes off, from the last one on. Never fails. */
    public static Affixes of(String text) {
        String name = text.strip();
        OptionalInt born = OptionalInt.empty();
        while (true) {
            Matcher inverted = INVERTED_WITH_YEARS.matcher(name);
            Matcher separated = IN_BRACKETS.matcher(name);
            if (!separated.matches()) {
                separated = BEHIND_COMMA.matcher(name);
            }
            if (inverted.matches() && isLife(inverted.group(2))) {
                born = birth(inverted.group(2));
                name = inverted.group(1);
            } else if (separated.matches() && isLife(separated.group(2))) {
                born = birth(separated.group(2));
                name = separated.group(1);
            } else if (separated.matches() && areSeparated(separated.group(2))) {
                name = separated.group(1);
            } else {
                Matcher behind = BEHIND_BLANK.matcher(name);
                if (!behind.matches() || !behind.group(1).contains(" ") || !BEHIND.contains(letters(behind.group(2)))) {
                    return new Affixes(name, born);
                }
                name = behind.group(1);
            }
        }
    }

    private static boolean areSeparated(String text) {
        return isSeparated(text) || List.of(text.split("[,;/]")).stream().allMatch(Affixes::isSeparated);
    }

    private static boolean isSeparated(String text) {
        return SEPARATED.contains(letters(text).toLowerCase(Locale.ROOT))
                || SEPARATED.contains(BLANK.matcher(text).replaceAll("").toLowerCase(Locale.ROOT));
    }

    private static String letters(String text) {
        return NO_LETTER.matcher(text).replaceAll("");
    }

    private static boolean isLife(String text) {
        Matcher years = YEARS.matcher(text.strip());
        if (!years.matches()) {
            return BIRTH.matcher(text.strip()).matches();
        }
        int from = Integer.parseInt(years.group(1));
        return years.group(2) == null || Integer.parseInt(years.group(2)) - from >= LIFE;
    }

    private static OptionalInt birth(String text) {
        for (Pattern pattern : List.of(YEARS, BIRTH)) {
            Matcher years = pattern.matcher(text.strip());
            if (years.matches()) {
                return OptionalInt.of(Integer.parseInt(years.group(1)));
            }
        }
        return OptionalInt.empty();
    }
}
