package org.entente.bounds;

import java.util.List;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts bounded functions in the place of those that could run or grow without end, in every query before it is optimized. */
final class BoundedExpressions {
    private static final String MATCHES = "http://www.w3.org/2005/xpath-functions#matches";
    private static final String REPLACE = "http://www.w3.org/2005/xpath-functions#replace";

    private BoundedExpressions() {}

    /** From now on every query of the process is rewritten. */
    static void install() {
        RewriteFactory before = Optimize.getFactory();
        // Before the optimizer, which works constant expressions out at once.
        Optimize.setFactory(context -> {
            MemoryGuard.add(context);
            return op -> before.create(context).rewrite(Transformer.transform(new Groups(), new Expressions(), op));
        });
    }

    private static final class Groups extends TransformCopy {
        @Override
        public Op transform(OpGroup group, Op inner) {
            boolean sorted = isSorted(inner);
            List<ExprAggregator> aggregators = group.getAggregators().stream()
                    .map(each -> new ExprAggregator(each.getVar(), BoundedGroupConcat.of(each.getAggregator(), sorted)))
                    .toList();
            return OpGroup.create(inner, group.getGroupVars(), aggregators);
        }

        /** Whether the rows come sorted from a sub-query, with nothing after it that may bring them into another order. */
        private static boolean isSorted(Op rows) {
            Op op = rows;
            while (op instanceof OpModifier || op instanceof OpFilter || op instanceof OpExtendAssign) {
                if (op instanceof OpOrder) {
                    return true;
                }
                op = ((Op1) op).getSubOp();
            }
            return false;
        }
    }

    private static final class Expressions extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            Expr bounded = BoundedOperators.of(function, argument);
            return bounded != null ? bounded : super.transform(function, argument);
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            Expr bounded = BoundedOperators.of(function, left, right);
            return bounded != null ? bounded : super.transform(function, left, right);
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return switch (function) {
                case E_Regex regex -> new BoundedRegex.Regex(arguments);
                case E_StrReplace replace -> new BoundedRegex.Replace(arguments);
                case E_StrConcat concat -> new BoundedOperators.Concat(arguments);
                case E_Function named -> named(named.getFunctionIRI(), named, arguments);
                default -> super.transform(function, arguments);
            };
        }

        private Expr named(String iri, E_Function function, ExprList arguments) {
            if (iri.equals(MATCHES)) {
                requireArguments("fn:matches", 2, arguments);
                return new BoundedRegex.Regex(arguments);
            }
            if (iri.equals(REPLACE)) {
                requireArguments("fn:replace", 3, arguments);
                return new BoundedRegex.Replace(arguments);
            }
            if (iri.equals(AllowedFunctions.APPLY) && isIri(arguments)) {
                // Called by its name it is bounded like any other; fn:apply itself would pass that by.
                String applied = arguments.get(0).getConstant().asNode().getURI();
                return named(applied, new E_Function(applied, arguments.tail(1)), arguments.tail(1));
            }
            return super.transform(function, arguments);
        }

        private static void requireArguments(String name, int least, ExprList arguments) {
            if (arguments.size() < least || arguments.size() > least + 1) {
                throw new QueryBuildException(name + " takes " + least + " or " + (least + 1) + " arguments");
            }
        }

        private static boolean isIri(ExprList arguments) {
            return arguments.size() > 0
                    && arguments.get(0).isConstant()
                    && arguments.get(0).getConstant().isIRI();
        }
    }
}
