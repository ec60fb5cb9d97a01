package org.entente.derive;

import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph of which some triples are not seen. Only triples with some predicates are looked at one by one. */
final class StagedGraph extends GraphBase {
    private final Graph all;
    private final Predicate<Node> mixed;
    private final Predicate<Triple> seen;

    /**
     * @param mixed whether some triples with this predicate are not seen
     * @param seen whether a triple with such a predicate is
     */
    StagedGraph(Graph all, Predicate<Node> mixed, Predicate<Triple> seen) {
        this.all = all;
        this.mixed = mixed;
        this.seen = seen;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        ExtendedIterator<Triple> found = all.find(pattern);
        Node predicate = pattern.getPredicate();
        if (predicate.isConcrete()) {
            return mixed.test(predicate) ? found.filterKeep(seen) : found;
        }
        return found.filterKeep(t -> !mixed.test(t.getPredicate()) || seen.test(t));
    }
}
