package org.entente.coverage;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Which documents do not repeat each other.
 *
 * @param roots for each document those from which its content derives; one that is not here is its own root
 * @param publishers for each root its publishers
 */
record IndependentDocuments(Map<Node, Set<Node>> roots, Map<Node, Set<Node>> publishers) {
    /** How many there are among these, if of those with a common root or publisher one counts. */
    int count(Collection<Node> documents) {
        List<Node> ordered = documents.stream()
                .distinct()
                .sorted(Comparator.<Node>comparingInt(
                                document -> roots(document).size())
                        .thenComparing(document -> document.toString()))
                .toList();
        Set<Node> taken = new HashSet<>();
        int count = 0;
        for (Node document : ordered) {
            Set<Node> origins = origins(document);
            if (Collections.disjoint(taken, origins)) {
                count++;
            }
            taken.addAll(origins);
        }
        return count;
    }

    private Set<Node> roots(Node document) {
        return roots.getOrDefault(document, Set.of(document));
    }

    private Set<Node> origins(Node document) {
        Set<Node> origins = new HashSet<>(roots(document));
        roots(document).forEach(root -> origins.addAll(publishers.getOrDefault(root, Set.of())));
        return origins;
    }
}
