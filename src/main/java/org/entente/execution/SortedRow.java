package org.entente.execution;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/** A solution with the values by which it is sorted, each worked out once. */
final class SortedRow {
    private static final int MOMENT = "2000-01-01T00:00:00Z".length();

    private final Binding row;
    private final @Nullable NodeValue[] keys;
    /** Moments in UTC, which are in order as texts; null for anything else. */
    private final @Nullable String[] moments;

    SortedRow(Binding row, List<SortCondition> order, ExecutionContext context) {
        this.row = row;
        keys = new NodeValue[order.size()];
        moments = new String[order.size()];
        for (int i = 0; i < keys.length; i++) {
            var expression = order.get(i).getExpression();
            Node node = expression.isVariable() ? row.get(expression.asVar()) : null;
            moments[i] = node == null ? null : moment(node);
            if (moments[i] == null && (node != null || !expression.isVariable())) {
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
            String mine = moments[i];
            String theirs = other.moments[i];
            int compared = mine != null && theirs != null
                    ? mine.compareTo(theirs)
                    : BindingComparator.compareNodesRaw(key(i), other.key(i));
            if (compared != 0) {
                return order.get(i).getDirection() == Query.ORDER_DESCENDING ? -compared : compared;
            }
        }
        return 0;
    }

    private @Nullable NodeValue key(int i) {
        String moment = moments[i];
        return moment == null ? keys[i] : NodeValue.makeNode(moment, XSDDatatype.XSDdateTime);
    }

    /** Where the order leaves two equal, by all their values: equal states give equal answers. */
    int compareAll(SortedRow other) {
        return BindingComparator.compareBindingsSyntactic(row, other.row);
    }
}
