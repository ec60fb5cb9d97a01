package org.entente.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** A dataset that is asked before anything is written, whatever interface a writer uses. */
abstract class InterceptedWrites extends DatasetGraphWrapper {
    InterceptedWrites(DatasetGraph dataset) {
        super(dataset);
    }

    /**
     * Called before a statement is added or deleted, or all statements that match are deleted. An exception prevents it.
     *
     * @param graph a graph or {@link Node#ANY}, and so on; null for the default graph
     */
    abstract void before(@Nullable Node graph, Node subject, Node predicate, Node object);

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public Graph getUnionGraph() {
        return GraphView.createUnionGraph(this);
    }

    @Override
    public void add(Quad quad) {
        before(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        super.add(quad);
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        before(graph, subject, predicate, object);
        super.add(graph, subject, predicate, object);
    }

    @Override
    public void delete(Quad quad) {
        before(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        super.delete(quad);
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        before(graph, subject, predicate, object);
        super.delete(graph, subject, predicate, object);
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        before(graph, subject, predicate, object);
        super.deleteAny(graph, subject, predicate, object);
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        removeGraph(name);
        graph.find().forEachRemaining(triple -> add(Quad.create(name, triple)));
    }

    @Override
    public void removeGraph(Node name) {
        before(name, Node.ANY, Node.ANY, Node.ANY);
        super.removeGraph(name);
    }

    @Override
    public void clear() {
        before(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        super.clear();
    }
}
