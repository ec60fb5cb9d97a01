package org.entente.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
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
 * Replaces parameters by their nodes in a parsed query; the package description says how and why. The query must be
 * accepted by {@link QueryRules}. It is changed, so it must not be used for anything else.
 */
final class Substitution {
    private static final NodeValue YES = NodeValue.TRUE;
    private static final NodeValue NO = NodeValue.FALSE;

    private final Map<String, Node> scalars;
    private final Map<String, List<Node>> lists;
    /** Parameters without a value that no pattern outside of EXISTS can bind; there BOUND is false for them. */
    private final Set<String> absentOutside;
    /** Parameters without a value that no pattern can bind; BOUND is false for them inside EXISTS, too. */
    private final Set<String> absentInside;

    private int insideExists;

    Substitution(
            Map<String, Node> scalars,
            Map<String, List<Node>> lists,
            Set<String> absentOutside,
            Set<String> absentInside) {
        this.scalars = Map.copyOf(scalars);
        this.lists = Map.copyOf(lists);
        this.absentOutside = Set.copyOf(absentOutside);
        this.absentInside = Set.copyOf(absentInside);
    }

    /** Rewrites the query in place. */
    void apply(Query query) {
        Set<String> outside = modifierVariables(query);
        ElementGroup where = asGroup(rewrite(query.getQueryPattern(), outside));
        Set<String> needed = new LinkedHashSet<>(outside);
        needed.removeAll(valuesIn(where));
        // Modifiers keep their variables, so that SELECT ?person and GROUP BY ?person stay valid.
        needed.stream().sorted().forEach(name -> {
            if (scalars.containsKey(name)) {
                where.getElements().addFirst(values(name, List.of(scalars.get(name))));
            } else if (lists.containsKey(name)) {
                where.getElements().addFirst(values(name, lists.get(name)));
            }
        });
        query.setQueryPattern(where);
    }

    /** The variables of projection, template, grouping, HAVING and ORDER BY. */
    private static Set<String> modifierVariables(Query query) {
        Set<String> names = new HashSet<>();
        if (query.isSelectType()) {
            for (Var variable : query.getProjectVars()) {
                names.add(variable.getName());
                addVariables(query.getProject().getExpr(variable), names, true);
            }
        }
        query.getGroupBy().forEachVarExpr((variable, expression) -> {
            names.add(variable.getName());
            addVariables(expression, names, true);
        });
        query.getHavingExprs().forEach(expression -> addVariables(expression, names, true));
        for (ExprAggregator aggregator : query.getAggregators()) {
            addVariables(aggregator, names, true);
        }
        if (query.getOrderBy() != null) {
            for (SortCondition condition : query.getOrderBy()) {
                addVariables(condition.getExpression(), names, true);
            }
        }
        if (query.isConstructType()) {
            for (Quad quad : query.getConstructTemplate().getQuads()) {
                for (Node node : List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
                    if (Var.isVar(node)) {
                        names.add(node.getName());
                    }
                }
            }
        }
        return names;
    }

    /**
     * @param provided names of list parameters that the surrounding group binds and that are visible inside the element
     */
    private Element rewrite(Element element, Set<String> provided) {
        return switch (element) {
            case ElementGroup group -> group(group, provided);
            case ElementUnion union -> {
                ElementUnion copy = new ElementUnion();
                union.getElements().forEach(branch -> copy.addElement(rewrite(branch, Set.of())));
                yield copy;
            }
            case ElementOptional optional -> new ElementOptional(rewrite(optional.getOptionalElement(), provided));
            case ElementMinus minus -> new ElementMinus(rewrite(minus.getMinusElement(), Set.of()));
            case ElementNamedGraph graph ->
                new ElementNamedGraph(node(graph.getGraphNameNode()), rewrite(graph.getElement(), Set.of()));
            case ElementService service ->
                new ElementService(
                        service.getServiceNode(), rewrite(service.getElement(), Set.of()), service.getSilent());
            case ElementSubQuery sub -> {
                apply(sub.getQuery());
                yield sub;
            }
            case ElementFilter filter -> new ElementFilter(simplify(rewrite(filter.getExpr(), provided)));
            case ElementBind bind -> new ElementBind(bind.getVar(), rewrite(bind.getExpr(), provided));
            case ElementData data -> data;
            case ElementPathBlock block -> {
                ElementPathBlock copy = new ElementPathBlock();
                block.getPattern().forEach(triple -> copy.addTriplePath(triple(triple)));
                yield copy;
            }
            case ElementTriplesBlock block -> {
                ElementTriplesBlock copy = new ElementTriplesBlock();
                block.getPattern()
                        .forEach(triple -> copy.addTriple(Triple.create(
                                node(triple.getSubject()), node(triple.getPredicate()), node(triple.getObject()))));
                yield copy;
            }
            default -> throw new IllegalArgumentException("not an element of a canned query: " + element.getClass());
        };
    }

