package org.entente.store;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/** The dataset for writers from outside: derived graphs can be read but not written. */
final class WritableGraphs extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    /** The graphs that the last load brought. */
    private final Set<Node> loaded;

    /** Call inside the transaction of the writer. */
    WritableGraphs(DatasetGraph dataset) {
        super(dataset);
        this.loaded = Set.copyOf(ReleaseGraph.parts(dataset));
    }

    private void require(Node graph) {
        if (graph == null || Quad.isDefaultGraph(graph)) {
            throw ReadOnlyGraphException.derived("The default graph");
        }
        if (Quad.isUnionGraph(graph)) {
            throw ReadOnlyGraphException.derived("The union of all graphs");
        }
        if (graph.equals(Graphs.DERIVED)) {
            throw ReadOnlyGraphException.derived("The graph " + Graphs.DERIVED.getURI());
        }
        if (graph.equals(Graphs.RELEASE)) {
            throw ReadOnlyGraphException.derived("The graph " + Graphs.RELEASE.getURI());
        }
        if (loaded.contains(graph)) {
            throw ReadOnlyGraphException.loaded(graph);
        }
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
    public void add(Quad quad) {
        require(quad.getGraph());
        super.add(quad);
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        require(graph);
        super.add(graph, subject, predicate, object);
    }

    @Override
    public void delete(Quad quad) {
        require(quad.getGraph());
        super.delete(quad);
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        require(graph);
        super.delete(graph, subject, predicate, object);
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        require(graph);
        super.deleteAny(graph, subject, predicate, object);
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        require(name);
        super.addGraph(name, graph);
    }

    @Override
    public void removeGraph(Node name) {
        require(name);
        super.removeGraph(name);
    }
}
