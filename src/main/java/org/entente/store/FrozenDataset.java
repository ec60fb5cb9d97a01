package org.entente.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

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

    @Override
    public Graph getGraph(Node name) {
        boolean there = name == null || Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || containsGraph(name);
        return there ? super.getGraph(name) : Graph.emptyGraph;
    }
}
