package org.entente.link;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the history of a link.
 *
 * @param iri of the entry; empty for what a file of identities states
 * @param entity IRI of the entity that it was decided about, which may have been merged into another one since
 * @param qid the item
 * @param state what was decided
 * @param by who decided
 * @param at when; empty for what a file of identities states
 * @param why the reason
 * @param evidence what shows it
 * @param snapshot the snapshot that the decider saw
 * @param rule the version of the rules that ranked the candidate; empty if it was not ranked
 * @param score its score then
 * @param precision the measured precision of the rule that decided; empty where a person did
 */
public record LinkEntry(
        String iri,
        String entity,
        String qid,
        LinkState state,
        String by,
        Optional<Instant> at,
        String why,
        String evidence,
        String snapshot,
        String rule,
        Optional<Double> score,
        Optional<Double> precision) {}
