package org.entente.web.picture;

/** What pictures say, in the reader's language. */
public interface Translator {
    /** "de" or "en". */
    String language();

    /** The text of a key, with {@code {0}} … filled in. */
    String get(String key, Object... values);
}
