package org.entente.execution;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;

/**
 * What a query or update may not do here: call another service, read a file or an address, run Java classes. Jena allows all
 * of it by default.
 */
public final class ForbiddenFeatures {
    private final ServiceRules services;
    private final String closed;

    /** @param services what SERVICE may ask nevertheless */
    public ForbiddenFeatures(ServiceRules services) {
        this(
                services,
                "This server does not call other services. Query the other service yourself and include its answer with VALUES.");
    }

    private ForbiddenFeatures(ServiceRules services, String closed) {
        this.services = services;
        this.closed = closed;
    }

    /** Those of updates, which never ask another service: what is written must not hang on what that answers today. */
    public static ForbiddenFeatures ofUpdates() {
        return new ForbiddenFeatures(
                ServiceRules.CLOSED,
                "Updates cannot use SERVICE, even for endpoints that queries may call. Run a query, check the answer, and write it"
                        + " with INSERT DATA.");
    }

    /** @throws Problem 400 if the query wants through a closed door */
    public void check(Query query) {
        if (query.getQueryPattern() != null || query.isDescribeType()) {
            check(Algebra.compile(query));
        }
    }

    /** @throws Problem 400 if one of the operations wants through a closed door */
    public void check(UpdateRequest request) {
        for (Update update : request) {
            if (update instanceof UpdateLoad) {
                throw Problem.closed(
                        "LOAD",
                        "The server does not load files or web addresses on request. Send the data itself to /graph-store with PUT"
                                + " or POST, or with INSERT DATA.");
            }
            if (update instanceof UpdateModify modify && modify.getWherePattern() != null) {
                check(Algebra.compile(modify.getWherePattern()));
            }
        }
    }

    private void check(Op op) {
        Walker.walk(op, new Operators(), new Expressions());
    }

    private void check(Expr expression) {
        Walker.walk(expression, new Operators(), new Expressions());
    }

    private void check(Aggregator aggregator) {
        if (aggregator instanceof AggCustom custom) {
            refuseJava(custom.getIRI());
        }
        if (aggregator.getExprList() != null) {
            aggregator.getExprList().forEach(this::check);
        }
    }

    private static void refuseJava(String iri) {
        if (iri != null && iri.regionMatches(true, 0, "java:", 0, 5)) {
            throw Problem.closed(
                    "Calling Java",
                    "Functions and properties with java: IRIs are not allowed. Use SPARQL's own functions, or those that"
                            + " GET /sparql lists.");
        }
    }

    private static void refuseJava(Node node) {
        if (node != null && node.isURI()) {
            refuseJava(node.getURI());
        }
    }

    private final class Operators extends OpVisitorBase {
        @Override
        public void visit(OpService service) {
            if (service.getService().isURI()
                    && services.allows(service.getService().getURI())) {
                return;
            }
            throw Problem.closed(
                    "SERVICE",
                    services.areClosed()
                            ? closed
                            : "Only these services may be called, written exactly like this: "
                                    + services.endpoints().stream()
                                            .map(Object::toString)
                                            .sorted()
                                            .collect(Collectors.joining(", "))
                                    + ".");
        }

        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern().forEach(triple -> refuseJava(triple.getPredicate()));
        }

        @Override
        public void visit(OpQuadPattern pattern) {
            pattern.getPattern().forEach(quad -> refuseJava(quad.getPredicate()));
        }

        @Override
        public void visit(OpTriple triple) {
            refuseJava(triple.getTriple().getPredicate());
        }

        @Override
        public void visit(OpOrder order) {
            // Jena's walker leaves sort conditions out.
            order.getConditions().forEach(condition -> check(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup group) {
            group.getAggregators().forEach(aggregate -> check(aggregate.getAggregator()));
        }

        @Override
        public void visit(OpPropFunc call) {
            refuseJava(call.getProperty());
        }

        @Override
        public void visit(OpPath path) {
            // Anywhere in the path: alternatives and repetitions hold links of their own.
            if (path.getTriplePath()
                    .getPath()
                    .toString()
                    .toLowerCase(Locale.ROOT)
                    .contains("<java:")) {
                refuseJava("java:");
            }
        }
    }

    private final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN call) {
            if (call instanceof E_Function function) {
                refuseJava(function.getFunctionIRI());
            }
            if (call instanceof E_Call) {
                throw Problem.closed(
                        "CALL", "CALL with a function chosen at run time is not allowed. Name the function directly.");
            }
        }

        @Override
        public void visit(ExprFunctionOp exists) {
            // The walker has visited the pattern inside.
        }

        @Override
        public void visit(ExprAggregator aggregate) {
            check(aggregate.getAggregator());
        }
    }
}