    private ElementGroup group(ElementGroup group, Set<String> provided) {
        Set<String> direct = new LinkedHashSet<>();
        group.getElements().forEach(element -> addDirectVariables(element, direct));
        Set<String> own = new LinkedHashSet<>(direct);
        own.retainAll(lists.keySet());
        own.removeAll(provided);
        Set<String> visible = new HashSet<>(provided);
        visible.addAll(own);
        ElementGroup copy = new ElementGroup();
        lists.entrySet().stream()
                .filter(list -> own.contains(list.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(list -> copy.addElement(values(list.getKey(), list.getValue())));
        for (Element element : group.getElements()) {
            Element rewritten = rewrite(element, seenFrom(element, visible));
            if (!(rewritten instanceof ElementFilter filter && filter.getExpr().equals(YES))) {
                copy.addElement(rewritten);
            }
        }
        return copy;
    }

    /**
     * The lists bound by the group that are visible inside an element: all in an expression; all in an OPTIONAL, as in
     * a left join, except those that it uses in BIND; none in any other group.
     */
    private static Set<String> seenFrom(Element element, Set<String> visible) {
        if (element instanceof ElementFilter || element instanceof ElementBind) {
            return visible;
        }
        if (element instanceof ElementOptional optional
                && optional.getOptionalElement() instanceof ElementGroup inner) {
            Set<String> computed = new HashSet<>();
            for (Element child : inner.getElements()) {
                if (child instanceof ElementBind bind) {
                    addVariables(bind.getExpr(), computed, true);
                }
            }
            Set<String> seen = new HashSet<>(visible);
            seen.removeAll(computed);
            return seen;
        }
        return Set.of();
    }

    private TriplePath triple(TriplePath triple) {
        Node subject = node(triple.getSubject());
        Node object = node(triple.getObject());
        return triple.getPath() != null
                ? new TriplePath(subject, triple.getPath(), object)
                : new TriplePath(Triple.create(subject, node(triple.getPredicate()), object));
    }

    private Node node(Node node) {
        return Var.isVar(node) ? scalars.getOrDefault(node.getName(), node) : node;
    }

    private Expr rewrite(Expr expression, Set<String> visible) {
        return switch (expression) {
            case ExprVar variable -> {
                Node node = scalars.get(variable.getVarName());
                yield node == null ? variable : NodeValue.makeNode(node);
            }
            case E_Bound bound -> bound(bound);
            case E_Exists exists -> new E_Exists(inside(exists, visible));
            case E_NotExists exists -> new E_NotExists(inside(exists, visible));
            case ExprFunction0 function -> function;
            case ExprFunction1 function -> function.copy(rewrite(function.getArg(), visible));
            case ExprFunction2 function ->
                function.copy(rewrite(function.getArg1(), visible), rewrite(function.getArg2(), visible));
            case ExprFunction3 function ->
                function.copy(
                        rewrite(function.getArg1(), visible),
                        rewrite(function.getArg2(), visible),
                        function.getArg3() == null ? null : rewrite(function.getArg3(), visible));
            case ExprFunctionN function -> {
                List<Expr> arguments = new ArrayList<>();
                function.getArgs()
                        .forEach(argument -> arguments.add(argument == null ? null : rewrite(argument, visible)));
                yield function.copy(new ExprList(arguments));
            }
            default -> expression;
        };
    }

    private Element inside(ExprFunctionOp exists, Set<String> visible) {
        insideExists++;
        Element element = rewrite(exists.getElement(), visible);
        insideExists--;
        return element;
    }

    /** Replaces BOUND by its result, because {@code BOUND(<iri>)} is not valid SPARQL. */
    private Expr bound(E_Bound bound) {
        String name = bound.getArg().getVarName();
        if (scalars.containsKey(name) || lists.containsKey(name)) {
            return YES;
        }
        return (insideExists == 0 ? absentOutside : absentInside).contains(name) ? NO : bound;
    }

    /**
     * Removes constant parts of a condition. Only conditions may be simplified: there {@code true && x} equals x even
     * if x is not a boolean.
     */
    private static Expr simplify(Expr condition) {
        return switch (condition) {
            case E_LogicalNot not -> {
                Expr inner = simplify(not.getArg());
                yield inner.equals(YES) ? NO : inner.equals(NO) ? YES : new E_LogicalNot(inner);
            }
            case E_LogicalOr or -> {
                Expr left = simplify(or.getArg1());
                Expr right = simplify(or.getArg2());
                yield left.equals(YES) || right.equals(YES)
                        ? YES
                        : left.equals(NO) ? right : right.equals(NO) ? left : new E_LogicalOr(left, right);
            }
            case E_LogicalAnd and -> {
                Expr left = simplify(and.getArg1());
                Expr right = simplify(and.getArg2());
                yield left.equals(NO) || right.equals(NO)
                        ? NO
                        : left.equals(YES) ? right : right.equals(YES) ? left : new E_LogicalAnd(left, right);
            }
            default -> condition;
        };
    }

    /** Adds the variables of the group itself, without inner groups and EXISTS. */
    private static void addDirectVariables(Element element, Set<String> names) {
        switch (element) {
            case ElementPathBlock block ->
                block.getPattern().forEach(triple -> {
                    addVariable(triple.getSubject(), names);
                    addVariable(triple.getPredicate(), names);
                    addVariable(triple.getObject(), names);
                });
            case ElementTriplesBlock block ->
                block.getPattern().forEach(triple -> {
                    addVariable(triple.getSubject(), names);
                    addVariable(triple.getPredicate(), names);
                    addVariable(triple.getObject(), names);
                });
            case ElementFilter filter -> addVariables(filter.getExpr(), names, false);
            case ElementBind bind -> addVariables(bind.getExpr(), names, false);
            case ElementNamedGraph graph -> addVariable(graph.getGraphNameNode(), names);
            default -> {}
        }
    }

    private static void addVariables(Expr expression, Set<String> names, boolean intoExists) {
        switch (expression) {
            case null -> {}
            case ExprVar variable -> names.add(variable.getVarName());
            case ExprFunctionOp exists -> {
                if (intoExists) {
                    org.apache.jena.sparql.syntax.PatternVars.vars(exists.getElement())
                            .forEach(variable -> names.add(variable.getName()));
                }
            }
            case ExprAggregator aggregator -> {
                if (aggregator.getAggregator().getExprList() != null) {
                    aggregator.getAggregator().getExprList().forEach(inner -> addVariables(inner, names, intoExists));
                }
            }
            case ExprFunction function -> function.getArgs().forEach(inner -> addVariables(inner, names, intoExists));
            default -> {}
        }
    }

    private static void addVariable(Node node, Set<String> names) {
        if (node != null && Var.isVar(node)) {
            names.add(node.getName());
        }
    }

    private static Set<String> valuesIn(ElementGroup group) {
        Set<String> names = new HashSet<>();
        for (Element element : group.getElements()) {
            if (element instanceof ElementData data) {
                data.getVars().forEach(variable -> names.add(variable.getName()));
            }
        }
        return names;
    }

    private static ElementData values(String name, List<Node> nodes) {
        Var variable = Var.alloc(name);
        ElementData data = new ElementData();
        data.add(variable);
        nodes.forEach(node -> data.add(BindingFactory.binding(variable, node)));
        return data;
    }

    private static ElementGroup asGroup(Element element) {
        if (element instanceof ElementGroup group) {
            return group;
        }
        ElementGroup group = new ElementGroup();
        group.addElement(element);
        return group;
    }
}
