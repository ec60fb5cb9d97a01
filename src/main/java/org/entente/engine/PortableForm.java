package org.entente.engine;

import java.util.Set;
import java.util.TreeSet;
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
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.XSD;

/** How a query is put to other engines, and what of it they cannot know: functions of this program and of the library below it. */
final class PortableForm {
    private static final String NEVER_BOUND = "neverBound";

    private final Set<String> foreign = new TreeSet<>();

    private PortableForm() {}

    /** The IRIs of the functions in a query that are not part of SPARQL 1.1, and SERVICE; empty if every engine can take it. */
    static Set<String> ownFeatures(Query query) {
        PortableForm search = new PortableForm();
        if (query.getQueryPattern() != null) {
            Walker.walk(Algebra.compile(query), search.operators, search.expressions);
        }
        return search.foreign;
    }

    /** The same query without what some engines cannot parse although SPARQL 1.1 has it: empty lists after IN and COALESCE. */
    static Query plain(Query query) {
        return QueryTransformOps.transform(query, new ElementTransformCopyBase(), new ExprTransformCopy() {
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
