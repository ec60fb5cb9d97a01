package org.entente.bounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/**
 * GROUP_CONCAT that stops before its text is too long, and joins its texts in an order that does not depend on how the store keeps them:
 * that of ORDER BY, but P2 before P10, unless the rows come sorted from a sub-query. SPARQL leaves the order open; a result that is cited must not.
 */
final class BoundedGroupConcat {
    private BoundedGroupConcat() {}

    /**
     * The same aggregate, bounded and ordered where it joins texts.
     *
     * @param sorted whether the rows come in an order that somebody asked for
     */
    static Aggregator of(Aggregator aggregator, boolean sorted) {
        return switch (aggregator) {
            case AggGroupConcat all -> new All(all.getExprList().get(0), all.getSeparator(), sorted);
            case AggGroupConcatDistinct distinct ->
                new Distinct(distinct.getExprList().get(0), distinct.getSeparator(), sorted);
            default -> aggregator;
        };
    }

    private static final class All extends AggGroupConcat {
        private final boolean sorted;

        All(Expr expression, String separator, boolean sorted) {
            super(expression, separator);
            this.sorted = sorted;
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new All(expressions.get(0), getSeparator(), sorted);
        }

        @Override
        public Accumulator createAccumulator() {
            return new Text(getExprList().get(0), getSeparator(), false, sorted);
        }
    }

    private static final class Distinct extends AggGroupConcatDistinct {
        private final boolean sorted;

        Distinct(Expr expression, String separator, boolean sorted) {
            super(expression, separator);
            this.sorted = sorted;
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new Distinct(expressions.get(0), getSeparator(), sorted);
        }

        @Override
        public Accumulator createAccumulator() {
            return new Text(getExprList().get(0), getSeparator(), true, sorted);
        }
    }

    private static final class Text extends AccumulatorExpr {
        private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
        private static final Comparator<NodeValue> ORDER = (a, b) -> {
            int byNumber = a.isString() && b.isString() ? padded(a).compareTo(padded(b)) : 0;
            return byNumber == 0 ? NodeValue.compareAlways(a, b) : byNumber;
        };

        private final List<NodeValue> values = new ArrayList<>();
        private final String separator;
        private final boolean sorted;
        private long length;

        Text(Expr expression, String separator, boolean distinct, boolean sorted) {
            super(expression, distinct);
            this.separator = separator == null ? " " : separator;
            this.sorted = sorted;
        }

        @Override
        protected void accumulate(NodeValue value, Binding binding, FunctionEnv env) {
            length += value.asString().length() + (values.isEmpty() ? 0 : separator.length());
            values.add(value);
            // Empty texts make no text, but they take room.
            ValueSize.text(Math.max(length, values.size()));
        }

        @Override
        protected void accumulateError(Binding binding, FunctionEnv env) {
            // as ARQ's: the group has no value then
        }

        @Override
        protected NodeValue getAccValue() {
            if (!sorted) {
                values.sort(ORDER);
            }
            return NodeValue.makeString(
                    values.stream().map(NodeValue::asString).collect(Collectors.joining(separator)));
        }

        /** The text with its numbers as long as the longest one, so that they are compared by value. */
        private static String padded(NodeValue text) {
            return NUMBER.matcher(text.asString())
                    .replaceAll(number -> "0".repeat(9 - number.group().length()) + number.group());
        }
    }
}
