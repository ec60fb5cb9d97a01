package org.entente.network;

import java.util.List;

/**
 * A chain of encounters from one person to another.
 *
 * @param hops one after the other: the end of each is the beginning of the next
 * @param held whether every hop happened; if not, at least one was only announced or is only possible, as its level says
 * @param order how the dates of its events follow each other
 */
public record Chain(List<PathStep> hops, boolean held, Order order) {
    /** How the dates of a chain's events follow each other. */
    public enum Order {
        /** Each event certainly was on the day of the one before or later. */
        CERTAIN,
        /** The dates allow it, but do not show it. */
        POSSIBLE,
        /** Not in this order, or an event is undated. */
        NONE
    }
}
