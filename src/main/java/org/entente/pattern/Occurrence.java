package org.entente.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableBuilder;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * A place of a pattern that reads statements, and the way from there to the key of the pattern.
 *
 * @param reads which statements it reads
 * @param way parts that lead to the key; null if there is no way
 */
public record Occurrence(StatementPattern reads, @Nullable List<PatternPart> way) {
    /**
     * The values of the key for which solutions may have come or gone with these values of the place. All parts of the way are looked
     * up without the filters around them, so there may be more of them than need be, never fewer.
     *
     * @param dataset what is there now and what was there before, together
     * @return null if there is no way to tell
     */
    public @Nullable Set<Node> keys(Var key, Collection<Binding> values, DatasetGraph dataset) {
        if (way == null) {
            return null;
        }
        Set<Node> keys = new HashSet<>();
        if (way.isEmpty()) {
            values.forEach(v -> keys.add(v.get(key)));
            return keys;
        }
        TableBuilder table = TableFactory.builder();
        values.forEach(table::addRowAndVars);
        Op steps = OpTable.create(table.build());
        for (PatternPart part : way) {
            steps = OpSequence.create(steps, part.op());
        }
        QueryIterator found = Algebra.exec(steps, dataset);
        try {
            found.forEachRemaining(row -> keys.add(row.get(key)));
        } finally {
            found.close();
        }
        return keys;
    }

    /** The predicates that it reads; empty where it reads any. */
    public Collection<Node> predicates() {
        return new ArrayList<>(reads.predicates());
    }
}
