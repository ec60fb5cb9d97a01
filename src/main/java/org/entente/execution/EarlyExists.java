package org.entente.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.jspecify.annotations.Nullable;

/**
 * Drops the rows for which there is, or is not, some pattern before OPTIONAL and BIND add to them. Jena does so with other conditions; those
 * with EXISTS it leaves at the end if their pattern has variables of its own.
 */
final class EarlyExists extends TransformCopy {
    private EarlyExists() {}

    static Op of(Op op) {
        return Transformer.transform(new EarlyExists(), op);
    }

    @Override
    public Op transform(OpFilter filter, Op inner) {
        Set<Var> visible = OpVars.visibleVars(inner);
        ExprList staying = new ExprList();
        Op changed = inner;
        for (Expr condition : filter.getExprs()) {
            List<Op> patterns = patterns(condition);
            Op earlier = patterns.isEmpty() ? null : earlier(condition, ofRows(condition, patterns, visible), changed);
            if (earlier == null) {
                staying.add(condition);
            } else {
                changed = earlier;
            }
        }
        return changed == inner
                ? super.transform(filter, inner)
                : staying.isEmpty() ? changed : OpFilter.filterDirect(staying, changed);
    }

    private static List<Op> patterns(Expr condition) {
        List<Op> patterns = new ArrayList<>();
        Walker.walk(condition, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp function) {
                patterns.add(function.getGraphPattern());
            }
        });
        return patterns;
    }

    /** Its variables that may have a value where the condition stands; any other is one of its patterns alone. */
    private static Set<Var> ofRows(Expr condition, List<Op> patterns, Set<Var> visible) {
        Set<Var> mentioned = new HashSet<>(ExprVars.getVarsMentioned(condition));
        patterns.forEach(pattern -> mentioned.addAll(OpVars.mentionedVars(pattern)));
        mentioned.retainAll(visible);
        return mentioned;
    }

    /** The operator with the condition on what stands before OPTIONAL or BIND; null if it has to stay where it is. */
    private static @Nullable Op earlier(Expr condition, Set<Var> variables, Op op) {
        if (op instanceof OpConditional || op instanceof OpLeftJoin) {
            Op2 optional = (Op2) op;
            Op before = filtered(condition, variables, optional.getLeft());
            return before == null ? null : optional.copy(before, optional.getRight());
        }
        if (op instanceof OpExtend extend) {
            Op before = filtered(condition, variables, extend.getSubOp());
            return before == null ? null : extend.copy(before);
        }
        return null;
    }

    /** As early within an operator as can be; null if not each of the variables has a value in each of its rows. */
    private static @Nullable Op filtered(Expr condition, Set<Var> variables, Op op) {
        if (!CertainVariables.of(op).containsAll(variables)) {
            return null;
        }
        Op earlier = earlier(condition, variables, op);
        return earlier != null ? earlier : QueryStep.filtered(op, new ExprList(condition));
    }
}
