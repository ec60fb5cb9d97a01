package org.entente.execution;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Whether a query has one answer for a given state of the store: it uses no SERVICE, no clock, no chance. */
public final class Determinism {
    /** Functions of the clock and of chance that are called by their IRI. */
    private static final Set<String> CHANGING = Stream.of(ARQConstants.ARQFunctionLibraryURI, ARQConstants.sparqlPrefix)
            .flatMap(library ->
                    Stream.of("now", "nowtz", "rand", "uuid", "struuid").map(library::concat))
            .collect(Collectors.toUnmodifiableSet());

    private Determinism() {}

    /** Whether the same query over the same state may be answered otherwise the next time. */
    public static boolean neededBy(Query query) {
        if (query.getQueryPattern() == null) {
            return false;
        }
        Search search = new Search();
        search.in(Algebra.compile(query));
        return search.found.get();
    }

    private static final class Search {
        private final AtomicBoolean found = new AtomicBoolean();

        void in(Op op) {
            Walker.walk(op, operators, expressions);
        }

        private final OpVisitorBase operators = new OpVisitorBase() {
            @Override
            public void visit(OpService service) {
                found.set(true);
            }

            @Override
            public void visit(OpGroup group) {
                // Nor what is aggregated.
                group.getAggregators().stream()
                        .map(aggregate -> aggregate.getAggregator().getExprList())
                        .filter(Objects::nonNull)
                        .flatMap(arguments -> arguments.getList().stream())
                        .forEach(argument -> Walker.walk(argument, operators, expressions));
            }

            @Override
            public void visit(OpOrder order) {
                // Jena's walker leaves sort conditions out.
                order.getConditions().forEach(by -> Walker.walk(by.getExpression(), operators, expressions));
            }
        };

        private final ExprVisitorBase expressions = new ExprVisitorBase() {
            @Override
            public void visit(ExprFunction0 call) {
                if (call instanceof E_Now
                        || call instanceof E_Random
                        || call instanceof E_UUID
                        || call instanceof E_StrUUID) {
                    found.set(true);
                }
            }

            @Override
            public void visit(ExprFunctionN call) {
                if (call instanceof E_Function named && CHANGING.contains(named.getFunctionIRI())) {
                    found.set(true);
                }
            }
        };
    }
}
