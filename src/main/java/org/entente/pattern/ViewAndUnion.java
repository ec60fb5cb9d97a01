package org.entente.pattern;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;

/** The two graphs that patterns read: the consolidated view as default graph, and all named graphs as one union graph. */
public final class ViewAndUnion extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final Graph union;

    public ViewAndUnion(Graph view, Graph union) {
        super(DatasetGraphFactory.wrap(view));
        this.union = union;
    }

    @Override
    public Graph getUnionGraph() {
        return union;
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isUnionGraph(name) ? union : super.getGraph(name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isUnionGraph(name) || super.containsGraph(name);
    }
}
