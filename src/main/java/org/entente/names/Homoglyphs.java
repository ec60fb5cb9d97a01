package org.entente.names;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Letters of Latin and Cyrillic that look the same, of which some stand in a word of the other script: a Cyrillic е in "Tokajew". */
final class Homoglyphs {
    /** After folding, so that В stands as в and is still a B; the first Cyrillic letter of a Latin one is the likelier. */
    private static final String[] PAIRS = {
        "aа", "bв", "cс", "eе", "hн", "hһ", "iі", "jј", "kк", "mм", "oо", "pр", "qԛ", "sѕ", "tт", "wԝ", "xх", "yу",
        "əә", "ïї", "ëё", "äӓ", "öӧ"
    };

    private static final Map<Character, Character> IN_LATIN = new HashMap<>();
    private static final Map<Character, Character> IN_CYRILLIC = new HashMap<>();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    static {
        for (String pair : PAIRS) {
            IN_LATIN.put(pair.charAt(1), pair.charAt(0));
            IN_CYRILLIC.putIfAbsent(pair.charAt(0), pair.charAt(1));
        }
    }

    private Homoglyphs() {}

    /** The folded text with every word in the script of most of its letters. Words of half and half are left; see {@link #turned}. */
    static String mended(String folded) {
        // Most texts are of one script and cost no more than this look at their letters.
        return lead(folded).mixed ? WORD.matcher(folded).replaceAll(Homoglyphs::mendedWord) : folded;
    }

    private static String mendedWord(MatchResult word) {
        Lead lead = lead(word.group());
        return !lead.mixed || lead.latin == 0
                ? word.group()
                : written(word.group(), lead.latin > 0 ? IN_LATIN : IN_CYRILLIC);
    }

    /** A word that may be of either script, wholly in Latin (or in Cyrillic) as far as its letters look so; any other word as it is. */
    static String turned(String word, boolean toLatin) {
        Lead lead = lead(word);
        return lead.mixed && lead.latin == 0 ? written(word, toLatin ? IN_LATIN : IN_CYRILLIC) : word;
    }

    /**
     * @param latin above 0 if the text is rather Latin, below if rather Cyrillic: the script in which all its letters can be, else that
     *     of most
     */
    private record Lead(int latin, boolean mixed) {}

    private static Lead lead(String text) {
        int latin = 0;
        int cyrillic = 0;
        boolean onlyLatin = false;
        boolean onlyCyrillic = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < 0x80 ? letter >= 'a' && letter <= 'z' : UnicodeScript.of(letter) == UnicodeScript.LATIN) {
                latin++;
                onlyLatin |= !IN_CYRILLIC.containsKey(letter);
            } else if (letter >= 0x80 && UnicodeScript.of(letter) == UnicodeScript.CYRILLIC) {
                cyrillic++;
                onlyCyrillic |= !IN_LATIN.containsKey(letter);
            }
        }
        int lead = onlyLatin == onlyCyrillic ? latin - cyrillic : onlyLatin ? 1 : -1;
        return new Lead(lead, latin > 0 && cyrillic > 0);
    }

    private static String written(String word, Map<Character, Character> letters) {
        StringBuilder written = new StringBuilder(word.length());
        for (char letter : word.toCharArray()) {
            written.append(letters.getOrDefault(letter, letter));
        }
        return written.toString();
    }
}
