package org.entente.engine;

import java.time.Duration;

/**
 * How an engine answers one question.
 *
 * @param question id of a canned query, or path of a query of the program such as {@code dossier/events}
 * @param kind the result
 * @param reason what is wrong, in a sentence; "" if nothing is
 * @param rows number of rows here, of all its examples together
 * @param hash hash of the sorted rows here, of all its examples; "" if it was not asked
 * @param here how long the store took
 * @param there how long the engine took
 */
public record EngineVerdict(
        String question, Kind kind, String reason, long rows, String hash, Duration here, Duration there) {
    /** How it answers, from well to not at all. */
    public enum Kind {
        /** The same rows. */
        OK,
        /** The same rows, but what a cell lists comes in another order, which SPARQL leaves to the engine. */
        ORDER,
        /** Other rows. */
        WRONG,
        /** The engine does not take the query, or no other engine can. */
        REFUSED,
        /** The engine took longer than the time limit. */
        SLOW,
        /** The collection has no example for it, or none that gives rows. */
        UNTRIED
    }
}
