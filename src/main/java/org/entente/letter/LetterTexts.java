package org.entente.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The texts of letters in one language, {@code letter/letter_de.properties}. */
final class LetterTexts {
    private final Properties texts = new Properties();
    private final Locale locale;

    LetterTexts(String language) {
        locale = Locale.forLanguageTag(language);
        String resource = "/letter/letter_" + language + ".properties";
        try (InputStream in = LetterTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + resource);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    String say(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text " + key);
        }
        return new MessageFormat(text, locale).format(values);
    }
}
