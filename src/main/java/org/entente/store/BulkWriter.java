package org.entente.store;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A dataset that takes many statements much more quickly together than one by one. */
public interface BulkWriter {
    /**
     * Adds statements to a graph. They may be given twice, or be there.
     *
     * @param graph also {@link org.apache.jena.sparql.core.Quad#defaultGraphNodeGenerated}
     */
    void addAll(Node graph, Iterator<Triple> statements);
}
