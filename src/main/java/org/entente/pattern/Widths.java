package org.entente.pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;

/** To how many values of its other variables a part of a pattern leads from one value: estimated from some of the statements. */
final class Widths {
    /** So many statements with one predicate are looked at. */
    private static final int SAMPLE = 300;
    /** Of a part that is not one statement with one predicate nothing is known. */
    private static final double UNKNOWN = 20;

    private record Width(double toObjects, double toSubjects) {}

    private record Read(boolean ofUnion, Node predicate) {}

    private static final Cache<DatasetGraph, Map<Read, Width>> KNOWN =
            Caffeine.newBuilder().weakKeys().build();

    private final DatasetGraph dataset;
    private final Map<Read, Width> known;

    Widths(DatasetGraph dataset) {
        this.dataset = dataset;
        this.known = KNOWN.get(dataset, d -> new ConcurrentHashMap<>());
    }

    /** To how many solutions the part leads when these variables have values. */
    double of(PatternPart part, Set<Var> given) {
        boolean ofUnion = part.op() instanceof OpGraph;
        Op op = part.op() instanceof OpGraph graph ? graph.getSubOp() : part.op();
        if (!(op instanceof OpBGP bgp) || bgp.getPattern().size() != 1) {
            return UNKNOWN;
        }
        Triple triple = bgp.getPattern().get(0);
        if (!triple.getPredicate().isConcrete()) {
            return UNKNOWN;
        }
        Width width = known.computeIfAbsent(new Read(ofUnion, triple.getPredicate()), this::width);
        return isGiven(triple.getSubject(), given) ? width.toObjects() : width.toSubjects();
    }

    private static boolean isGiven(Node node, Set<Var> given) {
        return !Var.isVar(node) || given.contains(Var.alloc(node));
    }

    private Width width(Read read) {
        Graph graph = read.ofUnion() ? dataset.getUnionGraph() : dataset.getDefaultGraph();
        Set<Node> subjects = new HashSet<>();
        Set<Node> objects = new HashSet<>();
        int seen = 0;
        Iterator<Triple> found = graph.find(Node.ANY, read.predicate(), Node.ANY);
        try {
            for (; found.hasNext() && seen < SAMPLE; seen++) {
                Triple triple = found.next();
                subjects.add(triple.getSubject());
                objects.add(triple.getObject());
            }
        } finally {
            Iter.close(found);
        }
        return seen == 0 ? new Width(0, 0) : new Width((double) seen / subjects.size(), (double) seen / objects.size());
    }
}
