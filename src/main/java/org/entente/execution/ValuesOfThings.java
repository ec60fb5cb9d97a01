package org.entente.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jspecify.annotations.Nullable;

/**
 * What a graph says about things, as far as some properties are concerned. Of a thing of which several properties are wanted, all
 * statements are read in one go, where TDB2 has them side by side; of one with very many, each property by itself. What was read is
 * remembered for the things of the rows to come, as far as there are few. For one query, in one transaction.
 */
abstract class ValuesOfThings {
    private static final Node[] NONE = {};
    /** A thing with more statements is asked for each property by itself. */
    private static final int MANY = 100;
    /** From so many properties on it pays to read all statements. */
    private static final int SEVERAL = 3;

    private static final int REMEMBERED = 20_000;
    /** What the statements of the default graph have; those of named graphs have four parts. */
    private static final int TRIPLE = 3;

    private final List<Node> properties;
    private final Map<Node, @Nullable Node[][]> known = new HashMap<>();

    private final CancellationCheck stop;

    private final Graph graph;

    private ValuesOfThings(Graph graph, List<Node> properties, CancellationCheck stop) {
        this.graph = graph;
        this.properties = properties;
        this.stop = stop;
    }

    /**
     * Those of a graph with some properties.
     *
     * @param stop asked while they are read
     */
    static ValuesOfThings of(Graph graph, List<Node> properties, CancellationCheck stop) {
        return graph instanceof GraphTDB tdb && tdb.getNodeTupleTable().getTupleLen() == TRIPLE
                ? new InTdb2(tdb, properties, stop)
                : new InGraph(graph, properties, stop);
    }

    /**
     * The values of a property.
     *
     * @param property its place among the properties
     * @param several how many of the properties are wanted of the thing
     */
    final Node[] values(Node thing, int property, int several) {
        @Nullable Node[][] values = known.get(thing);
        if (values == null) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            values = several >= SEVERAL ? read(thing) : null;
            if (values == null) {
                values = new Node[properties.size()][];
            }
            known.put(thing, values);
        }
        Node[] found = values[property];
        if (found == null) {
            found = read(thing, property);
            values[property] = found;
        }
        return found;
    }

    /** Whether a property has a value. */
    final boolean has(Node thing, int property, Node value) {
        return graph.contains(thing, properties.get(property), value);
    }

    /** The values of all properties; null if there is no way to read them at once. */
    abstract @Nullable Node @Nullable [][] read(Node thing);

    abstract Node[] read(Node thing, int property);

    final <T> Node[] all(Iterator<T> statements, Function<T, Node> value) {
        if (!statements.hasNext()) {
            return NONE;
        }
        List<Node> values = new ArrayList<>(4);
        while (statements.hasNext()) {
            if ((values.size() & 0x3FF) == 0) {
                stop.check();
            }
            values.add(value.apply(statements.next()));
        }
        return values.toArray(Node[]::new);
    }

    private static Node[] with(Node[] some, Node another) {
        Node[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = another;
        return more;
    }

    private static final class InTdb2 extends ValuesOfThings {
        private final NodeTupleTable table;
        private final NodeTable nodes;
        private final NodeId[] ids;

        InTdb2(GraphTDB graph, List<Node> properties, CancellationCheck stop) {
            super(graph, properties, stop);
            this.table = graph.getNodeTupleTable();
            this.nodes = table.getNodeTable();
            this.ids = properties.stream().map(nodes::getNodeIdForNode).toArray(NodeId[]::new);
        }

        @Override
        @Nullable
        Node @Nullable [][] read(Node thing) {
            Node[][] values = new Node[ids.length][];
            Arrays.fill(values, NONE);
            NodeId id = nodes.getNodeIdForNode(thing);
            if (NodeId.isDoesNotExist(id)) {
                return values;
            }
            Iterator<Tuple<NodeId>> found = table.find(id, NodeId.NodeIdAny, NodeId.NodeIdAny);
            for (int read = 0; found.hasNext(); read++) {
                if (read == MANY) {
                    return null;
                }
                Tuple<NodeId> statement = found.next();
                NodeId property = statement.get(1);
                for (int i = 0; i < ids.length; i++) {
                    if (ids[i].equals(property)) {
                        values[i] = with(values[i], nodes.getNodeForNodeId(statement.get(2)));
                        break;
                    }
                }
            }
            return values;
        }

        @Override
        Node[] read(Node thing, int property) {
            NodeId id = nodes.getNodeIdForNode(thing);
            if (NodeId.isDoesNotExist(id) || NodeId.isDoesNotExist(ids[property])) {
                return NONE;
            }
            return all(
                    table.find(id, ids[property], NodeId.NodeIdAny),
                    statement -> nodes.getNodeForNodeId(statement.get(2)));
        }
    }

    private static final class InGraph extends ValuesOfThings {
        private final Graph graph;
        private final List<Node> properties;

        InGraph(Graph graph, List<Node> properties, CancellationCheck stop) {
            super(graph, properties, stop);
            this.graph = graph;
            this.properties = properties;
        }

        @Override
        @Nullable
        Node @Nullable [][] read(Node thing) {
            return null;
        }

        @Override
        Node[] read(Node thing, int property) {
            ExtendedIterator<Triple> found = graph.find(thing, properties.get(property), Node.ANY);
            try {
                return all(found, Triple::getObject);
            } finally {
                found.close();
            }
        }
    }
}
