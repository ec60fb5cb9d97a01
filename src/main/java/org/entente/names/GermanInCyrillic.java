package org.entente.names;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a German word is usually written in Russian and Ukrainian, in skeletons: Steinmeier is Штайнмайер or Штейнмейер, Schäuble Шойбле,
 * Köhler Келер, Herz Герц. Such a spelling is compared with Cyrillic words only: in Latin letters Maier is not Meier.
 */
final class GermanInCyrillic {
    private static final String VOWELS = "aeiouyäöü";
    private static final int MOST = 8;

    /** Only such words are written otherwise than letter by letter. */
    private static final Pattern GERMAN =
            Pattern.compile("[äöü]|(?:e[iuy]|a[iy]|ie|ae|oe|ue)(?!$)|ie$|^h|^s[tp]|stein|stadt|stedt"
                    + "|[bdflmnr]h[aeiouäöü]|[aeiouäöü]h(?![aeiouyäöü])");
    /** Slavic and Turkic surnames follow their own rules. */
    private static final Pattern OTHER = Pattern.compile(
            "(?:[oe](?:v|w|ff|va|wa)|[^e]in|ina|enko|s?k[iy]j?|ska?ja|yan|ian|uk|yk|i[ct]s?c?h|uly|kyzy|ba[iy]|bek)$");

    /** The longest first; what may be written in two ways has two. */
    private static final List<String[]> SPELLINGS = List.of(
            spelling("tsch c"),
            spelling("stein xtain xtein"),
            spelling("stadt xtat"),
            spelling("stedt xtet"),
            spelling("aeu oi ei"),
            spelling("sch x"),
            spelling("chs ks"),
            spelling("ieh i"),
            spelling("äu oi ei"),
            spelling("eu oi ei"),
            spelling("ei ai ei"),
            spelling("ey ai ei"),
            spelling("ai ai ei"),
            spelling("ay ai ei"),
            spelling("au au"),
            spelling("ie i"),
            spelling("oe e o"),
            spelling("ö e o"),
            spelling("ue iu i"),
            spelling("ü iu i"),
            spelling("ae e"),
            spelling("ä e"),
            spelling("ch h"),
            spelling("sh x"),
            spelling("zh x"),
            spelling("kh h"),
            spelling("gh g"),
            spelling("ck k"),
            spelling("ph f"),
            spelling("th t"),
            spelling("tz ts"),
            spelling("ts ts"),
            spelling("qu kv"),
            spelling("z ts"),
            spelling("x ks"),
            spelling("c k"),
            spelling("j i"),
            spelling("y i"),
            spelling("w v"));

    private static final String[] BREATHED = {"h", "h", "g"};
    private static final String[] BROAD = {"s", "x"};
    private static final String[] MUTE = {"h", ""};

    private GermanInCyrillic() {}

    private static String[] spelling(String pair) {
        return pair.split(" ");
    }

    /** @param word folded, with its umlauts; empty for a word that needs no such reading */
    static Set<String> read(String word) {
        Set<String> readings = new LinkedHashSet<>();
        if (word.length() < 3
                || !GERMAN.matcher(word).find()
                || OTHER.matcher(word).find()) {
            return readings;
        }
        for (String sounds : sounds(word)) {
            readings.add(PhoneticKey.of(TextFolding.plain(sounds)));
        }
        readings.remove("");
        return readings;
    }

    private static List<String> sounds(String word) {
        List<String> all = List.of("");
        int at = 0;
        while (at < word.length()) {
            String[] spelling = at(word, at);
            if (spelling == null) {
                char letter = word.charAt(at++);
                all = all.stream().map(sounds -> sounds + letter).toList();
            } else {
                at += spelling[0].length();
                all = all.stream()
                        .flatMap(sounds -> Arrays.stream(spelling).skip(1).map(sound -> sounds + sound))
                        .limit(MOST)
                        .toList();
            }
        }
        return all;
    }

    private static String @Nullable [] at(String word, int at) {
        if (word.charAt(at) == 'h') {
            boolean before = at > 0 && VOWELS.indexOf(word.charAt(at - 1)) >= 0;
            boolean after = at + 1 < word.length() && VOWELS.indexOf(word.charAt(at + 1)) >= 0;
            return before && !after ? MUTE : BREATHED;
        }
        if (at == 0 && (word.startsWith("st") || word.startsWith("sp"))) {
            return BROAD;
        }
        for (String[] spelling : SPELLINGS) {
            if (word.startsWith(spelling[0], at)) {
                return spelling;
            }
        }
        return null;
    }
}
