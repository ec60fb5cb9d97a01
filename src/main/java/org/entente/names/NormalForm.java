package org.entente.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The normal form of a name: its tokens, each with the skeletons of its possible readings. Titles, case, diacritics,
 * apostrophes, hyphens and script do not count.
 *
 * @param tokens one set of skeletons per token, in the order of the name; "Rau, Albert" is read as "Albert Rau"
 */
public record NormalForm(List<Set<String>> tokens) {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u0027\\u0060\\u00b4\\u2018\\u2019\\u02b9-\\u02bf]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Abbreviated titles count only with their dots, since "Se" and "Ing" are also names. */
    private static final Pattern DOTTED_TITLES = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:s\\.\\s?e|i\\.\\s?e|h\\.\\s?e|h\\.\\s?c|i\\.\\s?r|a\\.\\s?d|е\\.\\s?п|dipl|ing|habil|mult|mag|hon|akad|акад)\\."
                    + "|(?<![\\p{L}\\p{N}])(?:д-р|г-н|г-жа)(?![\\p{L}\\p{N}])");

    private static final Set<String> TITLES = Set.of(
            "dr",
            "prof",
            "professor",
            "professorin",
            "doktor",
            "phd",
            "herr",
            "frau",
            "mr",
            "mrs",
            "ms",
            "exzellenz",
            "excellency",
            "проф",
            "профессор",
            "доктор",
            "господин",
            "госпожа");
    /** More readings than this are cut: a name of many ambiguous tokens is still found by its tokens. */
    private static final int MAX_KEYS = 48;

    private static final Map<Character, String> LATIN_LETTERS = Map.ofEntries(
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

    public NormalForm {
        tokens = List.copyOf(tokens);
    }

    /** Reads a name. Never fails; a text without letters or digits has no tokens. */
    public static NormalForm of(String name) {
        String text = APOSTROPHES.matcher(exact(name)).replaceAll("");
        int comma = text.indexOf(',');
        if (comma > 0 && comma == text.lastIndexOf(',')) {
            String given = text.substring(comma + 1);
            text = given + " " + text.substring(0, comma);
        }
        List<String> words = words(DOTTED_TITLES.matcher(text).replaceAll(" "));
        List<String> named =
                words.stream().filter(word -> !TITLES.contains(word)).toList();
        if (named.isEmpty()) {
            named = words(text);
        }
        List<Set<String>> tokens = new ArrayList<>();
        for (String word : named) {
            Set<String> readings = readings(word);
            if (!readings.isEmpty()) {
                tokens.add(Collections.unmodifiableSet(readings));
            }
        }
        return new NormalForm(tokens);
    }

    /** The exact form: NFKC, case folded, white space collapsed. */
    public static String exact(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        // Upper case first: it also unites ß/ss, ſ/s and the two small sigmas.
        String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /**
     * The whole name in every combination of readings, without spaces, so that "Kassym-Jomart" and "Kassymjomart" meet.
     * Two names have the same normal form if they share a key.
     */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        if (tokens.isEmpty()) {
            return keys;
        }
        keys.add("");
        for (Set<String> readings : tokens) {
            Set<String> longer = new LinkedHashSet<>();
            for (String key : keys) {
                for (String reading : readings) {
                    if (longer.size() < MAX_KEYS) {
                        longer.add(key + reading);
                    }
                }
            }
            keys = longer;
        }
        return keys;
    }

    /** Whether this form and the other have the same tokens, in any order. */
    public boolean hasSameTokens(NormalForm other) {
        return tokens.size() == other.tokens.size() && other.contains(this);
    }

    /** Whether every token of the other form is a token of this one, each used once. */
    public boolean contains(NormalForm other) {
        List<Set<String>> free = new ArrayList<>(tokens);
        for (Set<String> wanted : other.tokens) {
            int found = -1;
            for (int i = 0; i < free.size() && found < 0; i++) {
                if (!Collections.disjoint(free.get(i), wanted)) {
                    found = i;
                }
            }
            if (found < 0) {
                return false;
            }
            free.remove(found);
        }
        return !other.tokens.isEmpty();
    }

    private static List<String> words(String text) {
        return SEPARATORS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static Set<String> readings(String word) {
        Set<String> readings = new LinkedHashSet<>();
        if (Cyrillic.isWrittenIn(word)) {
            readings.add(Skeleton.of(plain(Cyrillic.toLatin(word, "e"))));
            // Russian ё is "jo" in German and "yo" or "e" in English.
            readings.add(Skeleton.of(plain(Cyrillic.toLatin(word, "io"))));
        } else {
            String german = word.replace("ä", "a").replace("ö", "o").replace("ü", "u");
            readings.add(Skeleton.of(Latin.GERMAN.read(plain(german))));
            readings.add(Skeleton.of(Latin.ENGLISH.read(plain(word))));
            readings.add(Skeleton.of(Latin.TURKIC.read(plain(Latin.turkicLetters(word)))));
            readings.add(Skeleton.of(Latin.ENGLISH.read(plain(Latin.turkicLetters(word)))));
        }
        readings.remove("");
        return readings;
    }

    /** Without diacritics; letters that Unicode does not decompose are written out. */
    private static String plain(String word) {
        String decomposed =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (char letter : decomposed.toCharArray()) {
            String written = LATIN_LETTERS.get(letter);
            if (written == null) {
                plain.append(letter);
            } else {
                plain.append(written);
            }
        }
        return plain.toString();
    }
}
