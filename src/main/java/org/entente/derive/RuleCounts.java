package org.entente.derive;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Which rules make a triple, each counted once for every group of its solutions that gives it. Few of these counts differ: each has a
 * number.
 */
final class RuleCounts {
    /** No rule makes it. */
    static final int NONE = 0;

    /** Of each number: rules, ascending, each with its count after it. */
    private final List<int[]> known = new ArrayList<>();

    private final Map<IntBuffer, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> sums = new HashMap<>();
    private int[] first = new int[16];

    RuleCounts() {
        number(new int[0]);
    }

    /** The first of the rules; {@link TripleState#NEVER} if there is none. */
    int first(int origin) {
        return first[origin];
    }

    /** The origin of a triple that a rule makes once more. */
    int plus(int origin, int rule) {
        Integer sum = sums.get((long) origin << Integer.SIZE | rule);
        if (sum == null) {
            sum = number(changed(known.get(origin), rule, 1));
            sums.put((long) origin << Integer.SIZE | rule, sum);
        }
        return sum;
    }

    /** The origin of a triple that a rule makes once less. */
    int minus(int origin, int rule) {
        return number(changed(known.get(origin), rule, -1));
    }

    private static int[] changed(int[] counts, int rule, int by) {
        int at = 0;
        while (at < counts.length && counts[at] < rule) {
            at += 2;
        }
        boolean has = at < counts.length && counts[at] == rule;
        if (!has && by < 0) {
            throw new IllegalStateException("rule " + rule + " has not made this triple");
        }
        if (has && counts[at + 1] + by > 0) {
            int[] other = counts.clone();
            other[at + 1] += by;
            return other;
        }
        int more = has ? -2 : 2;
        int[] other = Arrays.copyOf(counts, counts.length + more);
        int rest = has ? at + 2 : at;
        System.arraycopy(counts, rest, other, rest + more, counts.length - rest);
        if (!has) {
            other[at] = rule;
            other[at + 1] = by;
        }
        return other;
    }

    private int number(int[] counts) {
        Integer number = numbers.get(IntBuffer.wrap(counts));
        if (number != null) {
            return number;
        }
        int next = known.size();
        if (next == TripleState.ORIGINS) {
            throw new IllegalStateException("too many origins");
        }
        if (next == first.length) {
            first = Arrays.copyOf(first, 2 * next);
        }
        first[next] = counts.length == 0 ? TripleState.NEVER : counts[0];
        known.add(counts);
        numbers.put(IntBuffer.wrap(counts), next);
        return next;
    }

    /** Keeps only those that are asked for from now on; the operator gives each of them its new number. */
    IntUnaryOperator renumber() {
        List<int[]> before = List.copyOf(known);
        known.clear();
        numbers.clear();
        sums.clear();
        number(new int[0]);
        return origin -> number(before.get(origin));
    }
}
