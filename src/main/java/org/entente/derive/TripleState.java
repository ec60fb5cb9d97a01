package org.entente.derive;

/**
 * Where a triple comes from: the collection itself, rules, or both; one number with a bit for each question and the number of the rules
 * in {@link RuleCounts}. 0 is a triple that is nowhere.
 */
final class TripleState {
    /** Earlier than every rule. */
    static final int STATED = -1;
    /** Later than every rule: not there. */
    static final int NEVER = Integer.MAX_VALUE;

    /** A graph of the view states it. */
    static final int IN_VIEW = 1;
    /** Any graph states it. */
    static final int IN_UNION = 1 << 1;
    /** It is left out of the view, because a decision about a link replaces it. */
    static final int LEFT_OUT = 1 << 2;
    /** The view has it, or had it before the present changes. */
    static final int HELD_IN_VIEW = 1 << 3;
    /** The same for all graphs as one. */
    static final int HELD_IN_UNION = 1 << 4;

    /** It is noted what was before the present changes. */
    static final int PENDING = 1 << 5;
    /** It was found where it is to be written. */
    static final int WRITTEN = 1 << 6;

    private static final int FLAGS = 8;
    private static final int ALL_FLAGS = (1 << FLAGS) - 1;
    /** There can be so many numbers of origins. */
    static final int ORIGINS = 1 << (Integer.SIZE - FLAGS);

    private TripleState() {}

    /** Number of the rules that make it. */
    static int origin(int state) {
        return state >>> FLAGS;
    }

    static int withOrigin(int state, int origin) {
        return state & ALL_FLAGS | origin << FLAGS;
    }

    static boolean isDerived(int state) {
        return origin(state) != RuleCounts.NONE;
    }

    static boolean is(int state, int flag) {
        return (state & flag) != 0;
    }

    static int with(int state, int flag, boolean set) {
        return set ? state | flag : state & ~flag;
    }
}
