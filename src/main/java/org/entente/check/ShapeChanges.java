package org.entente.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.G;
import org.entente.pattern.ChangedTriples;
import org.jspecify.annotations.Nullable;

/** What shapes are told of a change. */
final class ShapeChanges {
    private final OneGraph now;
    private final DatasetGraph all;
    private final Set<Triple> touched;
    private final ChangedTriples byPredicate;
    private final Map<Node, Set<Node>> classes = new HashMap<>();
    private @Nullable Graph copy;

    /**
     * @param now the graph as it is now
     * @param touched triples that may have come or gone
     */
    ShapeChanges(OneGraph now, Set<Triple> touched) {
        Graph perhapsGone = new GraphMemFast();
        touched.forEach(perhapsGone::add);
        this.now = now;
        this.all = DatasetGraphFactory.wrap(new Union(now, perhapsGone));
        this.touched = touched;
        this.byPredicate = ChangedTriples.of(touched);
    }

    /** The graph as it is now. */
    Graph now() {
        return now;
    }

    /** The classes of a node as it is now, the broader ones as well. */
    Set<Node> classes(Node node) {
        return classes.computeIfAbsent(node, n -> G.allTypesOfNodeRDFS(now, n));
    }

    /** The same in memory, for a shape that has to look at everything. */
    Graph copied() {
        if (copy == null) {
            copy = now.copy();
        }
        return copy;
    }

    /** What is there now and what was there before, together: the way from a change to a focus node may go over what is gone. */
    DatasetGraph all() {
        return all;
    }

    /** Triples that may have come or gone. */
    Set<Triple> touched() {
        return touched;
    }

    ChangedTriples byPredicate() {
        return byPredicate;
    }
}
