package org.entente.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.encounter.Named;

/**
 * Sources contradict each other.
 *
 * @param on the event, or a larger one around it
 * @param aspect the property on which they disagree
 * @param about whose office or attendance it is; empty if it is about the event itself
 */
public record Dispute(
        Node conflict, Named on, Named aspect, Optional<Named> about, List<Side> sides, Optional<Choice> decision) {
    /** Whether it concerns one of these people; one about the event itself concerns everybody. */
    public boolean concerns(Collection<Node> people) {
        return about.map(person -> people.contains(person.node())).orElse(true);
    }

    /**
     * What one account says.
     *
     * @param values what it gives: labels, or dates as EDTF
     */
    public record Side(Node report, Named document, List<String> values) {}

    /**
     * How it was decided.
     *
     * @param prefers accounts or values that are followed
     */
    public record Choice(Named decision, Set<Node> prefers, String rationale, String decidedBy, String decidedOn) {}
}
