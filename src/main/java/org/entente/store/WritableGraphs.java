package org.entente.store;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** The dataset for writers from outside: derived graphs can be read but not written. */
final class WritableGraphs extends InterceptedWrites implements DatasetGraphWrapperView {
    /** The graphs that the last load brought. */
    private final Set<Node> loaded;

    /** Call inside the transaction of the writer. */
    WritableGraphs(DatasetGraph dataset) {
        super(dataset);
        this.loaded = Set.copyOf(ReleaseGraph.parts(dataset));
    }

    @Override
    void before(@Nullable Node graph, Node subject, Node predicate, Node object) {
        if (graph == null || Quad.isDefaultGraph(graph)) {
            throw ReadOnlyGraphException.derived("The default graph");
        }
        if (Quad.isUnionGraph(graph) || !graph.isConcrete()) {
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
}
