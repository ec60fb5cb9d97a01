package org.entente.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_Link;
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
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * The parts of a parsed query, including its subqueries. Elements that are not listed here are not standard SPARQL 1.1
 * (or are SERVICE). They are collected as foreign and refused by {@link QueryRules}, so {@link Substitution} never gets
 * one.
 */
final class QueryShape {
    /** Variables in triple patterns, paths and GRAPH. */
    final Set<String> inPatterns = new LinkedHashSet<>();
    /** Those outside of EXISTS; only these can be bound by the query itself. */
    final Set<String> bindable = new LinkedHashSet<>();
    /** Variables in positions where a literal is never allowed: subject, predicate, graph name. */
    final Set<String> neverLiteral = new LinkedHashSet<>();
    /** Variables that get a value by BIND, AS or VALUES. */
    final Set<String> assigned = new LinkedHashSet<>();
    /** Variables in expressions, sort conditions and groupings. */
    final Set<String> inExpressions = new LinkedHashSet<>();
    /** Variables in projections and templates. */
    final Set<String> projected = new LinkedHashSet<>();

    final Set<String> functions = new LinkedHashSet<>();
    final Set<String> graphs = new LinkedHashSet<>();
    /** All IRIs in the query. */
    final Set<String> iris = new LinkedHashSet<>();
    /** Names of elements that are not allowed in canned queries. */
    final Set<String> foreign = new LinkedHashSet<>();

    boolean nestedGraph;
    boolean star;

    private int insideExists;

    private QueryShape(Query query) {
        query(query, false, true);
    }

    static QueryShape of(Query query) {
        return new QueryShape(query);
    }

    /** All variables. */
    Set<String> variables() {
        Set<String> all = new HashSet<>(inPatterns);
        all.addAll(assigned);
        all.addAll(inExpressions);
        all.addAll(projected);
        return all;
    }

    private void query(Query query, boolean inGraph, boolean isTop) {
        if (query.isSelectType() && query.isQueryResultStar()) {
            star = true;
        }
        if (query.isSelectType()) {
            for (Var variable : query.getProjectVars()) {
                Expr expression = query.getProject().getExpr(variable);
                if (expression == null) {
                    projected.add(variable.getName());
                } else {
                    assigned.add(variable.getName());
                    expression(expression, inGraph);
                }
            }
        }
        query.getGroupBy().forEachVarExpr((variable, expression) -> {
            if (expression == null) {
                inExpressions.add(variable.getName());
            } else {
                if (!variable.isAllocVar()) {
                    assigned.add(variable.getName());
                }
                expression(expression, inGraph);
            }
        });
        query.getHavingExprs().forEach(expression -> expression(expression, inGraph));
        for (ExprAggregator aggregator : query.getAggregators()) {
            expression(aggregator, inGraph);
        }
        if (query.getOrderBy() != null) {
            for (SortCondition condition : query.getOrderBy()) {
                expression(condition.getExpression(), inGraph);
            }
        }
        if (query.hasValues()) {
            query.getValuesVariables().forEach(variable -> assigned.add(variable.getName()));
        }
        if (isTop && query.isConstructType()) {
            for (Quad quad : query.getConstructTemplate().getQuads()) {
                for (Node node : List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
                    if (Var.isVar(node)) {
                        projected.add(node.getName());
                    }
                }
            }
        }
        element(query.getQueryPattern(), inGraph);
    }

    private void element(Element element, boolean inGraph) {
        switch (element) {
            case null -> {}
            case ElementGroup group -> group.getElements().forEach(child -> element(child, inGraph));
            case ElementUnion union -> union.getElements().forEach(child -> element(child, inGraph));
            case ElementOptional optional -> element(optional.getOptionalElement(), inGraph);
            case ElementMinus minus -> element(minus.getMinusElement(), inGraph);
            case ElementNamedGraph graph -> {
                nestedGraph |= inGraph;
                if (graph.getGraphNameNode().isURI()) {
                    graphs.add(graph.getGraphNameNode().getURI());
                }
                node(graph.getGraphNameNode());
                neverLiteral(graph.getGraphNameNode());
                element(graph.getElement(), true);
            }
            case ElementSubQuery sub -> query(sub.getQuery(), inGraph, false);
            case ElementFilter filter -> expression(filter.getExpr(), inGraph);
            case ElementBind bind -> {
                assigned.add(bind.getVar().getName());
                expression(bind.getExpr(), inGraph);
            }
            case ElementData data -> data.getVars().forEach(variable -> assigned.add(variable.getName()));
            case ElementPathBlock block -> block.getPattern().forEach(this::triple);
            case ElementTriplesBlock block -> {
                for (Triple triple : block.getPattern().getList()) {
                    triple(new TriplePath(triple));
                }
            }
            case ElementService service -> {
                // SERVICE SILENT with an IRI is allowed: the query works without the service, too.
                if (service.getSilent() && service.getServiceNode().isURI()) {
                    element(service.getElement(), inGraph);
                } else {
                    foreign.add("SERVICE");
                }
            }
            default ->
                foreign.add(element.getClass()
                        .getSimpleName()
                        .replace("Element", "")
                        .toUpperCase(java.util.Locale.ROOT));
        }
    }

    private void triple(TriplePath triple) {
        node(triple.getSubject());
        neverLiteral(triple.getSubject());
        if (triple.getPredicate() != null) {
            node(triple.getPredicate());
            neverLiteral(triple.getPredicate());
        } else if (triple.getPath() instanceof P_Link link) {
            node(link.getNode());
        }
        node(triple.getObject());
    }

    private void neverLiteral(Node node) {
        if (Var.isNamedVar(node)) {
            neverLiteral.add(node.getName());
        }
    }

    private void node(Node node) {
        if (node.isTripleTerm()) {
            foreign.add("a triple term");
        } else if (Var.isNamedVar(node)) {
            inPatterns.add(node.getName());
            if (insideExists == 0) {
                bindable.add(node.getName());
            }
        } else if (node.isURI()) {
            iris.add(node.getURI());
        }
    }

    private void expression(Expr expression, boolean inGraph) {
        List<Expr> open = new ArrayList<>(List.of(expression));
        while (!open.isEmpty()) {
            switch (open.removeLast()) {
                case ExprVar variable -> {
                    if (Var.isNamedVar(variable.asVar())) {
                        inExpressions.add(variable.getVarName());
                    }
                }
                case NodeValue value -> node(value.asNode());
                case ExprFunctionOp exists -> {
                    insideExists++;
                    element(exists.getElement(), inGraph);
                    insideExists--;
                }
                case ExprAggregator aggregator -> {
                    if (aggregator.getAggregator().getExprList() != null) {
                        open.addAll(aggregator.getAggregator().getExprList().getList());
                    }
                }
                case ExprFunction function -> {
                    if (function instanceof E_Function called) {
                        functions.add(called.getFunctionIRI());
                    }
                    open.addAll(function.getArgs());
                }
                case Expr other -> foreign.add(other.getClass().getSimpleName());
            }
        }
    }
}
