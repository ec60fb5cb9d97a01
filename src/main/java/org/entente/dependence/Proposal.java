package org.entente.dependence;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Two documents that may not be independent.
 *
 * @param one the first by IRI
 * @param other the second
 * @param score from 0 to 1: how much speaks for it
 * @param reasons what speaks for it, strongest first
 * @param counted whether the two already count as one witness, by a derivation or a common publisher
 */
public record Proposal(Node one, Node other, double score, List<String> reasons, boolean counted) {
    /** Copies the reasons. */
    public Proposal {
        reasons = List.copyOf(reasons);
    }
}
