package org.entente.bounds;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.NamedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jspecify.annotations.Nullable;

/** What a property path walks through: ends when the query is over, and counts, because ARQ keeps every node that it comes to. */
final class WatchedGraph extends WrappedGraph implements NamedGraph {
    private static final int EVERY = 256;

    private final AtomicBoolean cancelled;
    private long visits;

    WatchedGraph(Graph base, AtomicBoolean cancelled) {
        super(base);
        this.cancelled = cancelled;
    }

    /** The next row begins. */
    void row() {
        visits = 0;
    }

    private boolean visit() {
        visits++;
        if (visits % EVERY == 0 && cancelled != null && cancelled.get()) {
            throw new QueryCancelledException();
        }
        if (visits > SizeLimits.VISITS) {
            throw new SizeException("a property path that visits more than " + SizeLimits.VISITS
                    + " triples for one row. Use * or + instead of {n,m}, or name one of its ends.");
        }
        return true;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        visit();
        return super.find(pattern).filterKeep(triple -> visit());
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        visit();
        return super.find(subject, predicate, object).filterKeep(triple -> visit());
    }

    @Override
    public @Nullable Node getGraphName() {
        return base instanceof NamedGraph named ? named.getGraphName() : null;
    }
}
