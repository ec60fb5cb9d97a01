package org.entente.names;

/**
 * What remains of a word when spelling habits are gone. Input are the sounds of one reading (see {@link Latin},
 * {@link Cyrillic}), output is a key of few letters.
 */
final class PhoneticKey {
    private PhoneticKey() {}

    static String of(String sounds) {
        String key = single(sounds.replace("ts", "\u0001").replace('z', 's').replace("\u0001", "ts"));
        // дж is written "dsch", "dzh", "j"; щ is "schtsch", "shch" and once "chsh".
        key = single(
                key.replace("dx", "x").replace("xc", "x").replace("cx", "x").replace("ng", "n"));
        // Glides: "Tokayev", "Tokajew", "Tokaev"; "Skljar", "Sklyar"; "Andrei", "Andrej".
        key = withoutGlides(key);
        // The three German umlauts, written out; also what remains of "aje".
        return single(key.replace("ae", "a").replace("oe", "o").replace("ue", "u"));
    }

    private static String withoutGlides(String key) {
        StringBuilder kept = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            boolean besideVowel =
                    i > 0 && isFullVowel(key.charAt(i - 1)) || i + 1 < key.length() && isFullVowel(key.charAt(i + 1));
            if (key.charAt(i) != 'i' || !besideVowel) {
                kept.append(key.charAt(i));
            }
        }
        return single(kept.toString());
    }

    private static boolean isFullVowel(char letter) {
        return letter == 'a' || letter == 'e' || letter == 'o' || letter == 'u';
    }

    /** Doubled letters written once: "Wassilenko", "Vasilenko". */
    private static String single(String key) {
        StringBuilder kept = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if (i == 0 || key.charAt(i) != key.charAt(i - 1)) {
                kept.append(key.charAt(i));
            }
        }
        return kept.toString();
    }
}
