package org.entente.decision;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What a choice means, without who made it and why.
 *
 * @param on what is decided about
 * @param aspect the property at issue
 * @param prefers reports or values that count
 * @param overrides reports or values that are set aside
 * @param assigns reports or participations that speak of the thing split off
 * @param time a date in EDTF that counts instead; "" for none
 * @param made an entry that comes with it
 * @param said the choice in words: what follows from it, sentence by sentence
 * @param label its name
 */
public record Draft(
        List<Node> on,
        Node aspect,
        List<Node> prefers,
        List<Node> overrides,
        List<Node> assigns,
        String time,
        Optional<NewThing> made,
        List<Said> said,
        Said label) {
    public Draft {
        on = List.copyOf(on);
        prefers = List.copyOf(prefers);
        overrides = List.copyOf(overrides);
        assigns = List.copyOf(assigns);
        said = List.copyOf(said);
    }

    /** A choice that assigns nothing. */
    static Draft of(List<Node> on, Node aspect, List<Node> prefers, List<Node> overrides, List<Said> said, Said label) {
        return new Draft(on, aspect, prefers, overrides, List.of(), "", Optional.empty(), said, label);
    }
}
