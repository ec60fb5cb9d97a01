package org.entente.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.jspecify.annotations.Nullable;

/**
 * Solutions in order: all are sorted by the leading conditions; the rest of the pattern is evaluated, and the other conditions
 * compared, only among those that are equal by them, and only when their turn comes.
 */
final class EarlyOrder extends PlannedOp {
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

    @Override
    EarlyOrder with(UnaryOperator<Op> change) {
        List<SortCondition> conditions = change.apply(new OpOrder(OpTable.unit(), order)) instanceof OpOrder changed
                ? changed.getConditions()
                : order;
        return new EarlyOrder(change.apply(pattern), rest == null ? null : change.apply(rest), conditions, leading);
    }

    @Override
    public Op effectiveOp() {
        return new OpOrder(rest == null ? pattern : QueryStep.inSequence(pattern, rest), order);
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        return QueryIterPlainWrapper.create(new Groups(input, context), context);
    }

    /** The rows of each group in order, group by group. */
    private final class Groups implements Iterator<Binding> {
        private final QueryIterator input;
        private final ExecutionContext context;
        /** What is left of the rows in the order of their leading conditions, with what the others need. */
        private @Nullable Iterator<Binding> rows;
        /** The first row of the next group. */
        private @Nullable SortedRow ahead;

        private Iterator<Binding> group = Collections.emptyIterator();

        Groups(QueryIterator input, ExecutionContext context) {
            this.input = input;
            this.context = context;
        }

        @Override
        public boolean hasNext() {
            if (rows == null) {
                begin();
            }
            if (!group.hasNext() && ahead != null) {
                group = next(ahead);
            }
            return group.hasNext();
        }

        private void begin() {
            List<SortedRow> all = new ArrayList<>();
            QueryIterator found = QC.execute(inStore(pattern, context), input, context);
            int keys = rest == null ? order.size() : leading;
            try {
                while (found.hasNext()) {
                    all.add(new SortedRow(found.next(), order.subList(0, keys), context));
                }
            } finally {
                found.close();
            }
            Iterator<Binding> sorted = sorted(all, keys);
            if (rest == null) {
                rows = Collections.emptyIterator();
                group = sorted;
            } else {
                // What is put off takes the rows one by one, in order.
                rows = QC.execute(inStore(rest, context), QueryIterPlainWrapper.create(sorted, context), context);
                ahead = read(rows);
            }
        }

        private @Nullable SortedRow read(Iterator<Binding> from) {
            return from.hasNext() ? new SortedRow(from.next(), order, context) : null;
        }

        private Iterator<Binding> next(SortedRow first) {
            List<SortedRow> equal = new ArrayList<>();
            SortedRow row = first;
            while (row != null && first.compare(row, order, leading) == 0) {
                equal.add(row);
                row = read(Objects.requireNonNull(rows));
            }
            ahead = row;
            return sorted(equal, order.size());
        }

        private Iterator<Binding> sorted(List<SortedRow> list, int keys) {
            list.sort(SortedRow.comparator(order, keys, context));
            return list.stream().map(SortedRow::row).iterator();
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
