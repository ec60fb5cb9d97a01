package org.entente.store;

import com.github.benmanes.caffeine.cache.Interner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.LocatedTriple;
import org.entente.store.SourceLocations.Position;

/**
 * What is known of a file without its triples.
 *
 * @param triples number of triples
 * @param subjects each subject with the position of the first statement about it
 * @param named all IRIs that are predicates or objects
 * @param typed subjects with a class, among {@code subjects}
 */
public record FileOutline(int triples, Map<Node, Position> subjects, Set<Node> named, Set<Node> typed) {
    private static final Interner<Node> NODES = Interner.newWeakInterner();

    /** How many nodes it keeps. */
    int size() {
        return subjects.size() + named.size() + typed.size();
    }

    static FileOutline of(String file, List<LocatedTriple> triples) {
        Map<Node, Position> subjects = new HashMap<>();
        Set<Node> named = new HashSet<>();
        Set<Node> typed = new HashSet<>();
        for (LocatedTriple located : triples) {
            Triple triple = located.triple();
            if (!subjects.containsKey(triple.getSubject())) {
                subjects.put(NODES.intern(triple.getSubject()), new Position(file, located.line(), located.column()));
            }
            add(named, triple.getPredicate());
            if (triple.getObject().isURI()) {
                add(named, triple.getObject());
            }
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                add(typed, triple.getSubject());
            }
        }
        return new FileOutline(triples.size(), Map.copyOf(subjects), Set.copyOf(named), Set.copyOf(typed));
    }

    private static void add(Set<Node> nodes, Node node) {
        if (!nodes.contains(node)) {
            nodes.add(NODES.intern(node));
        }
    }
}
