package org.entente.store;

/** How statements are derived from the graphs of a store. */
@FunctionalInterface
public interface Derivation {
    /** Derives nothing. */
    Derivation NONE = () -> (dataset, changes) -> {};

    /** A deriver for one store, which may keep what it needs to derive less the next time. */
    Deriver forStore();
}
