package org.entente.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/** A solution with the values by which it is sorted, each worked out once. */
public final class SortedRow {
    private static final int MOMENT = "2000-01-01T00:00:00Z".length();

    private final Binding row;
    private final @Nullable NodeValue[] keys;
    /** Moments in UTC, which are in order as texts; null for anything else. */
    private final @Nullable String[] moments;
    /** IRIs, which are so, too. */
    private final @Nullable String[] iris;

    SortedRow(Binding row, List<SortCondition> order, ExecutionContext context) {
        this.row = row;
        keys = new NodeValue[order.size()];
        moments = new String[order.size()];
        iris = new String[order.size()];
        for (int i = 0; i < keys.length; i++) {
            var expression = order.get(i).getExpression();
            Node node = expression.isVariable() ? row.get(expression.asVar()) : null;
            moments[i] = node == null ? null : moment(node);
            iris[i] = node != null && node.isURI() ? node.getURI() : null;
            if (moments[i] == null && iris[i] == null && (node != null || !expression.isVariable())) {
                try {
                    keys[i] = node != null ? NodeValue.makeNode(node) : expression.eval(row, context);
                } catch (ExprEvalException e) {
                    // No value: it comes first.
                    keys[i] = null;
                }
            }
        }
    }

    private static @Nullable String moment(Node node) {
        if (!node.isLiteral() || !XSDDatatype.XSDdateTime.equals(node.getLiteralDatatype())) {
            return null;
        }
        String text = node.getLiteralLexicalForm();
        return text.length() == MOMENT
                        && text.charAt(4) == '-'
                        && text.charAt(0) != '-'
                        && text.endsWith("Z")
                        && !text.startsWith("24", 11)
                        && node.getLiteral().isWellFormed()
                ? text
                : null;
    }

    Binding row() {
        return row;
    }

    /** By the first conditions, as ORDER BY has it. */
    int compare(SortedRow other, List<SortCondition> order, int conditions) {
        for (int i = 0; i < conditions; i++) {
            int compared = compare(other, i);
            if (compared != 0) {
                return order.get(i).getDirection() == Query.ORDER_DESCENDING ? -compared : compared;
            }
        }
        return 0;
    }

    private int compare(SortedRow other, int i) {
        String moment = moments[i];
        String otherMoment = other.moments[i];
        if (moment != null && otherMoment != null) {
            return moment.compareTo(otherMoment);
        }
        String iri = iris[i];
        String otherIri = other.iris[i];
        return iri != null && otherIri != null
                ? iri.compareTo(otherIri)
                : BindingComparator.compareNodesRaw(key(i), other.key(i));
    }

    private @Nullable NodeValue key(int i) {
        String moment = moments[i];
        String iri = iris[i];
        if (moment != null) {
            return NodeValue.makeNode(moment, XSDDatatype.XSDdateTime);
        }
        return iri == null ? keys[i] : NodeValue.makeNode(NodeFactory.createURI(iri));
    }

    /**
     * Puts rows in an order, of which the first conditions count; if all count, rows that are equal by them are in order by all their
     * values. To compare ends with the query.
     */
    static Comparator<SortedRow> comparator(List<SortCondition> order, int conditions, ExecutionContext context) {
        CancellationCheck stop = CancellationCheck.on(context.getCancelSignal());
        AtomicInteger comparisons = new AtomicInteger();
        return (a, b) -> {
            if ((comparisons.incrementAndGet() & 0xFFF) == 0) {
                stop.check();
            }
            int compared = a.compare(b, order, conditions);
            return compared == 0 && conditions == order.size() ? a.compareAll(b) : compared;
        };
    }

    /** All solutions, in an order. */
    public static Iterator<Binding> inOrder(
            QueryIterator solutions, List<SortCondition> order, ExecutionContext context) {
        List<SortedRow> rows = new ArrayList<>();
        try {
            solutions.forEachRemaining(row -> rows.add(new SortedRow(row, order, context)));
        } finally {
            solutions.close();
        }
        rows.sort(comparator(order, order.size(), context));
        return rows.stream().map(SortedRow::row).iterator();
    }

    /** Where the order leaves two equal, by all their values: equal states give equal answers. */
    private int compareAll(SortedRow other) {
        return BindingComparator.compareBindingsSyntactic(row, other.row);
    }
}
