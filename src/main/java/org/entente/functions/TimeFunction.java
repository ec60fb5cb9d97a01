package org.entente.functions;

import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.ARQInternalErrorException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntProperty;
import org.jspecify.annotations.Nullable;

/**
 * Filter functions on time that keep "certainly" and "possibly" apart: {@code ent:certainlyWithin(?span, ?from, ?to)} and its
 * kin. A span is an {@code ent:TimeSpan} node, an EDTF text or an {@code xsd:date} or {@code xsd:dateTime}; so are from and to. With
 * two arguments the second is the whole period.
 */
final class TimeFunction implements Function {
    private final String name;
    private final BiPredicate<TimeBounds, TimeBounds> test;

    TimeFunction(String name, BiPredicate<TimeBounds, TimeBounds> test) {
        this.name = name;
        this.test = test;
    }

    @Override
    public void build(String uri, ExprList arguments, org.apache.jena.sparql.util.Context context) {
        if (arguments.size() != 2 && arguments.size() != 3) {
            throw new QueryBuildException("ent:" + name + " expects (?span, ?from, ?to) or (?span, ?period)");
        }
    }

    @Override
    public NodeValue exec(Binding binding, ExprList arguments, String uri, FunctionEnv env) {
        if (arguments == null) {
            throw new ARQInternalErrorException("ent:" + name + " without arguments");
        }
        TimeBounds span = bounds(value(arguments.get(0), binding, env), env);
        TimeBounds from = bounds(value(arguments.get(1), binding, env), env);
        TimeBounds period =
                arguments.size() == 2 ? from : period(from, bounds(value(arguments.get(2), binding, env), env));
        return NodeValue.booleanReturn(test.test(span, period));
    }

    private static Node value(Expr argument, Binding binding, FunctionEnv env) {
        return argument.eval(binding, env).asNode();
    }

    /** All days from the first of one to the last of the other. */
    private static TimeBounds period(TimeBounds from, TimeBounds to) {
        LocalDate first = from.earliestStart() == null ? LocalDate.MIN : from.earliestStart();
        LocalDate last = to.latestEnd() == null ? LocalDate.MAX : to.latestEnd();
        if (first.isAfter(last)) {
            throw new ExprEvalException("a period that ends before it begins: " + first + " to " + last);
        }
        return TimeBounds.lasting(first, last);
    }

    private static TimeBounds bounds(Node node, FunctionEnv env) {
        if (!node.isLiteral()) {
            return ofSpan(node, env);
        }
        String text = node.getLiteralLexicalForm();
        boolean day = XSDDatatype.XSDdateTime.equals(node.getLiteralDatatype())
                || XSDDatatype.XSDdate.equals(node.getLiteralDatatype());
        try {
            return day && text.length() >= 10
                    ? TimeBounds.on(LocalDate.parse(text.substring(0, 10)))
                    : Edtf.parse(text).bounds();
        } catch (EdtfException | java.time.DateTimeException e) {
            throw new ExprEvalException(e.getMessage(), e);
        }
    }

    /** The view knows consolidated spans; those that only a source gives are in its graph, the active one under GRAPH. */
    private static TimeBounds ofSpan(Node span, FunctionEnv env) {
        Graph active = env.getActiveGraph();
        Graph graph = active != null && active.contains(span, EntProperty.EDTF, Node.ANY)
                ? active
                : env.getDataset().getDefaultGraph();
        if (!graph.contains(span, EntProperty.EDTF, Node.ANY)) {
            throw new ExprEvalException(span + " is no time span");
        }
        return new TimeBounds(
                day(graph, span, EntProperty.EARLIEST_START),
                day(graph, span, EntProperty.LATEST_START),
                day(graph, span, EntProperty.EARLIEST_END),
                day(graph, span, EntProperty.LATEST_END));
    }

    private static @Nullable LocalDate day(Graph graph, Node span, Node property) {
        ExtendedIterator<Triple> found = graph.find(span, property, Node.ANY);
        try {
            return found.hasNext()
                    ? LocalDate.parse(
                            found.next().getObject().getLiteralLexicalForm().substring(0, 10))
                    : null;
        } finally {
            found.close();
        }
    }
}
