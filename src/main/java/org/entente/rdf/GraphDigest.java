package org.entente.rdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A digest of a stream of triples that does not depend on their order. Only triples with blank nodes are kept, so the
 * results of two parsers for a large file can be compared without keeping them.
 */
public final class GraphDigest {
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final List<Triple> blank = new ArrayList<>();
    private long count = 0;
    private long sumHigh = 0;
    private long sumLow = 0;

    /** Adds a statement. */
    public void add(Triple triple) {
        count++;
        if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
            blank.add(triple);
        } else {
            sum(line(triple, Map.of()));
        }
    }

    private void sum(String line) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
        sumHigh += hash.getLong();
        sumLow += hash.getLong();
    }

    /** The number of added triples, including duplicates. */
    long count() {
        return count;
    }

    /** Whether both graphs are isomorphic, that is, equal except for the labels of blank nodes. */
    boolean isomorphic(GraphDigest other) {
        if (count != other.count || blank.size() != other.blank.size() || !sameSums(other)) {
            return false;
        }
        if (withBlanks().sameSums(other.withBlanks())) {
            return true;
        }
        // Similar nodes may have been numbered differently; only then use the expensive comparison.
        return blank.size() <= 10_000 && graph(blank).isIsomorphicWith(graph(other.blank));
    }

    /** The digest as text: the same for the same statements in any order. */
    public String hex() {
        GraphDigest blanks = withBlanks();
        return "%d-%016x%016x".formatted(count, sumHigh + blanks.sumHigh, sumLow + blanks.sumLow);
    }

    private boolean sameSums(GraphDigest other) {
        return sumHigh == other.sumHigh && sumLow == other.sumLow;
    }

    /** The digest of the triples with blank nodes, which are named by their content. */
    private GraphDigest withBlanks() {
        Map<Node, String> names = BlankNodeNames.of(blank);
        GraphDigest sums = new GraphDigest();
        blank.forEach(triple -> sums.sum(line(triple, names)));
        return sums;
    }

    /** Each triple as a line, with blank nodes named by their content. */
    static Set<String> named(List<Triple> triples) {
        Map<Node, String> names = BlankNodeNames.of(triples);
        Set<String> lines = new HashSet<>();
        triples.forEach(triple -> lines.add(line(triple, names)));
        return lines;
    }

    private static String line(Triple triple, Map<Node, String> names) {
        return term(triple.getSubject(), names) + " " + BlankNodeNames.key(triple.getPredicate()) + " "
                + term(triple.getObject(), names);
    }

    private static String term(Node node, Map<Node, String> names) {
        return node.isBlank() ? "_:" + names.get(node) : BlankNodeNames.key(node);
    }

    private static Graph graph(List<Triple> triples) {
        Graph graph = GraphFactory.createGraphMem();
        triples.forEach(graph::add);
        return graph;
    }
}
