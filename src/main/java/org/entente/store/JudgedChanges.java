package org.entente.store;

/**
 * In what a state differs from one that was judged before.
 *
 * @param since stands for the state that was judged before, by whoever
 * @param now stands for the state that is judged
 * @param changes between the two, derived statements included
 */
public record JudgedChanges(Object since, Object now, Changes changes) {
    /** Nobody knows what was judged before. */
    public static JudgedChanges unknown() {
        return new JudgedChanges(new Object(), new Object(), Changes.UNKNOWN);
    }

    /** Whether all changes since a state are listed. */
    public boolean isSince(@org.jspecify.annotations.Nullable Object state) {
        return since.equals(state) && changes.known();
    }
}
