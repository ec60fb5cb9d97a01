package org.entente.store;

/**
 * A write would change or remove entries of the log of links; nothing was committed. The message says what to do
 * instead.
 */
public final class AppendOnlyException extends StoreException {
    private static final long serialVersionUID = 1L;

    AppendOnlyException() {
        super("The log of links, " + Graphs.LINKS.getURI()
                + ", is append-only: an entry cannot be changed or removed. To withdraw a decision, add another"
                + " entry (state withdrawn).");
    }
}
