package org.entente.pattern;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableBuilder;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** A place of a pattern that reads statements, and the way from there to the key of the pattern. Used by one writer at a time. */
public final class Occurrence {
    /** After so many keys the way is thought over: there may be more statements than when it was chosen. */
    private static final int MANY = 50;

    private final StatementPattern reads;
    private final @Nullable List<PatternPart> beside;
    /** What is looked up on the way, optimized. */
    private @Nullable Op way;

    /**
     * @param reads which statements the place reads
     * @param beside parts that hold together with it, some of which lead to the key; null if none does
     */
    Occurrence(StatementPattern reads, @Nullable List<PatternPart> beside) {
        this.reads = reads;
        this.beside = beside;
    }

    /** Which statements it reads. */
    public StatementPattern reads() {
        return reads;
    }

    /** Whether there is a way to the key at all; if not, a change of what is read here has everything matched again. */
    public boolean leadsToKey() {
        return beside != null;
    }

    /**
     * The values of the key for which solutions may have come or gone with these values of the place. All parts of the way are looked
     * up without the filters around them, so there may be more of them than need be, never fewer.
     *
     * @param dataset what is there now and what was there before, together
     * @return null if there is no way to tell
     */
    public synchronized @Nullable Set<Node> keys(Var key, Collection<Binding> values, DatasetGraph dataset) {
        if (beside == null) {
            return null;
        }
        if (way == null) {
            way = way(Way.to(key, reads.variables(), beside, dataset));
        }
        TableBuilder table = TableFactory.builder();
        values.forEach(table::addRowAndVars);
        Op begin = OpTable.create(table.build());
        Set<Node> keys = new HashSet<>();
        QueryIterator found = execute(way == null ? begin : OpSequence.create(begin, way), dataset);
        try {
            found.forEachRemaining(row -> keys.add(row.get(key)));
        } finally {
            found.close();
        }
        if (keys.size() > MANY) {
            way = null;
        }
        return keys;
    }

    private static @Nullable Op way(List<PatternPart> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        // Jena would add to the first part, were that a sequence itself.
        OpSequence together = OpSequence.create();
        parts.forEach(part -> together.add(part.op()));
        return Algebra.optimize(together);
    }

    /** As it is: to optimize it again takes longer than to look a few values up. */
    private static QueryIterator execute(Op op, DatasetGraph dataset) {
        Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
        context.set(ARQ.optimization, false);
        return QueryEngineRegistry.findFactory(op, dataset, context)
                .create(op, dataset, BindingFactory.root(), context)
                .iterator();
    }
}
