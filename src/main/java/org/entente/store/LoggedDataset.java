package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/** A dataset that writes down which statements are added and deleted, whatever interface a writer uses. */
final class LoggedDataset extends DatasetGraphWrapper {
    private final ChangeLog log;

    LoggedDataset(DatasetGraph base, ChangeLog log) {
        super(base);
        this.log = log;
    }

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
        log.touch(quad);
        super.add(quad);
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        log.touch(Quad.create(graph, subject, predicate, object));
        super.add(graph, subject, predicate, object);
    }

    @Override
    public void delete(Quad quad) {
        log.touch(quad);
        super.delete(quad);
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        log.touch(Quad.create(graph, subject, predicate, object));
        super.delete(graph, subject, predicate, object);
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        touchAll(graph, subject, predicate, object);
        super.deleteAny(graph, subject, predicate, object);
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        removeGraph(name);
        graph.find().forEachRemaining(triple -> add(Quad.create(name, triple)));
    }

    @Override
    public void removeGraph(Node name) {
        touchAll(name, Node.ANY, Node.ANY, Node.ANY);
        super.removeGraph(name);
    }

    @Override
    public void clear() {
        touchAll(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        super.clear();
    }

    private void touchAll(Node graph, Node subject, Node predicate, Node object) {
        List<Quad> concerned = new ArrayList<>();
        getWrapped().find(graph, subject, predicate, object).forEachRemaining(concerned::add);
        concerned.forEach(log::touch);
    }
}
