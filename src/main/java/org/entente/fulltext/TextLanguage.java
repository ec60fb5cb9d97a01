package org.entente.fulltext;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The language of a text, by its small words and its script: enough to say that a text is in none of those that are read. */
public final class TextLanguage {
    /** BCP 47: a language that could not be told. */
    public static final String UNKNOWN = "und";

    private static final Map<String, CharArraySet> SMALL = new TreeMap<>(Map.ofEntries(
            Map.entry("bg", BulgarianAnalyzer.getDefaultStopSet()),
            Map.entry("cs", CzechAnalyzer.getDefaultStopSet()),
            Map.entry("da", DanishAnalyzer.getDefaultStopSet()),
            Map.entry("de", GermanAnalyzer.getDefaultStopSet()),
            Map.entry("en", EnglishAnalyzer.getDefaultStopSet()),
            Map.entry("es", SpanishAnalyzer.getDefaultStopSet()),
            Map.entry("et", EstonianAnalyzer.getDefaultStopSet()),
            Map.entry("fi", FinnishAnalyzer.getDefaultStopSet()),
            Map.entry("fr", FrenchAnalyzer.getDefaultStopSet()),
            Map.entry("hu", HungarianAnalyzer.getDefaultStopSet()),
            Map.entry("it", ItalianAnalyzer.getDefaultStopSet()),
            Map.entry("lt", LithuanianAnalyzer.getDefaultStopSet()),
            Map.entry("lv", LatvianAnalyzer.getDefaultStopSet()),
            Map.entry("nl", DutchAnalyzer.getDefaultStopSet()),
            Map.entry("no", NorwegianAnalyzer.getDefaultStopSet()),
            Map.entry("pt", PortugueseAnalyzer.getDefaultStopSet()),
            Map.entry("ro", RomanianAnalyzer.getDefaultStopSet()),
            Map.entry("ru", RussianAnalyzer.getDefaultStopSet()),
            Map.entry("sv", SwedishAnalyzer.getDefaultStopSet()),
            Map.entry("tr", TurkishAnalyzer.getDefaultStopSet())));
    /** Languages that have a script for themselves, or nearly. */
    private static final Map<UnicodeScript, String> SCRIPTS = Map.of(
            UnicodeScript.HIRAGANA, "ja",
            UnicodeScript.HAN, "zh",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.ARABIC, "ar",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GREEK, "el",
            UnicodeScript.GEORGIAN, "ka",
            UnicodeScript.ARMENIAN, "hy");

    private static final Map<String, Pattern> LETTERS =
            Map.of("uk", Pattern.compile("[їєґЇЄҐ]"), "kk", Pattern.compile("[әғқңұӘҒҚҢҰ]"));
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}.*");
    private static final int FEW = 6;
    private static final int MANY = 20;
    private static final double SAID = 0.15;
    private static final double SILENT = 0.06;
    private static final double CLEARLY = 1.5;
    private static final double LETTERS_SAID = 0.02;

    private TextLanguage() {}

    /** The tag of the language of a text that is in none of those; empty if it is in one of them, or too short to tell. */
    public static Optional<String> otherThan(Set<String> read, String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        Optional<String> script = script(text, letters).filter(tag -> !read.contains(tag));
        if (script.isPresent()) {
            return script;
        }
        for (Entry<String, Pattern> each : LETTERS.entrySet()) {
            long found = each.getValue().matcher(text).results().count();
            if (!read.contains(each.getKey()) && found > letters * LETTERS_SAID) {
                return Optional.of(each.getKey());
            }
        }
        List<String> words = WORDS.splitAsStream(text)
                .filter(word -> !word.isEmpty() && !CAPITAL.matcher(word).matches())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        Map<String, Long> small = new HashMap<>();
        SMALL.forEach((tag, set) ->
                small.put(tag, words.stream().filter(set::contains).count()));
        long ours = read.stream()
                .mapToLong(tag -> small.getOrDefault(tag, 0L))
                .max()
                .orElse(0);
        Entry<String, Long> most = small.entrySet().stream()
                .filter(e -> !read.contains(e.getKey()))
                .max(Entry.comparingByValue())
                .orElseThrow();
        if (words.size() >= FEW && most.getValue() > words.size() * SAID && most.getValue() > ours * CLEARLY) {
            return Optional.of(most.getKey());
        }
        return words.size() >= MANY && ours < words.size() * SILENT ? Optional.of(UNKNOWN) : Optional.empty();
    }

    private static Optional<String> script(String text, long letters) {
        Map<UnicodeScript, Long> count = new HashMap<>();
        text.codePoints().filter(Character::isLetter).forEach(c -> count.merge(UnicodeScript.of(c), 1L, Long::sum));
        if (count.getOrDefault(UnicodeScript.HIRAGANA, 0L) > letters / 10) {
            return Optional.of("ja");
        }
        return count.entrySet().stream()
                .filter(e -> e.getValue() > letters / 2 && SCRIPTS.containsKey(e.getKey()))
                .map(e -> SCRIPTS.getOrDefault(e.getKey(), UNKNOWN))
                .findFirst();
    }
}
