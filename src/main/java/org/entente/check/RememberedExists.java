package org.entente.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.syntax.Element;

/**
 * {@code NOT EXISTS} that knows what it said of the same values before: thousands of statements have values of a few classes. For one
 * run over a graph that does not change meanwhile.
 */
final class RememberedExists extends E_NotExists {
    /** More is not worth the memory. */
    private static final int MANY = 1_000_000;

    private final Op pattern;
    private final Var[] variables;
    private final Map<List<Node>, NodeValue> known = new HashMap<>();

    private RememberedExists(Op pattern) {
        super(null, OpTable.unit());
        this.pattern = pattern;
        this.variables = OpVars.mentionedVars(pattern).toArray(Var[]::new);
    }

    /** The same pattern, whose filters remember. */
    static Op in(Op pattern) {
        return Transformer.transform(
                new TransformCopy(),
                new ExprTransformCopy() {
                    @Override
                    public Expr transform(ExprFunctionOp function, ExprList arguments, Op inside) {
                        return function.getClass() == E_NotExists.class
                                ? new RememberedExists(inside)
                                : super.transform(function, arguments, inside);
                    }
                },
                pattern);
    }

    @Override
    public Op getGraphPattern() {
        return pattern;
    }

    @Override
    protected NodeValue eval(Binding row, QueryIterator unit, FunctionEnv env) {
        List<Node> values = new ArrayList<>(variables.length);
        for (Var variable : variables) {
            values.add(row.get(variable));
        }
        NodeValue said = known.get(values);
        if (said == null) {
            said = find(row, ExecutionContext.fromFunctionEnv(env));
            if (known.size() < MANY) {
                known.put(values, said);
            }
        }
        return said;
    }

    private NodeValue find(Binding row, ExecutionContext context) {
        QueryIterator found = QC.execute(pattern, QueryIterSingleton.create(row, context), context);
        try {
            return NodeValue.booleanReturn(!found.hasNext());
        } finally {
            found.close();
        }
    }

    @Override
    protected Expr copy(Element element, Op inside) {
        return new RememberedExists(inside);
    }

    @Override
    public ExprFunctionOp copy(ExprList arguments, Op inside) {
        return new RememberedExists(inside);
    }

    @Override
    public boolean equals(Expr other, boolean bySyntax) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
