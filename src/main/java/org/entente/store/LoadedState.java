package org.entente.store;

import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * What a load brought into a store.
 *
 * @param files hash of the loaded files
 * @param content hash of the statements in the loaded graphs, and of the rules
 * @param loaded when
 * @param graphs the loaded graphs
 */
public record LoadedState(String files, String content, Instant loaded, List<Node> graphs) {
    public LoadedState {
        graphs = List.copyOf(graphs);
    }
}
