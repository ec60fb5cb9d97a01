package org.entente.letter;

import java.util.Map;

/**
 * A country whose laws are known.
 *
 * @param code its ISO 3166 code
 * @param names by language
 * @param language of letters to its bodies
 * @param portal where requests can be made in public
 */
public record Country(String code, Map<String, String> names, String language, Portal portal) {
    /** Copies the names. */
    public Country {
        names = Map.copyOf(names);
    }

    /**
     * A portal for requests, whose form takes subject and body in its address.
     *
     * @param form address of the form
     * @param subject most characters of a subject
     * @param body most characters of a body
     */
    public record Portal(String name, String form, int subject, int body) {}

    /** The name in a language, else in English. */
    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("en", code));
    }

    /** Whether an ISO 3166 code is that of the country or of a part of it. */
    boolean has(String iso) {
        return iso.equals(code) || iso.startsWith(code + "-");
    }
}
