package org.entente.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprVars;
import org.jspecify.annotations.Nullable;

/**
 * Sorts before details are looked up. A query that orders its rows and wants a page of them is evaluated as far as the order needs;
 * labels, sources and whatever else only describes a row are fetched for the rows of the page alone.
 *
 * <p>Where all rows are wanted, they are sorted by values that are worked out once for each row: Jena works them out for each comparison.
 *
 * <p>The rows are those of the query as it stands: each step that is put off takes the sorted rows one by one, in order, and adds to
 * them (OPTIONAL, BIND), finds something for them, or drops them (FILTER). A step stays where it is if the order depends on it, or
 * another step that stays.
 */
final class LateDetails {
    /** The usual optimizer, and then this, with conditions on patterns before details. */
    static final RewriteFactory OPTIMIZER = context -> {
        var usual = Optimize.getFactory().create(context);
        return op -> of(EarlyExists.of(usual.rewrite(op)));
    };

    private LateDetails() {}

    static Op of(Op op) {
        Op within = within(op);
        return within == null ? together(op) : within;
    }

    /** What is around patterns, with patterns in which this is done; null for a pattern. */
    private static @Nullable Op within(Op op) {
        return switch (op) {
            case OpTopN top -> later(top);
            case OpProject project -> new OpProject(of(project.getSubOp()), project.getVars());
            case OpSlice slice -> new OpSlice(of(slice.getSubOp()), slice.getStart(), slice.getLength());
            case OpDistinct distinct -> OpDistinct.create(of(distinct.getSubOp()));
            case OpOrder order ->
                new EarlyOrder(
                        of(order.getSubOp()),
                        null,
                        order.getConditions(),
                        order.getConditions().size());
            case OpGroup group -> new OpGroup(of(group.getSubOp()), group.getGroupVars(), group.getAggregators());
            case OpUnion union -> new OpUnion(of(union.getLeft()), of(union.getRight()));
            case OpExtend extend ->
                QueryStep.isStep(extend) ? null : OpExtend.create(of(extend.getSubOp()), extend.getVarExprList());
            default -> null;
        };
    }

    /** What is looked up one after the other is looked up together. */
    private static Op together(Op op) {
        List<QueryStep> steps = new ArrayList<>(QueryStep.of(op, false));
        steps.set(0, steps.getFirst().with(first -> {
            Op within = within(first);
            return within == null ? first : within;
        }));
        return chain(null, steps);
    }

    private static Op later(OpTopN top) {
        List<QueryStep> steps = QueryStep.of(top.getSubOp(), true);
        List<SortCondition> order = top.getConditions();
        Set<QueryStep> all = needed(steps, order);
        if (all.size() == steps.size() && needed(steps, order.subList(0, 1)).size() == steps.size()) {
            return new OpTopN(together(top.getSubOp()), top.getLimit(), order);
        }
        // As many conditions as need no more steps than the first one: most rows are out of the page by them.
        Set<QueryStep> first = needed(steps, order.subList(0, 1));
        int leading = 1;
        while (leading < order.size()
                && needed(steps, order.subList(0, leading + 1)).equals(first)) {
            leading++;
        }
        List<QueryStep> before = new ArrayList<>();
        List<QueryStep> within = new ArrayList<>();
        List<QueryStep> after = new ArrayList<>();
        for (QueryStep step : steps) {
            (first.contains(step) ? before : all.contains(step) ? within : after).add(step);
        }
        Op sorted = new EarlyOrder(chain(null, before), within.isEmpty() ? null : chain(null, within), order, leading);
        return new OpSlice(chain(sorted, after), Query.NOLIMIT, top.getLimit());
    }

    /** The steps in order, one on top of the other; those that look something up, one after the other, as one. */
    private static Op chain(@Nullable Op start, List<QueryStep> steps) {
        Op chained = start;
        for (int i = 0; i < steps.size(); ) {
            int end = i;
            while (end < steps.size() && steps.get(end).lookup() != null) {
                end++;
            }
            List<QueryStep> together = steps.subList(i, end);
            if (together.stream().anyMatch(QueryStep::findsValues)) {
                chained = new LookedUp(chained, together);
                i = end;
            } else {
                chained = steps.get(i++).after(chained);
            }
        }
        return chained == null ? OpTable.unit() : chained;
    }

    /** The steps on which the conditions depend; the first is always among them. */
    private static Set<QueryStep> needed(List<QueryStep> steps, List<SortCondition> order) {
        Set<Var> variables = new HashSet<>();
        order.forEach(condition -> ExprVars.varsMentioned(variables, condition.getExpression()));
        Set<QueryStep> needed = new HashSet<>();
        needed.add(steps.getFirst());
        boolean more = true;
        while (more) {
            more = false;
            Set<Var> known = new HashSet<>();
            for (QueryStep step : steps) {
                if (!needed.contains(step) && step.mustStay(variables, known, needed)) {
                    needed.add(step);
                    more = true;
                }
                if (needed.contains(step)) {
                    variables.addAll(step.mentioned());
                }
                known.addAll(step.certain());
            }
        }
        return needed;
    }
}
