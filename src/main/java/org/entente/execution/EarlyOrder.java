package org.entente.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.jspecify.annotations.Nullable;

/**
 * Solutions in order: all are sorted by the leading conditions; the rest of the pattern is evaluated, and the other conditions
 * compared, only among those that are equal by them, and only when their turn comes.
 */
final class EarlyOrder extends OpExt {
    private final Op pattern;
    private final @Nullable Op rest;
    private final List<SortCondition> order;
    private final int leading;

    /** @param rest what the conditions after the leading ones need, on top of the pattern */
    EarlyOrder(Op pattern, @Nullable Op rest, List<SortCondition> order, int leading) {
        super("early-order");
        this.pattern = pattern;
        this.rest = rest;
        this.order = order;
        this.leading = leading;
    }

    /** The same order of other patterns, each made from one of these. */
    EarlyOrder with(UnaryOperator<Op> change) {
        return new EarlyOrder(change.apply(pattern), rest == null ? null : change.apply(rest), order, leading);
    }

    @Override
    public Op effectiveOp() {
        return new OpOrder(rest == null ? pattern : OpSequence.create(pattern, rest), order);
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        return QueryIterPlainWrapper.create(new Groups(input, context), context);
    }

    private final class Groups implements Iterator<Binding> {
        private final QueryIterator input;
        private final ExecutionContext context;
        private SortedRow @Nullable [] all;
        private int at;
        private Iterator<Binding> group = List.<Binding>of().iterator();

        Groups(QueryIterator input, ExecutionContext context) {
            this.input = input;
            this.context = context;
        }

        @Override
        public boolean hasNext() {
            if (all == null) {
                int keys = rest == null ? order.size() : leading;
                all = sorted(QC.execute(pattern, input, context), keys);
            }
            while (!group.hasNext() && at < all.length) {
                group = next(all);
            }
            return group.hasNext();
        }

        private Iterator<Binding> next(SortedRow[] rows) {
            if (rest == null) {
                at = rows.length;
                return Arrays.stream(rows).map(SortedRow::row).iterator();
            }
            List<Binding> equal = new ArrayList<>();
            SortedRow first = rows[at];
            while (at < rows.length && first.compare(rows[at], order, leading) == 0) {
                equal.add(rows[at++].row());
            }
            QueryIterator more = QC.execute(rest, QueryIterPlainWrapper.create(equal.iterator(), context), context);
            return Arrays.stream(sorted(more, order.size())).map(SortedRow::row).iterator();
        }

        private SortedRow[] sorted(QueryIterator rows, int keys) {
            List<SortedRow> list = new ArrayList<>();
            try {
                while (rows.hasNext()) {
                    list.add(new SortedRow(rows.next(), order.subList(0, keys), context));
                }
            } finally {
                rows.close();
            }
            SortedRow[] sorted = list.toArray(SortedRow[]::new);
            boolean last = keys == order.size();
            Arrays.sort(sorted, (a, b) -> {
                int compared = a.compare(b, order, keys);
                return compared != 0 || !last ? compared : a.compareAll(b);
            });
            return sorted;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return group.next();
        }
    }

    @Override
    public Op apply(Transform transform) {
        return this;
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        effectiveOp().output(out, context);
    }

    @Override
    public int hashCode() {
        return effectiveOp().hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap names) {
        return other instanceof EarlyOrder same
                && pattern.equalTo(same.pattern, names)
                && (rest == null ? same.rest == null : same.rest != null && rest.equalTo(same.rest, names))
                && order.equals(same.order)
                && leading == same.leading;
    }
}
