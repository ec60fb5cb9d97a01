package org.entente.contact;

/** How the index writes the first and the last day of an event that has none, or whose date is open. */
public final class EventDays {
    /** An undated event begins here and ends at {@link #NO_END}: no question about time includes it. */
    public static final int NO_START = Integer.MAX_VALUE;

    static final int NO_END = Integer.MIN_VALUE;
    /** The date leaves this end open. */
    static final int OPEN_START = Integer.MIN_VALUE + 1;

    static final int OPEN_END = Integer.MAX_VALUE - 1;

    private EventDays() {}

    /** Whether a bound is a day, and not missing or open. */
    public static boolean isDay(int bound) {
        return bound != NO_START && bound != NO_END && bound != OPEN_START && bound != OPEN_END;
    }
}
