package org.entente.link;

import java.util.Optional;

/**
 * A decision to be taken.
 *
 * @param entity IRI of the entity
 * @param qid the item of Wikidata
 * @param state what is decided
 * @param by who decides: a name, or the name of a rule
 * @param why the reason in a few words
 * @param evidence what shows it: an address, a file; empty: the reason counts as evidence
 * @param seen the word of the state that the decider saw, "" for none; empty: whatever it is
 * @param rule the version of the rules that ranked the candidate
 * @param score the score of the candidate; NaN if it was not ranked
 * @param automatic whether a rule decides and not a person
 * @param precision the measured precision of that rule, from 0 to 1; NaN for persons
 */
public record LinkRequest(
        String entity,
        String qid,
        LinkState state,
        String by,
        String why,
        String evidence,
        Optional<String> seen,
        String rule,
        double score,
        boolean automatic,
        double precision) {

    /** What a person decides. */
    public static LinkRequest of(String entity, String qid, LinkState state, String by, String why) {
        return new LinkRequest(entity, qid, state, by, why, "", Optional.empty(), "", Double.NaN, false, Double.NaN);
    }

    /** The same about another entity. */
    LinkRequest about(String other) {
        return new LinkRequest(other, qid, state, by, why, evidence, seen, rule, score, automatic, precision);
    }

    public LinkRequest withEvidence(String text) {
        return new LinkRequest(entity, qid, state, by, why, text, seen, rule, score, automatic, precision);
    }

    /** Only if the link is still in this state: a word, or "" for none. */
    public LinkRequest seen(String before) {
        return new LinkRequest(
                entity, qid, state, by, why, evidence, Optional.of(before), rule, score, automatic, precision);
    }

    /** As ranked. */
    public LinkRequest ranked(String rules, double by100) {
        return new LinkRequest(entity, qid, state, by, why, evidence, seen, rules, by100, automatic, precision);
    }

    /** Decided by a rule that was right in so many of the measured cases. */
    public LinkRequest byRule(double measured) {
        return new LinkRequest(entity, qid, state, by, why, evidence, seen, rule, score, true, measured);
    }
}
