package org.entente.names;

import java.util.HashMap;
import java.util.Map;

/**
 * Cyrillic letters (Russian, Kazakh, Kyrgyz, Uzbek, Ukrainian) in the sounds of {@link Skeleton}: {@code x} stands for
 * every sound between ж and ш, {@code c} for ч.
 */
final class Cyrillic {
    private static final Map<Character, String> SOUNDS = new HashMap<>();

    static {
        String[] pairs = {
            "а a", "ә a", "б b", "в v", "г g", "ғ g", "ґ g", "д d", "е e", "ж x", "җ x", "з s", "и i", "й i", "к k",
                    "қ k",
            "л l", "м m", "н n", "ң n", "о o", "ө o", "п p", "р r", "с s", "т t", "у u", "ұ u", "ү u", "ў o", "ф f",
                    "х h",
            "һ h", "ҳ h", "ц ts", "ч c", "ҷ x", "ш x", "щ x", "ъ ", "ы i", "і i", "ї i", "ь ", "э e", "є e", "ю iu",
                    "я ia"
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

    /** The word in Latin sounds; {@code yo} says how ё is read. Letters of other scripts stay. */
    static String toLatin(String word, String yo) {
        StringBuilder latin = new StringBuilder(word.length());
        for (char letter : word.toCharArray()) {
            if (letter == 'ё') {
                latin.append(yo);
            } else {
                latin.append(SOUNDS.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        return latin.toString();
    }
}
