package org.entente.bench;

import java.util.HashMap;
import java.util.Map;

/** Russian in German letters, as the press prints it: Щеглов is Schtscheglow, Назарбаев is Nasarbajew. */
final class GermanTranscription {
    private static final Map<Character, String> LETTERS = new HashMap<>();
    private static final String VOWELS = "аеёиоуыэюя";

    static {
        String pairs =
                "а a б b в w г g д d ж sch з s и i к k л l м m н n о o п p р r т t у u ф f х ch ц z ч tsch ш sch щ schtsch "
                        + "ъ _ ы y ь _ э e ю ju я ja";
        String[] parts = pairs.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            LETTERS.put(parts[i].charAt(0), parts[i + 1].replace("_", ""));
        }
    }

    private GermanTranscription() {}

    static String of(String russian) {
        StringBuilder german = new StringBuilder();
        String text = russian.toLowerCase(java.util.Locale.ROOT);
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            String written = letter(letter, before, after);
            if (begins && !written.isEmpty()) {
                written = Character.toUpperCase(written.charAt(0)) + written.substring(1);
            }
            german.append(written);
            begins = !Character.isLetter(letter);
        }
        return german.toString();
    }

    private static String letter(char letter, char before, char after) {
        boolean afterVowel = VOWELS.indexOf(before) >= 0;
        return switch (letter) {
            case 'е' -> !Character.isLetter(before) || afterVowel || before == 'ь' || before == 'ъ' ? "je" : "e";
            case 'ё' -> "жчшщ".indexOf(before) >= 0 ? "o" : "jo";
            case 'й' -> before == 'и' || before == 'ы' ? "" : VOWELS.indexOf(after) >= 0 ? "j" : "i";
            case 'с' -> afterVowel && VOWELS.indexOf(after) >= 0 ? "ss" : "s";
            default -> LETTERS.getOrDefault(letter, String.valueOf(letter));
        };
    }
}
