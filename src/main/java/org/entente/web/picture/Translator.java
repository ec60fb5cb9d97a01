package org.entente.web.picture;

/** The texts of pictures in one language. */
public interface Translator {
    /** The language: "de" or "en". */
    String language();

    /** The text of the key, with {@code {0}} and so on replaced by the values. */
    String get(String key, Object... values);
}
