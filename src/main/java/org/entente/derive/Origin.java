package org.entente.derive;

import java.util.Arrays;

/**
 * Where a triple comes from: the collection itself, rules, or both. A rule counts once for each group of solutions that gives the
 * triple.
 */
final class Origin {
    /** Earlier than every rule. */
    static final int STATED = -1;
    /** Later than every rule: not there. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final int[] NONE = {};

    /** Whether the view has it from the collection. */
    boolean inView;
    /** Whether any graph has it from the collection. */
    boolean inUnion;
    /** Whether it is left out of the view, because a decision about a link replaces it. */
    boolean leftOut;

    /** Numbers of the rules, ascending, each as often as it counts. */
    private int[] rules = NONE;

    void add(int rule) {
        int at = Arrays.binarySearch(rules, rule);
        int where = at < 0 ? -at - 1 : at;
        int[] more = new int[rules.length + 1];
        System.arraycopy(rules, 0, more, 0, where);
        more[where] = rule;
        System.arraycopy(rules, where, more, where + 1, rules.length - where);
        rules = more;
    }

    void remove(int rule) {
        int at = Arrays.binarySearch(rules, rule);
        if (at < 0) {
            throw new IllegalStateException("rule " + rule + " has not made this triple");
        }
        int[] fewer = new int[rules.length - 1];
        System.arraycopy(rules, 0, fewer, 0, at);
        System.arraycopy(rules, at + 1, fewer, at, fewer.length - at);
        rules = fewer;
    }

    boolean isDerived() {
        return rules.length > 0;
    }

    /** From which rule on the view shows it: those after this one see it. */
    int stageInView() {
        return inView && !leftOut ? STATED : firstRule();
    }

    /** The same for all graphs as one. */
    int stageInUnion() {
        return inUnion ? STATED : firstRule();
    }

    private int firstRule() {
        return rules.length == 0 ? NEVER : rules[0];
    }
}
