package org.entente.coding;

/**
 * How many items two coders have, and how many of them in common.
 *
 * @param a items of the first coder
 * @param b items of the second coder
 * @param both pairs of items that belong together
 */
public record Overlap(int a, int b, int both) {
    /** The harmonic mean of both / a and both / b, from 0 to 1; 1 where neither has anything. */
    public double f1() {
        return a + b == 0 ? 1 : 2.0 * both / (a + b);
    }
}
