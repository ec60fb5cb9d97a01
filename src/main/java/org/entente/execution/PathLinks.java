package org.entente.execution;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/** Shows every property of a property path. */
record PathLinks(Consumer<Node> seen) {
    void walk(Path path) {
        switch (path) {
            case P_Path0 link -> seen.accept(link.getNode());
            case P_Path1 inner -> walk(inner.getSubPath());
            case P_Path2 both -> {
                walk(both.getLeft());
                walk(both.getRight());
            }
            case P_NegPropSet not -> not.getNodes().forEach(inner -> seen.accept(inner.getNode()));
            default -> throw new IllegalArgumentException("an unknown kind of path: " + path);
        }
    }
}
