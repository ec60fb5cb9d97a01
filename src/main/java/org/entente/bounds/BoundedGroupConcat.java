package org.entente.bounds;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/** GROUP_CONCAT that stops before its text is too long. */
final class BoundedGroupConcat {
    private BoundedGroupConcat() {}

    /** The same aggregate, bounded where it joins texts. */
    static Aggregator of(Aggregator aggregator) {
        return switch (aggregator) {
            case AggGroupConcat all -> new All(all.getExprList().get(0), all.getSeparator());
            case AggGroupConcatDistinct distinct ->
                new Distinct(distinct.getExprList().get(0), distinct.getSeparator());
            default -> aggregator;
        };
    }

    private static final class All extends AggGroupConcat {
        All(Expr expression, String separator) {
            super(expression, separator);
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new All(expressions.get(0), getSeparator());
        }

        @Override
        public Accumulator createAccumulator() {
            return new Text(getExprList().get(0), getSeparator(), false);
        }
    }

    private static final class Distinct extends AggGroupConcatDistinct {
        Distinct(Expr expression, String separator) {
            super(expression, separator);
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new Distinct(expressions.get(0), getSeparator());
        }

        @Override
        public Accumulator createAccumulator() {
            return new Text(getExprList().get(0), getSeparator(), true);
        }
    }

    private static final class Text extends AccumulatorExpr {
        private final StringBuilder text = new StringBuilder();
        private final String separator;
        private boolean first = true;

        Text(Expr expression, String separator, boolean distinct) {
            super(expression, distinct);
            this.separator = separator == null ? " " : separator;
        }

        @Override
        protected void accumulate(NodeValue value, Binding binding, FunctionEnv env) {
            if (!first) {
                text.append(separator);
            }
            first = false;
            text.append(value.asString());
            ValueSize.text(text.length());
        }

        @Override
        protected void accumulateError(Binding binding, FunctionEnv env) {
            // as ARQ's: the group has no value then
        }

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
