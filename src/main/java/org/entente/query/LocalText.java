package org.entente.query;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A text in several languages.
 *
 * @param byLanguage language tag to text; in a valid header always with German and English
 */
public record LocalText(Map<String, String> byLanguage) {
    /** No text in any language. */
    public static final LocalText NONE = new LocalText(Map.of());

    public LocalText {
        byLanguage = java.util.Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    /** The text in this language, else in English, else in any; empty if there is none. */
    public String in(String language) {
        return exactlyIn(language)
                .or(() -> exactlyIn("en"))
                .or(() -> byLanguage.values().stream().findFirst())
                .orElse("");
    }

    /** The text in exactly this language. */
    public Optional<String> exactlyIn(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** Whether there is no text in any language. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}
