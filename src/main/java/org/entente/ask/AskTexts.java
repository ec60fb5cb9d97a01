package org.entente.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.entente.time.DateText;
import org.entente.time.EdtfException;

/** The sentences of answers in one language. */
public final class AskTexts {
    private static final Map<AskLanguage, AskTexts> ALL = new EnumMap<>(AskLanguage.class);

    static {
        for (AskLanguage language : AskLanguage.values()) {
            ALL.put(language, new AskTexts(language));
        }
    }

    private static final Pattern FULL_STOPS = Pattern.compile("(\\p{L})\\.\\.(?=\\s|$)");

    private final AskLanguage language;
    private final Properties texts = new Properties();

    private AskTexts(AskLanguage language) {
        this.language = language;
        try (InputStream in = AskTexts.class.getResourceAsStream("/ask/sentences_" + language.tag() + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks the sentences in " + language.tag());
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts in a language. */
    public static AskTexts in(AskLanguage language) {
        return java.util.Objects.requireNonNull(ALL.get(language), "one for each language");
    }

    /** The text of a key with its values. */
    public String say(String key, Object... values) {
        String text = texts.getProperty(key, key);
        if (values.length == 0) {
            return text;
        }
        // A value that ends with an abbreviation brings the full stop of the sentence.
        return FULL_STOPS
                .matcher(new MessageFormat(text, Locale.forLanguageTag(language.tag())).format(values))
                .replaceAll("$1.");
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The keys, for tests. */
    public java.util.Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** "A, B and C", with semicolons if a name has a comma; at most so many names. */
    String list(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        int most = 8;
        List<String> shown = distinct.size() > most ? distinct.subList(0, most - 1) : distinct;
        String and = " " + say("and") + " ";
        String then = distinct.stream().anyMatch(name -> name.contains(",")) ? "; " : ", ";
        if (distinct.size() > most) {
            return String.join(then, shown) + and + say("more", distinct.size() - shown.size());
        }
        return shown.size() < 2
                ? String.join("", shown)
                : String.join(then, shown.subList(0, shown.size() - 1)) + and + shown.getLast();
    }

    /** A date in words. */
    String date(String edtf) {
        try {
            return language == AskLanguage.RU
                    ? RussianDates.plain(edtf)
                    : DateText.in(language.tag()).plain(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }
}
