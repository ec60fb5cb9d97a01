package org.entente.execution;

import java.util.function.UnaryOperator;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.serializer.SerializationContext;

/** A step of a plan that stands for steps of SPARQL's algebra, its {@link #effectiveOp}, and gives the same solutions. */
abstract class PlannedOp extends OpExt {
    PlannedOp(String name) {
        super(name);
    }

    /** The same of other patterns, each made from one of these. */
    abstract PlannedOp with(UnaryOperator<Op> change);

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
