package org.entente.letter;

import java.util.Locale;
import java.util.Map;

/**
 * What gives the right to ask the bodies of a country or region.
 *
 * @param of ISO 3166 code of the country or region
 * @param shortName its abbreviation; "" if there is no law
 * @param name its whole name
 * @param claim the section that gives the right
 * @param note by language what else a reader has to know; may be empty
 * @param source web address of the text of the law, or of whoever says that there is none
 */
public record Law(
        String of, String shortName, String name, String claim, Right right, Map<String, String> note, String source) {
    /** Who may ask. */
    public enum Right {
        EVERYBODY,
        /** Whoever states a justified interest. */
        INTEREST,
        /** There is no such law. */
        NONE;

        /** The name in data and in messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the notes. */
    public Law {
        note = Map.copyOf(note);
    }

    /** The note in a language, else in English; "" if there is none. */
    public String note(String language) {
        return note.getOrDefault(language, note.getOrDefault("en", ""));
    }
}
