package org.entente.store;

/** Hears how far a long load has come. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (step, done, total) -> {};

    /**
     * Called often; the listener decides what to show.
     *
     * @param step what is being done, in a few words
     * @param done how much of it is done
     * @param total out of how much; 0 where that is not known
     */
    void at(String step, long done, long total);
}
