package org.entente.execution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.jspecify.annotations.Nullable;

/**
 * Solutions with values that are looked up for each of them in turn: several steps of a query as one, without a solution of its own
 * after each step. The rows are those of the steps one after the other, in the same order.
 */
final class LookedUp extends PlannedOp {
    private final @Nullable Op before;
    private final List<QueryStep> steps;
    private final List<Lookup> lookups;
    private final Var[] variables;
    private final List<Node> properties;

    /** @param before what gives the solutions; null for one that is empty */
    LookedUp(@Nullable Op before, List<QueryStep> steps) {
        super("looked-up");
        this.before = before;
        this.steps = steps;
        this.lookups = steps.stream()
                .map(QueryStep::lookup)
                .map(Objects::requireNonNull)
                .toList();
        Set<Var> all = new LinkedHashSet<>();
        Set<Node> asked = new LinkedHashSet<>();
        for (Lookup lookup : lookups) {
            for (Triple triple : lookup.triples()) {
                if (Var.isVar(triple.getSubject())) {
                    all.add(Var.alloc(triple.getSubject()));
                }
                all.add(Var.alloc(triple.getObject()));
                asked.add(triple.getPredicate());
            }
            lookup.conditions().forEach(condition -> ExprVars.varsMentioned(all, condition.expression()));
        }
        variables = all.toArray(Var[]::new);
        properties = List.copyOf(asked);
    }

    @Override
    PlannedOp with(UnaryOperator<Op> change) {
        Op changed = before == null ? null : change.apply(before);
        List<QueryStep> changedSteps = new ArrayList<>();
        boolean same = changed == before;
        for (QueryStep step : steps) {
            QueryStep other = step.with(change);
            same &= other == step;
            changedSteps.add(other);
        }
        return same ? this : new LookedUp(changed, changedSteps);
    }

    @Override
    public Op effectiveOp() {
        Op op = before;
        for (QueryStep step : steps) {
            op = step.after(op);
        }
        return op == null ? OpTable.unit() : op;
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        QueryIterator rows = before == null ? input : QC.execute(inStore(before, context), input, context);
        return new LookedUpRows(lookups, i -> steps.get(i).after(null), variables, properties, rows, context);
    }

    @Override
    public int hashCode() {
        return Objects.hash(before, steps.size());
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap names) {
        if (!(other instanceof LookedUp same) || steps.size() != same.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).equalTo(same.steps.get(i), names)) {
                return false;
            }
        }
        return before == null ? same.before == null : same.before != null && before.equalTo(same.before, names);
    }
}
