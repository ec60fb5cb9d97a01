package org.entente.web;

import java.util.List;

/**
 * What every page has.
 *
 * @param text texts in the reader's language
 * @param title of the document
 * @param otherLanguage address of the same page in the other language
 * @param alternates the same content in other formats
 */
public record Page(Messages text, String title, String otherLanguage, List<Link> alternates) {
    /** A link to the same content in another format. */
    public record Link(String label, String href, String mediaType) {}

    public String lang() {
        return text.language();
    }

    /** "de" on an English page and the other way round. */
    public String otherLang() {
        return lang().equals("de") ? "en" : "de";
    }

    /** The text of a key. */
    public String say(String key, Object... values) {
        return text.get(key, values);
    }
}
