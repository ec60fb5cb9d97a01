package org.entente.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a text into the words of a name and reads each in every convention. */
final class NameTokenizer {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u0027\\u0060\\u00b4\\u2018\\u2019\\u02b9-\\u02bf]");
    /** "e.V.", "G.m.b.H.": one word. */
    private static final Pattern DOTTED_FORMS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(e)\\.\\s?(v)\\.|(?<![\\p{L}])(g)\\.\\s?(m)\\.\\s?(b)\\.\\s?(h)\\.");

    private static final Pattern ASIDE = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");
    private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]]");
    /** An abbreviation with its dot has at most as many letters: "Zh.", "Dsch.". */
    private static final int INITIAL = 4;
    /** Words are read again and again: given names, "Universität". Cleared when full. */
    private static final int KEPT = 200_000;

    private static final ConcurrentHashMap<String, Read> READ = new ConcurrentHashMap<>();

    /** A word as it stands, before it is read. */
    record Word(String text, boolean dotted, boolean hyphened) {}

    /** A word as it is read, see {@link NameToken}. */
    private record Read(List<String> readings, List<String> transcribed) {
        static Read of(String word, boolean western) {
            List<String> readings = List.copyOf(NameTokenizer.readings(word, western));
            List<String> transcribed =
                    Cyrillic.isWrittenIn(word) ? List.of() : List.copyOf(GermanInCyrillic.read(word));
            return new Read(readings, readings.containsAll(transcribed) ? List.of() : transcribed);
        }
    }

    private NameTokenizer() {}

    /**
     * The words of a folded text, given name first. Titles and asides ("(politician)") are left out unless nothing else is there.
     */
    static List<Word> of(String folded) {
        String text = APOSTROPHES.matcher(folded).replaceAll("");
        Matcher dotted = DOTTED_FORMS.matcher(text);
        text = dotted.replaceAll(found -> found.group(1) == null ? "gmbh " : "ev ");
        String main = ASIDE.matcher(text).replaceAll(" ");
        if (WORD.matcher(main).find()) {
            text = main;
        }
        if (isInverted(text)) {
            int comma = text.indexOf(',');
            text = text.substring(comma + 1) + " " + text.substring(0, comma);
        }
        List<Word> words = cut(TokenRoles.DOTTED_TITLES.matcher(text).replaceAll(" "));
        List<Word> named = words.stream()
                .filter(word -> !TokenRoles.TITLES.contains(word.text))
                .toList();
        return named.isEmpty() ? cut(text) : named;
    }

    /** The text with what it says in brackets as further words; null if it has words in no brackets, or in nothing else. */
    static @Nullable String opened(String text) {
        String main = ASIDE.matcher(text).replaceAll(" ");
        return main.length() < text.length() && WORD.matcher(main).find()
                ? BRACKETS.matcher(text).replaceAll(" ")
                : null;
    }

    /** Whether the text is read as "Rau, Albert": one comma, not at its beginning. */
    static boolean isInverted(String text) {
        int comma = text.indexOf(',');
        return comma > 0 && comma == text.lastIndexOf(',');
    }

    /** Whether a folded text has titles that do not count. */
    static boolean hasTitle(String folded) {
        return TokenRoles.DOTTED_TITLES.matcher(folded).find()
                || WORD.matcher(folded).results().anyMatch(word -> TokenRoles.TITLES.contains(word.group()));
    }

    private static List<Word> cut(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            boolean dotted = end < text.length() && text.charAt(end) == '.';
            boolean hyphened = end + 1 < text.length()
                    && isHyphen(text.charAt(end))
                    && Character.isLetterOrDigit(text.charAt(end + 1));
            words.add(new Word(matcher.group(), dotted, hyphened));
        }
        return words;
    }

    private static boolean isHyphen(char letter) {
        return letter == '-' || letter >= '\u2010' && letter <= '\u2013';
    }

    /** The word with its readings; null if nothing of it can be spoken. */
    static @Nullable NameToken token(Word written, boolean western) {
        Word word = new Word(TokenRoles.office(written.text), written.dotted, written.hyphened);
        Read read = READ.get(western ? "*" + word.text : word.text);
        if (read == null) {
            read = Read.of(word.text, western);
            if (READ.size() >= KEPT) {
                READ.clear();
            }
            READ.put(western ? "*" + word.text : word.text, read);
        }
        if (read.readings.isEmpty()) {
            return null;
        }
        TokenRole role = TokenRoles.of(word.text);
        int letters = word.text.length();
        if (letters == 1 && Character.isLetter(word.text.charAt(0)) && role == TokenRole.NAME
                || word.dotted
                        && letters <= INITIAL
                        && role != TokenRole.LEGAL_FORM
                        && Character.isLetter(word.text.charAt(0))) {
            role = TokenRole.INITIAL;
        }
        return new NameToken(TextFolding.plain(word.text), read.readings, read.transcribed, role);
    }

    private static Set<String> readings(String text, boolean western) {
        Set<String> readings = new LinkedHashSet<>();
        String latin = Homoglyphs.turned(text, true);
        String cyrillic = Homoglyphs.turned(text, false);
        addReadings(readings, latin, western);
        if (!cyrillic.equals(latin)) {
            addReadings(readings, cyrillic, western);
        }
        readings.remove("");
        return readings;
    }

    private static void addReadings(Set<String> readings, String word, boolean western) {
        if (Cyrillic.isWrittenIn(word)) {
            for (String sounds : Cyrillic.read(word, western)) {
                readings.add(PhoneticKey.of(TextFolding.plain(sounds)));
            }
        } else {
            String german = word.replace("ä", "a").replace("ö", "o").replace("ü", "u");
            String turkic = Latin.turkicLetters(word);
            readings.add(PhoneticKey.of(Latin.ENGLISH.read(TextFolding.plain(turkic))));
            readings.add(PhoneticKey.of(Latin.GERMAN.read(TextFolding.plain(german))));
            readings.add(PhoneticKey.of(Latin.ENGLISH.read(TextFolding.plain(word))));
            readings.add(PhoneticKey.of(Latin.TURKIC.read(TextFolding.plain(turkic))));
            if (Latin.looksSlavic(TextFolding.plain(word))) {
                readings.add(PhoneticKey.of(Latin.SLAVIC.read(TextFolding.plain(Latin.slavicLetters(word)))));
            }
        }
    }
}
