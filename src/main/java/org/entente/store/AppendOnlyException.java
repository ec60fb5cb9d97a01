package org.entente.store;

/** A write that would change or remove what the log of links holds; nothing was committed. The message says what to do instead. */
public final class AppendOnlyException extends StoreException {
    private static final long serialVersionUID = 1L;

    AppendOnlyException() {
        super(
                "The log of links, " + Graphs.LINKS.getURI()
                        + ", only grows: an entry cannot be changed or removed. Take a decision back with a further"
                        + " entry (state withdrawn).",
                null);
    }
}
