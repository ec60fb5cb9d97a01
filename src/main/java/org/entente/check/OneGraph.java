package org.entente.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.entente.store.Changes;
import org.entente.vocab.EntProperty;

/**
 * All graphs as one: a shape about a report must see the event that another file describes. Where decisions merged or split a thing,
 * what the graphs say of it and what was decided would contradict each other; what was decided counts. The identifiers of a merged thing
 * are those of the one that is left: two that have the same can be merged, which is the cure for it.
 */
final class OneGraph extends GraphBase {
    private final DatasetGraph dataset;
    private final Graph union;
    private final Graph view;
    private final Set<Node> merged = new HashSet<>();
    private final Set<Node> decided;

    private OneGraph(DatasetGraph dataset) {
        this.dataset = dataset;
        this.union = dataset.getUnionGraph();
        this.view = dataset.getDefaultGraph();
        view.find(Node.ANY, EntProperty.MERGED_INTO, Node.ANY).forEachRemaining(t -> merged.add(t.getSubject()));
        this.decided = new HashSet<>(merged);
        view.find(Node.ANY, EntProperty.SPLIT_FROM, Node.ANY).forEachRemaining(t -> decided.add(t.getObject()));
    }

    static OneGraph of(DatasetGraph dataset) {
        return new OneGraph(dataset);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        ExtendedIterator<Triple> stated = union.find(pattern);
        // The view says what the named graphs say, but for what was decided.
        return decided.isEmpty()
                ? stated
                : stated.filterDrop(this::isOtherwise)
                        .andThen(
                                view.find(pattern).filterDrop(triple -> union.contains(triple) || isOtherwise(triple)));
    }

    /** The same in memory: what is read much is read several times as fast there. */
    Graph copy() {
        Graph copy = new GraphMemFast();
        // Not by way of the union, which puts together once more what is there only once.
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> add(quad.asTriple(), copy));
        if (!decided.isEmpty()) {
            view.find().forEachRemaining(triple -> add(triple, copy));
        }
        return copy;
    }

    private void add(Triple triple, Graph copy) {
        if (decided.isEmpty() || !isOtherwise(triple)) {
            copy.add(triple);
        }
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

    /** All triples that may have come or gone, and perhaps more. */
    Set<Triple> touched(Changes changes) {
        Set<Node> otherwise = new HashSet<>();
        Set<Quad> inView = new HashSet<>();
        Set<Triple> touched = new HashSet<>();
        Stream.concat(changes.added().stream(), changes.removed().stream()).forEach(quad -> {
            touched.add(quad.asTriple());
            if (quad.isDefaultGraph()) {
                inView.add(quad);
                if (quad.getPredicate().equals(EntProperty.MERGED_INTO)) {
                    otherwise.add(quad.getSubject());
                } else if (quad.getPredicate().equals(EntProperty.SPLIT_FROM)) {
                    otherwise.add(quad.getObject());
                }
            }
        });
        for (Node node : otherwise) {
            addAll(touched, Node.ANY, Node.ANY, node);
            addAll(touched, node, EntProperty.IDENTIFIER, Node.ANY);
        }
        if (!decided.isEmpty() || !otherwise.isEmpty()) {
            // What the view says of a thing decides about what others say.
            inView.forEach(quad -> addAll(touched, quad.getSubject(), quad.getPredicate(), Node.ANY));
        }
        return touched;
    }

    private void addAll(Set<Triple> touched, Node subject, Node predicate, Node object) {
        dataset.find(Node.ANY, subject, predicate, object).forEachRemaining(quad -> touched.add(quad.asTriple()));
    }
}
