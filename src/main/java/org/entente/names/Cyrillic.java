package org.entente.names;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Cyrillic letters (Russian, Kazakh, Kyrgyz, Uzbek, Tajik, Ukrainian, Belarusian) in the sounds of {@link PhoneticKey}: {@code x} stands
 * for every sound between ж and ш, {@code c} for ч.
 */
final class Cyrillic {
    private static final Map<Character, String> SOUNDS = new HashMap<>();
    private static final String KAZAKH = "әғқңөұүһ";

    static {
        String[] pairs = {
            "а a", "ә a", "б b", "в v", "г g", "ғ g", "ґ g", "д d", "е e", "ж x", "җ x", "з s", "и i", "й i", "к k",
            "қ k", "л l", "м m", "н n", "ң n", "о o", "ө o", "п p", "р r", "с s", "т t", "у u", "ұ u", "ү u", "ў o",
            "ф f", "х h", "һ h", "ҳ h", "ц ts", "ч c", "ҷ x", "ш x", "щ x", "ъ ", "ы i", "і i", "ї i", "ь ", "э e",
            "є e", "ю iu", "я ia", "ӣ i", "ӯ u", "ё e"
        };
        for (String pair : pairs) {
            SOUNDS.put(pair.charAt(0), pair.substring(2));
        }
    }

    private Cyrillic() {}

    static boolean isWrittenIn(String word) {
        return word.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC);
    }

    /** Whether the letters of the text are Ukrainian or Belarusian, where г is spoken as h. */
    static boolean isWestern(String text) {
        return holds(text, "їєґ") || text.indexOf('і') >= 0 && !holds(text, KAZAKH);
    }

    private static boolean holds(String text, String letters) {
        for (int i = 0; i < text.length(); i++) {
            if (letters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The ways in which a word is read, in sounds. Letters of other scripts stay. */
    static Set<String> read(String word, boolean western) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(sounds(western ? word.replace('г', 'һ') : word));
        if (word.indexOf('ё') >= 0) {
            // Russian ё is "jo" in German and "yo" or "e" in English.
            readings.add(sounds(word.replace("ё", "ио")));
        }
        if (western && word.indexOf('г') >= 0) {
            readings.add(sounds(word));
        }
        if (word.indexOf('ў') >= 0) {
            // Belarusian, not Uzbek.
            readings.add(sounds(word.replace('ў', 'у').replace('г', 'һ')));
        }
        return readings;
    }

    private static String sounds(String word) {
        StringBuilder latin = new StringBuilder(word.length());
        for (char letter : word.toCharArray()) {
            latin.append(SOUNDS.getOrDefault(letter, String.valueOf(letter)));
        }
        return latin.toString();
    }
}
