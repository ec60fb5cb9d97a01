package org.entente.store;

/** Receives the progress of a long load. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (step, done, total) -> {};

    /**
     * Called often; the listener decides what to show.
     *
     * @param step the current step in a few words
     * @param done number of items done
     * @param total number of items; 0 if it is not known
     */
    void at(String step, long done, long total);
}
