package org.entente.execution;

import java.util.function.UnaryOperator;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/** A step of a plan that stands for steps of SPARQL's algebra, its {@link #effectiveOp}, and gives the same solutions. */
abstract class PlannedOp extends OpExt {
    PlannedOp(String name) {
        super(name);
    }

    /** The same of other patterns, each made from one of these. */
    abstract PlannedOp with(UnaryOperator<Op> change);

    /**
     * A pattern as the store of the query evaluates it: TDB2 finds the graph of a statement with the statement, which is much less than
     * to try all graphs. Jena does so with whatever it knows the inside of.
     */
    static Op inStore(Op pattern, ExecutionContext context) {
        return context.getDataset() instanceof DatasetGraphTDB ? Algebra.toQuadForm(pattern) : pattern;
    }

    /** The same for a condition, which may look for a pattern. */
    static Expr inStore(Expr condition, ExecutionContext context) {
        return inStore(OpFilter.filter(condition, OpTable.unit()), context) instanceof OpFilter filter
                ? filter.getExprs().get(0)
                : condition;
    }

    @Override
    public final Op apply(Transform transform) {
        // Plans are made of what is optimised already.
        return this;
    }

    @Override
    public final void outputArgs(IndentedWriter out, SerializationContext context) {
        effectiveOp().output(out, context);
    }
}
