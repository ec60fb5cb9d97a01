package org.entente.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * A dataset in memory that is filled once and then only read. It takes a fraction of the memory of one with transactions; a graph that
 * is not there is empty, where Jena's would make it.
 */
final class FrozenDataset extends DatasetGraphWrapper {
    FrozenDataset(DatasetGraph filled) {
        super(filled);
    }

    static DatasetGraph empty() {
        return DatasetGraphFactory.createGeneral();
    }

    /** Whether the base may be asked for the graph: it makes one that it does not have. */
    private boolean mayAsk(@Nullable Node graph) {
        return graph == null
                || !graph.isConcrete()
                || Quad.isDefaultGraph(graph)
                || Quad.isUnionGraph(graph)
                || containsGraph(graph);
    }

    @Override
    public Graph getGraph(Node name) {
        return mayAsk(name) ? super.getGraph(name) : Graph.emptyGraph;
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return mayAsk(quad.getGraph()) ? super.find(quad) : Collections.emptyIterator();
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return mayAsk(graph) ? super.find(graph, subject, predicate, object) : Collections.emptyIterator();
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
        return mayAsk(graph) ? super.findNG(graph, subject, predicate, object) : Collections.emptyIterator();
    }

    @Override
    public Stream<Quad> stream(Node graph, Node subject, Node predicate, Node object) {
        return mayAsk(graph) ? super.stream(graph, subject, predicate, object) : Stream.empty();
    }

    @Override
    public boolean contains(Quad quad) {
        return mayAsk(quad.getGraph()) && super.contains(quad);
    }

    @Override
    public boolean contains(Node graph, Node subject, Node predicate, Node object) {
        return mayAsk(graph) && super.contains(graph, subject, predicate, object);
    }
}
