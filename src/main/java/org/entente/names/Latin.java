package org.entente.names;

import java.util.List;

/** The conventions in which Latin letters are read: each rewrites spellings to the sounds of {@link PhoneticKey}. */
enum Latin {
    /** Tokajew, Dschaparow, Schtscheglowa, Achmetow. */
    GERMAN(
            "schtsch x",
            "tsch c",
            "dsch x",
            "sch x",
            "zh x",
            "sh x",
            "kh h",
            "gh g",
            "ch h",
            "ph f",
            "th t",
            "ck k",
            "tz ts",
            "dz ts",
            "ts ts",
            "z ts",
            "x ks",
            "qu ku",
            "q k",
            "ce tse",
            "ci tsi",
            "c k",
            "j i",
            "y i",
            "w v"),
    /** Tokayev, Zhaparov or Japarov, Shcheglova, Akhmetov. */
    ENGLISH(
            "shch x", "chsh x", "tsch c", "dsch x", "sch x", "tch c", "dzh x", "dj x", "zh x", "sh x", "kh h", "gh g",
            "ch c", "ph f", "th t", "ck k", "tz ts", "ts ts", "z s", "x ks", "qu ku", "q k", "c k", "j x", "y i",
            "w v"),
    /** Toqaev, Japarov, Ahmetov or Axmetov, Şeglova: the new Kazakh and Uzbek alphabets. */
    TURKIC("sh x", "ch c", "gh g", "ts ts", "z s", "x h", "q k", "j x", "y i", "w u", "c x"),
    /** Stražaŭ, Stepanec, Hładij, Szewczuk: scholarly, Belarusian and Polish letters. */
    SLAVIC(
            "shch x", "sch x", "sz x", "cz c", "rz x", "zh x", "sh x", "kh h", "ch h", "dz ts", "c ts", "z s", "x ks",
            "q k", "j i", "y i", "w v");

    private final List<String[]> spellings;

    Latin(String... pairs) {
        this.spellings =
                java.util.Arrays.stream(pairs).map(pair -> pair.split(" ")).toList();
    }

    /** The word, already without diacritics, in sounds; the first spelling that fits wins. */
    String read(String word) {
        StringBuilder sounds = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            String[] fitting = null;
            for (String[] spelling : spellings) {
                if (word.startsWith(spelling[0], at)) {
                    fitting = spelling;
                    break;
                }
            }
            if (fitting == null) {
                sounds.append(word.charAt(at++));
            } else {
                sounds.append(fitting[1]);
                at += fitting[0].length();
            }
        }
        return sounds.toString();
    }

    /** Whether the word has letters that {@link #SLAVIC} reads in its own way. */
    static boolean looksSlavic(String word) {
        return word.indexOf('c') >= 0 || word.contains("sz") || word.contains("rz") || word.contains("dz");
    }

    /** The letters č and ç apart from ch, before their diacritics are dropped. */
    static String slavicLetters(String word) {
        return word.replace("šč", "shch")
                .replace("š", "sh")
                .replace("ś", "sh")
                .replace("ž", "zh")
                .replace("ż", "zh")
                .replace("č", "cz")
                .replace("ć", "cz");
    }

    /** Letters of Turkic and Slavic Latin alphabets that stand for a sibilant, before their diacritics are dropped. */
    static String turkicLetters(String word) {
        return word.replace("ş", "sh")
                .replace("š", "sh")
                .replace("ș", "sh")
                .replace("ž", "zh")
                .replace("ç", "ch")
                .replace("č", "ch")
                .replace("ğ", "g")
                .replace("ǧ", "g");
    }
}
