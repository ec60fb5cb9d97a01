package org.entente.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.XSD;

/** How a query is put to other engines, and what of it they cannot know: functions of this program and of the library below it. */
final class PortableForm {
    private static final String NEVER_BOUND = "neverBound";

    private final Set<String> foreign = new TreeSet<>();

    private PortableForm() {}

    /**
     * The IRIs of the functions that no pattern can stand for, with the reason, and SERVICE; empty if every engine can take the query in
     * its {@linkplain #plain plain form}.
     */
    static Set<String> ownFeatures(Query query) {
        PortableForm search = new PortableForm();
        PortableCalls calls = PortableCalls.in(query);
        if (query.getQueryPattern() != null) {
            Walker.walk(Algebra.compile(calls.query()), search.operators, search.expressions);
        }
        return search.foreign.stream()
                .map(feature -> calls.left().containsKey(feature)
                        ? feature + " (" + calls.left().get(feature) + ")"
                        : feature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The same query with plain patterns for the functions of this program, and without what some engines take otherwise although SPARQL
     * 1.1 has it: empty lists after IN and COALESCE, and BIND of a variable that has no value, such as that of a parameter left out.
     */
    static Query plain(Query query) {
        Query portable = PortableCalls.in(query).query();
        return QueryTransformOps.transform(portable, withoutEmptyBind(portable.serialize()), new ExprTransformCopy() {
            @Override
            public Expr transform(ExprFunctionN call, ExprList arguments) {
                if (call instanceof E_Coalesce && arguments.isEmpty()) {
                    return new E_Coalesce(new ExprList(new ExprVar(NEVER_BOUND)));
                }
                // The first argument is what is looked for.
                boolean none = arguments.size() == 1;
                if (none && call instanceof E_OneOf) {
                    return NodeValue.FALSE;
                }
                return none && call instanceof E_NotOneOf ? NodeValue.TRUE : super.transform(call, arguments);
            }
        });
    }

    /** A variable that stands only once in the text is bound nowhere. */
    private static ElementTransformCopyBase withoutEmptyBind(String text) {
        return new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementGroup group, List<Element> inside) {
                return super.transform(
                        group,
                        inside.stream()
                                .filter(element -> !(element instanceof ElementBind bind
                                        && bind.getExpr() instanceof ExprVar given
                                        && text.split("\\?" + given.getVarName() + "\\b", -1).length == 2))
                                .toList());
            }
        };
    }

    private final ExprVisitorBase expressions = new ExprVisitorBase() {
        @Override
        public void visit(ExprFunctionN call) {
            if (call instanceof E_Function named && !named.getFunctionIRI().startsWith(XSD.getURI())) {
                foreign.add(named.getFunctionIRI());
            }
        }
    };

    private final OpVisitorBase operators = new OpVisitorBase() {
        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern().forEach(triple -> {
                Node predicate = triple.getPredicate();
                if (predicate.isURI() && PropertyFunctionRegistry.get().manages(predicate.getURI())) {
                    foreign.add(predicate.getURI());
                }
            });
        }

        @Override
        public void visit(OpService call) {
            // An engine would call whom this program may not.
            foreign.add("SERVICE");
        }

        @Override
        public void visit(OpOrder order) {
            // Jena's walker leaves sort conditions out, and what is aggregated.
            order.getConditions().forEach(by -> Walker.walk(by.getExpression(), operators(), expressions));
        }

        @Override
        public void visit(OpGroup group) {
            group.getAggregators().forEach(aggregate -> {
                if (aggregate.getAggregator().getExprList() != null) {
                    aggregate
                            .getAggregator()
                            .getExprList()
                            .forEach(argument -> Walker.walk(argument, operators(), expressions));
                }
            });
        }
    };

    private OpVisitorBase operators() {
        return operators;
    }
}
