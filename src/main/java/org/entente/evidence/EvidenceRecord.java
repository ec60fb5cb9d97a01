package org.entente.evidence;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.encounter.Attestation;
import org.entente.encounter.Confidence;
import org.entente.encounter.Named;

/**
 * What stands behind one thing: who says it, how it was printed, who disagrees, what was decided, and by which rule it follows.
 *
 * @param thing what it is about, with its label where it has one
 * @param kind what kind of thing it is
 * @param claim the thing said in a sentence
 * @param subjects the events or other things that the thing belongs to; itself where it is one of them
 * @param accounts the reports, at most as many as were asked for
 * @param total how many reports there are
 * @param disputes where sources contradict each other about it
 * @param decisions that are about it and settle none of these disputes
 * @param rule the rule by which it follows from the reports; empty where a source states it
 * @param inferredFrom tenures that the rule used besides the reports
 * @param witnesses number of independent witnesses
 */
public record EvidenceRecord(
        Named thing,
        Kind kind,
        String claim,
        List<Named> subjects,
        List<Account> accounts,
        int total,
        List<Dispute> disputes,
        List<Dispute.Choice> decisions,
        Optional<Rule> rule,
        List<Named> inferredFrom,
        int witnesses,
        Confidence confidence,
        Sign sign) {

    /** Kinds of things that have evidence of their own. */
    public enum Kind {
        ENCOUNTER,
        EVENT,
        PARTICIPATION,
        REPORT,
        AGREEMENT,
        TENURE,
        CONFLICT,
        DECISION,
        DOCUMENT,
        FIGURE,
        THING
    }

    /** How well it stands. */
    public enum Sign {
        STATED,
        DOUBT,
        DERIVED,
        DISPUTE,
        ANNOUNCED
    }

    /**
     * One report with what is known of its text.
     *
     * @param derivesFrom earlier documents that its document draws on: it is no witness of its own then
     * @param archived whether the digest of the document's text is known, so that an archive may hold the passage
     */
    public record Account(Attestation testimony, List<Named> derivesFrom, List<Printed> printed, boolean archived) {}

    /**
     * How something stands in the source.
     *
     * @param what the property: name, title, time, place or change as printed
     * @param who whose name or title it is; empty for times and places
     * @param language of the text; "" if not stated
     */
    public record Printed(Named what, Optional<Named> who, String text, String language) {}

    /** A written rule. */
    public record Rule(Named rule, String definition) {}

    /** The property that a node is looked up by elsewhere. */
    public Node node() {
        return thing.node();
    }
}
