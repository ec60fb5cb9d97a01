package org.entente.rdf;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Replaces blank nodes by IRIs that depend on their content and on what points to them. A file that is loaded again, or
 * with a statement added elsewhere, gets the same IRIs. Cells of RDF lists are blank nodes like any other.
 *
 * <p>Two equal nodes get different IRIs, numbered in the order of the file. A node that nothing points to has the same
 * IRI in every file with the same statements about it.
 */
public final class Skolem {
    private Skolem() {}

    /**
     * Replaces every blank node by {@code <ids>node/<16 hex digits>}.
     *
     * @param triples the triples of one file, in its order
     * @param ids name space of things, such as {@code https://w3id.org/entente/id/}
     * @return the same triples at the same places, without blank nodes
     */
    public static List<LocatedTriple> apply(List<LocatedTriple> triples, String ids) {
        Objects.requireNonNull(ids, "ids");
        Map<Node, String> names = BlankNodeNames.of(
                () -> triples.stream().map(LocatedTriple::triple).iterator());
        if (names.isEmpty()) {
            return triples;
        }
        String start = ids + "node/";
        return triples.stream()
                .map(located -> {
                    Triple t = located.triple();
                    if (!t.getSubject().isBlank() && !t.getObject().isBlank()) {
                        return located;
                    }
                    Triple named = Triple.create(
                            iri(t.getSubject(), start, names), t.getPredicate(), iri(t.getObject(), start, names));
                    return new LocatedTriple(named, located.line(), located.column());
                })
                .toList();
    }

    private static Node iri(Node node, String start, Map<Node, String> names) {
        return node.isBlank() ? NodeFactory.createURI(start + names.get(node)) : node;
    }
}
