package org.entente.bounds;

/**
 * Where texts may be longer than {@link SizeLimits#TEXT}: in rules and checks, which belong to the collection and join what all its sources
 * say of a thing.
 */
public final class UnboundedTexts {
    private static final ThreadLocal<Boolean> HERE = ThreadLocal.withInitial(() -> false);

    private UnboundedTexts() {}

    /** Whether this is so for what runs in this thread. */
    static boolean areHere() {
        return HERE.get();
    }

    /** Runs work in which texts may be of any length. */
    public static void in(Runnable work) {
        boolean before = HERE.get();
        HERE.set(true);
        try {
            work.run();
        } finally {
            HERE.set(before);
        }
    }
}
