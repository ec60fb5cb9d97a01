package org.entente.wikidata;

/** Something from Wikidata, or a file that should hold it, cannot be used; the message says what, why and what to do. */
public final class WikidataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WikidataException(String message) {
        super(message);
    }

    public WikidataException(String message, Throwable cause) {
        super(message, cause);
    }
}
