package org.entente.decision;

import java.util.List;
import java.util.Map;

/**
 * What somebody without the key would decide.
 *
 * @param id its name in the queue
 * @param at when it was sent, in ISO 8601
 * @param kind word of the kind
 * @param about name of what is decided
 * @param other the second thing where it takes two; "" for none
 * @param value a new value; "" for none
 * @param chosen ids of options
 * @param why the reason by language
 * @param by who proposes it
 * @param label the choice in the words that the sender saw
 */
public record ProposedDecision(
        String id,
        String at,
        String kind,
        String about,
        String other,
        String value,
        List<String> chosen,
        Map<String, String> why,
        String by,
        String label) {
    public ProposedDecision {
        chosen = List.copyOf(chosen);
        why = Map.copyOf(why);
    }
}
