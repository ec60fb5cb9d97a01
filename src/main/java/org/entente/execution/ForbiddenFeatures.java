package org.entente.execution;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnfold;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.AggFoldList;
import org.apache.jena.sparql.expr.aggregate.AggFoldMap;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.entente.bounds.AllowedFunctions;
import org.entente.bounds.QuerySize;

/**
 * What a query or update may not do here: call another service, read a file or an address, call functions that are not
 * listed, be larger than it may be. Jena allows all of it by default.
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

    /** @throws Problem 400 if the query wants through a closed door; a {@link org.entente.bounds.SizeException} if it is too large */
    public void check(Query query) {
        if (query.isConstructType()) {
            new QuerySize()
                    .patterns(query.getConstructTemplate().getQuads().stream()
                            .map(Quad::asTriple)
                            .toList());
        }
        if (query.getQueryPattern() != null || query.isDescribeType()) {
            new Walk(new QuerySize()).check(Algebra.compile(query));
        }
    }

    /** @throws Problem 400 as above */
    public void check(UpdateRequest request) {
        for (Update update : request) {
            switch (update) {
                case UpdateLoad load ->
                    throw Problem.closed(
                            "LOAD",
                            "The server does not load files or web addresses on request. Send the data itself to /graph-store with"
                                    + " PUT or POST, or with INSERT DATA.");
                case UpdateModify modify -> {
                    checkPredicates(modify.getInsertQuads());
                    if (modify.getWherePattern() != null) {
                        new Walk(new QuerySize()).check(Algebra.compile(modify.getWherePattern()));
                    }
                }
                case UpdateDeleteWhere pattern -> {
                    checkPredicates(pattern.getQuads());
                    new QuerySize()
                            .patterns(pattern.getQuads().stream()
                                    .map(Quad::asTriple)
                                    .toList());
                }
                default -> {}
            }
        }
    }

    private static void checkPredicates(List<Quad> quads) {
        quads.forEach(quad -> checkPredicate(quad.getPredicate()));
    }

    private static void checkFunction(String iri) {
        if (!AllowedFunctions.function(iri)) {
            throw refused("The function", iri);
        }
    }

    private static void checkPredicate(Node node) {
        if (node.isURI() && !AllowedFunctions.predicate(node.getURI())) {
            throw refused("The property function", node.getURI());
        }
    }

    private static Problem refused(String what, String iri) {
        String name = AllowedFunctions.shortName(iri);
        return Problem.closed(
                        what + " " + name,
                        "A query may not call " + name
                                + ". Use SPARQL's own functions, casts to the types of xsd:, or the functions,"
                                + " property functions and aggregates that GET /sparql lists. They are also listed under"
                                + " \"allowed\".")
                .with("function", iri)
                .with(
                        "allowed",
                        Stream.of(
                                        AllowedFunctions.functions(),
                                        AllowedFunctions.properties(),
                                        AllowedFunctions.aggregates())
                                .flatMap(Collection::stream)
                                .toList());
    }

    private static Problem listsAreClosed(String what) {
        return Problem.closed(
                what,
                "Lists and maps as values (cdt:List, cdt:Map) are not supported. Use VALUES, GROUP_CONCAT or RDF lists.");
    }

    /** One query or pattern, with all that is in it. */
    private final class Walk {
        private final QuerySize size;

        Walk(QuerySize size) {
            this.size = size;
        }

        private void check(Op op) {
            Walker.walk(op, new Operators(), new Expressions());
        }

        private void check(Expr expression) {
            Walker.walk(expression, new Operators(), new Expressions());
        }

        private void check(Aggregator aggregator) {
            if (aggregator instanceof AggCustom custom && !AllowedFunctions.aggregate(custom.getIRI())) {
                throw refused("The aggregate", custom.getIRI());
            }
            if (aggregator instanceof AggFoldList || aggregator instanceof AggFoldMap) {
                throw listsAreClosed("FOLD");
            }
            if (aggregator.getExprList() != null) {
                aggregator.getExprList().forEach(this::check);
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
                size.patterns(pattern.getPattern().getList());
                pattern.getPattern().forEach(triple -> checkPredicate(triple.getPredicate()));
            }

            @Override
            public void visit(OpQuadPattern pattern) {
                pattern.getPattern().forEach(quad -> checkPredicate(quad.getPredicate()));
            }

            @Override
            public void visit(OpTriple triple) {
                size.patterns(List.of(triple.getTriple()));
                checkPredicate(triple.getTriple().getPredicate());
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
                checkPredicate(call.getProperty());
            }

            @Override
            public void visit(OpPath path) {
                TriplePath triple = path.getTriplePath();
                size.path(triple.getPath());
                size.term(triple.getSubject());
                size.term(triple.getObject());
                new PathLinks(ForbiddenFeatures::checkPredicate).walk(triple.getPath());
            }

            @Override
            public void visit(OpTable table) {
                table.getTable().rows().forEachRemaining(row -> row.forEach((variable, value) -> size.value(value)));
            }

            @Override
            public void visit(OpUnfold unfold) {
                throw listsAreClosed("UNFOLD");
            }
        }

        private final class Expressions extends ExprVisitorFunction {
            @Override
            protected void visitExprFunction(ExprFunction call) {
                size.expression();
            }

            @Override
            public void visit(ExprVar variable) {
                size.expression();
            }

            @Override
            public void visit(NodeValue constant) {
                size.expression();
                size.term(constant.asNode());
            }

            @Override
            public void visit(ExprTripleTerm term) {
                size.expression();
            }

            @Override
            public void visit(ExprNone none) {
                // nothing
            }

            @Override
            public void visit(ExprFunctionN call) {
                size.expression();
                if (call instanceof E_OneOfBase in) {
                    size.list(in);
                }
                if (call instanceof E_Function function) {
                    checkFunction(function.getFunctionIRI());
                    if (function.getFunctionIRI().equals(AllowedFunctions.APPLY)) {
                        checkApplied(function.getArgs());
                    }
                }
                if (call instanceof E_Call) {
                    throw Problem.closed(
                            "CALL",
                            "CALL with a function chosen at run time is not allowed. Name the function directly.");
                }
            }

            private void checkApplied(List<Expr> arguments) {
                Node named = !arguments.isEmpty() && arguments.getFirst().isConstant()
                        ? arguments.getFirst().getConstant().asNode()
                        : null;
                if (named == null || !named.isURI() || named.getURI().equals(AllowedFunctions.APPLY)) {
                    throw Problem.closed(
                            "fn:apply with a function chosen at run time",
                            "Write the IRI of the function as the first argument of fn:apply, or call it directly.");
                }
                checkFunction(named.getURI());
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
}
