package org.entente.sparql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables that a FILTER or BIND reads where SPARQL cannot see them: bound by a pattern outside of the group, as in
 * {@code ?a ?p ?b . GRAPH ?g { ?a ?q ?c FILTER(?p != ?q) }}. There the condition is an error, and the rows are lost without a word.
 */
public final class FilterScope {
    /**
     * What a pattern binds.
     *
     * @param surely in each solution
     * @param perhaps in some
     */
    private record Bound(Set<String> surely, Set<String> perhaps) {
        Bound() {
            this(new HashSet<>(), new HashSet<>());
        }

        void and(Bound other) {
            surely.addAll(other.surely);
            perhaps.addAll(other.perhaps);
        }
    }

    /**
     * Where a group stands.
     *
     * @param left what stands before the OPTIONAL that the group is; conditions of the group see it
     * @param outside what is bound around the group, which its conditions do not see
     * @param filledIn what EXISTS fills in everywhere
     */
    private record Place(Bound left, Set<String> outside, Set<String> filledIn) {
        Place within(Set<String> around) {
            return new Place(new Bound(), around, filledIn);
        }

        Place optional(Bound before, Set<String> around) {
            Bound copy = new Bound();
            copy.and(before);
            return new Place(copy, around, filledIn);
        }

        Place apart() {
            return new Place(new Bound(), outside, filledIn);
        }
    }

    private final Set<String> everywhere = new HashSet<>();
    private final Set<List<String>> unseen = new LinkedHashSet<>();

    private FilterScope(Query query) {
        query(query, new Place(new Bound(), Set.of(), Set.of()));
    }

    /**
     * The variables with the conditions that read them: {@code ?p in (!= ?p ?q)}; empty if there are none.
     *
     * @param given whether a variable is replaced by a value before the query is asked
     */
    public static List<String> unseen(Query query, Predicate<String> given) {
        return new FilterScope(query)
                .unseen.stream()
                        .filter(read -> !given.test(read.getFirst()))
                        .map(read -> "?" + read.getFirst() + " in " + read.getLast())
                        .toList();
    }

    /** Every variable that something in the query binds, wherever it stands. */
    public static Set<String> bound(Query query) {
        return Set.copyOf(new FilterScope(query).everywhere);
    }

    private Bound query(Query query, Place place) {
        Bound inside = element(query.getQueryPattern(), place);
        if (query.hasValues()) {
            query.getValuesVariables().forEach(variable -> always(inside, variable));
        }
        Bound rows = new Bound();
        rows.and(inside);
        query.getGroupBy().forEachVarExpr((variable, expression) -> read(expression, inside, place));
        query.getGroupBy().getVars().forEach(variable -> always(rows, variable));
        query.getAggregators().forEach(aggregator -> read(aggregator, inside, place));
        query.getProject().forEachVarExpr((variable, expression) -> {
            read(expression, rows, place);
            if (expression != null) {
                always(rows, variable);
            }
        });
        query.getHavingExprs().forEach(expression -> read(expression, rows, place));
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(condition -> read(condition.getExpression(), rows, place));
        }
        if (query.isSelectType()) {
            Set<String> shown = new HashSet<>(query.getResultVars());
            rows.surely.retainAll(shown);
            rows.perhaps.retainAll(shown);
        }
        return rows;
    }

    private Bound element(Element element, Place place) {
        Bound bound = new Bound();
        switch (element) {
            case ElementGroup group -> bound.and(group(group, place));
            case ElementUnion union -> {
                List<Bound> branches = union.getElements().stream()
                        .map(branch -> element(branch, place))
                        .toList();
                branches.forEach(branch -> bound.perhaps.addAll(branch.perhaps));
                bound.surely.addAll(bound.perhaps);
                branches.forEach(branch -> bound.surely.retainAll(branch.surely));
            }
            case ElementNamedGraph graph -> {
                bound.and(element(graph.getElement(), place));
                node(graph.getGraphNameNode(), bound);
            }
            case ElementService service -> bound.and(element(service.getElement(), place));
            case ElementSubQuery sub -> bound.and(query(sub.getQuery(), place));
            case ElementData data -> data.getVars().forEach(variable -> always(bound, variable));
            case ElementPathBlock block ->
                block.getPattern().forEach(triple -> {
                    node(triple.getSubject(), bound);
                    if (triple.getPredicate() != null) {
                        node(triple.getPredicate(), bound);
                    }
                    node(triple.getObject(), bound);
                });
            default -> {}
        }
        return bound;
    }

    private Bound group(ElementGroup group, Place place) {
        List<Element> elements = group.getElements();
        Bound bound = new Bound();
        List<Expr> conditions = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            switch (elements.get(i)) {
                case ElementFilter filter -> conditions.add(filter.getExpr());
                case ElementBind bind -> {
                    read(bind.getExpr(), bound, place.apart());
                    always(bound, bind.getVar());
                }
                case ElementOptional optional ->
                    bound.perhaps.addAll(
                            element(optional.getOptionalElement(), place.optional(bound, around(elements, i, place)))
                                    .perhaps);
                case ElementMinus minus -> element(minus.getMinusElement(), place.within(around(elements, i, place)));
                case Element other -> bound.and(element(other, place.within(around(elements, i, place))));
            }
        }
        Bound seen = new Bound();
        seen.and(place.left);
        seen.and(bound);
        conditions.forEach(condition -> read(condition, seen, place));
        return bound;
    }

    /** What the others of a group bind, and what is bound around it; an OPTIONAL sees those before it. */
    private static Set<String> around(List<Element> elements, int but, Place place) {
        Set<String> around = new HashSet<>(place.outside);
        around.addAll(place.left.perhaps);
        for (int i = elements.get(but) instanceof ElementOptional ? but + 1 : 0; i < elements.size(); i++) {
            if (i != but && !(elements.get(i) instanceof ElementMinus)) {
                PatternVars.vars(elements.get(i)).forEach(variable -> around.add(variable.getName()));
            }
        }
        return around;
    }

    /** What a condition reads must be seen; what is only perhaps bound here, but elsewhere for all, is meant from there. */
    private void read(@Nullable Expr expression, Bound seen, Place place) {
        List<Expr> open = new ArrayList<>();
        if (expression != null) {
            open.add(expression);
        }
        while (!open.isEmpty()) {
            switch (open.removeLast()) {
                case ExprVar variable -> {
                    String name = variable.getVarName();
                    boolean fine = place.filledIn.contains(name)
                            || (place.outside.contains(name) ? seen.surely : seen.perhaps).contains(name);
                    if (!fine && Var.isNamedVar(variable.asVar())) {
                        unseen.add(List.of(name, String.valueOf(expression)));
                    }
                }
                case ExprFunctionOp exists -> {
                    Set<String> filledIn = new HashSet<>(place.filledIn);
                    filledIn.addAll(seen.perhaps);
                    element(exists.getElement(), new Place(new Bound(), place.outside, filledIn));
                }
                case ExprAggregator aggregator -> {
                    if (aggregator.getAggregator().getExprList() != null) {
                        open.addAll(aggregator.getAggregator().getExprList().getList());
                    }
                }
                case ExprFunction function -> open.addAll(function.getArgs());
                default -> {}
            }
        }
    }

    private void node(Node node, Bound bound) {
        if (Var.isNamedVar(node)) {
            always(bound, Var.alloc(node));
        }
    }

    private void always(Bound bound, Var variable) {
        if (Var.isNamedVar(variable)) {
            everywhere.add(variable.getName());
            bound.surely.add(variable.getName());
            bound.perhaps.add(variable.getName());
        }
    }
}
