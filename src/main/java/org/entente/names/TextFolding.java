package org.entente.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Forms of a text in which case, composition and diacritics do not count. */
final class TextFolding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Zero-width spaces, direction marks, soft hyphens: copied along with a name, never seen. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final Map<Character, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"),
            Map.entry('ə', "a"),
            Map.entry('ŋ', "n"),
            Map.entry('ħ', "h"));

    private TextFolding() {}

    /** NFKC, case folded, white space collapsed, without characters that cannot be seen. */
    static String folded(String text) {
        String composed = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
        // Upper case first: it also unites ß/ss, ſ/s and the two small sigmas.
        String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return SPACE.matcher(Normalizer.normalize(folded, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
    }

    /** Without diacritics; letters that Unicode does not decompose are written out. */
    static String plain(String word) {
        String decomposed =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (char letter : decomposed.toCharArray()) {
            String written = WRITTEN_OUT.get(letter);
            if (written == null) {
                plain.append(letter);
            } else {
                plain.append(written);
            }
        }
        return plain.toString();
    }
}
