package org.entente.bounds;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.util.Context;

/** A function of ARQ's library that looks at its arguments where they say how large the result will be, and at the result. */
record BoundedFunction(Function inner) implements Function {
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final String POW = "http://www.w3.org/2005/xpath-functions/math#pow";
    private static final String EXP10 = "http://www.w3.org/2005/xpath-functions/math#exp10";
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    /** Makes such functions; what is not made for plain values is left alone. */
    static FunctionFactory of(FunctionFactory factory) {
        return iri ->
                factory.create(iri) instanceof FunctionBase plain ? new BoundedFunction(plain) : factory.create(iri);
    }

    @Override
    public void build(String uri, ExprList args, Context context) {
        inner.build(uri, args, context);
    }

    @Override
    public NodeValue exec(Binding binding, ExprList args, String uri, FunctionEnv env) {
        List<Expr> values = new ArrayList<>();
        long text = 0;
        for (Expr argument : args) {
            NodeValue value = argument.eval(binding, env);
            values.add(value);
            text += value.isString() ? value.getString().length() : 0;
        }
        if (uri.equals(FN + "concat")) {
            ValueSize.text(text);
        } else if (uri.startsWith(XSDDatatype.XSD + "#") && !values.isEmpty()) {
            ValueSize.literal(values.getFirst().getConstant().asString(), uri);
        } else if (uri.equals(POW) && values.size() == 2) {
            power(values.get(0).getConstant(), values.get(1).getConstant());
        } else if (uri.equals(EXP10) && !values.isEmpty()) {
            power(NodeValue.makeInteger(10), values.getFirst().getConstant());
        } else if (uri.startsWith(FN + "round") && values.size() == 2) {
            places(values.get(1).getConstant());
        }
        try {
            return ValueSize.check(inner.exec(binding, new ExprList(values), uri, env));
        } catch (QueryException e) {
            throw e;
        } catch (RuntimeException e) {
            // Some of ARQ's functions meet values that they did not think of: by the standard the expression has no
            // value then.
            throw new ExprEvalException(e.getMessage(), e);
        }
    }

    private static void power(NodeValue base, NodeValue exponent) {
        if (base.isInteger() && exponent.isInteger() && exponent.getInteger().signum() > 0) {
            ValueSize.digits((long) Math.min(
                    1e9,
                    base.getInteger().abs().bitLength()
                            / BITS_PER_DIGIT
                            * exponent.getInteger().doubleValue()));
        }
    }

    private static void places(NodeValue places) {
        if (places.isInteger()) {
            ValueSize.digits((long) Math.min(1e9, places.getInteger().abs().doubleValue()));
        }
    }
}
