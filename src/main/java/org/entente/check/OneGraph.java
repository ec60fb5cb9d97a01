package org.entente.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.store.Changes;
import org.entente.vocab.EntProperty;

/**
 * All graphs as one: a shape about a report must see the event that another file describes. Where decisions merged or split a thing,
 * what the graphs say of it and what was decided would contradict each other; what was decided counts. The identifiers of a merged thing
 * are those of the one that is left: two that have the same can be merged, which is the cure for it.
 */
final class OneGraph {
    private final DatasetGraph dataset;
    private final Graph view;
    private final Set<Node> merged = new HashSet<>();
    private final Set<Node> decided;

    private OneGraph(DatasetGraph dataset) {
        this.dataset = dataset;
        this.view = dataset.getDefaultGraph();
        view.find(Node.ANY, EntProperty.MERGED_INTO, Node.ANY).forEachRemaining(t -> merged.add(t.getSubject()));
        this.decided = new HashSet<>(merged);
        view.find(Node.ANY, EntProperty.SPLIT_FROM, Node.ANY).forEachRemaining(t -> decided.add(t.getObject()));
    }

    static OneGraph of(DatasetGraph dataset) {
        return new OneGraph(dataset);
    }

    /** All its triples. */
    Set<Triple> triples() {
        Set<Triple> all = new HashSet<>();
        find(Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            Triple triple = quad.asTriple();
            if (!isOtherwise(triple)) {
                all.add(triple);
            }
        });
        return all;
    }

    boolean contains(Triple triple) {
        Iterator<Quad> found = find(triple.getSubject(), triple.getPredicate(), triple.getObject());
        try {
            return found.hasNext() && !isOtherwise(triple);
        } finally {
            Iter.close(found);
        }
    }

    /** The view says what the named graphs say, but for what was decided. */
    private Iterator<Quad> find(Node subject, Node predicate, Node object) {
        return decided.isEmpty()
                ? dataset.findNG(Node.ANY, subject, predicate, object)
                : dataset.find(Node.ANY, subject, predicate, object);
    }

    private boolean isOtherwise(Triple triple) {
        return decided.contains(triple.getObject()) && isDecidedOtherwise(triple)
                || triple.getPredicate().equals(EntProperty.IDENTIFIER)
                        && merged.contains(triple.getSubject())
                        && !view.contains(triple);
    }

    private boolean isDecidedOtherwise(Triple triple) {
        return !view.contains(triple) && view.contains(triple.getSubject(), triple.getPredicate(), Node.ANY);
    }

    /**
     * Triples that may have come or gone.
     *
     * @param before the one graph as it was before the changes
     * @return empty if it can be any, because other things are decided
     */
    Optional<Set<Triple>> touched(Changes changes, Graph before) {
        List<Quad> quads = new ArrayList<>(changes.added());
        quads.addAll(changes.removed());
        Set<Triple> touched = new HashSet<>();
        for (Quad quad : quads) {
            if (!quad.isDefaultGraph()) {
                touched.add(quad.asTriple());
            } else if (quad.getPredicate().equals(EntProperty.MERGED_INTO)
                    || quad.getPredicate().equals(EntProperty.SPLIT_FROM)) {
                return Optional.empty();
            } else if (!decided.isEmpty()) {
                touched.add(quad.asTriple());
                // What the view says of it decides about what others say.
                dataset.find(Node.ANY, quad.getSubject(), quad.getPredicate(), Node.ANY)
                        .forEachRemaining(other -> touched.add(other.asTriple()));
                before.find(quad.getSubject(), quad.getPredicate(), Node.ANY).forEachRemaining(touched::add);
            }
        }
        return Optional.of(touched);
    }
}
