package org.entente.store;

/** How statements are derived from the graphs of a store. */
@FunctionalInterface
public interface Derivation {
    /** Derives nothing. */
    Derivation NONE = () -> (dataset, changes) -> {};

    /** Derives nothing and owns no graph: the default graph can be written as any other. For tests of what SPARQL demands. */
    Derivation OPEN = new Derivation() {
        @Override
        public Deriver forStore() {
            return NONE.forStore();
        }

        @Override
        public boolean ownsGraphs() {
            return false;
        }
    };

    /** Whether there are graphs that only the derivation and loads write, such as the default graph. */
    default boolean ownsGraphs() {
        return true;
    }

    /** A deriver for one store, which may keep what it needs to derive less the next time. */
    Deriver forStore();
}
