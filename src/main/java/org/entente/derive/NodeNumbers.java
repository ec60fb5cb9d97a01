package org.entente.derive;

import org.apache.jena.graph.Node;
import org.apache.jena.mem.collection.FastHashSet;

/** Gives each node a number: {@code addAndGetIndex} a new one, {@code indexOf} a negative one if the node has none. */
final class NodeNumbers extends FastHashSet<Node> {
    @Override
    protected Node[] newKeysArray(int size) {
        return new Node[size];
    }
}
