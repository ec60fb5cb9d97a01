package org.entente.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.util.Symbol;
import org.entente.sparql.FilledQuery;

/**
 * The plans of queries that were asked before with other values, so that asking them again costs no parsing and no planning. A plan is
 * made when a shape is asked for the second time, and kept only if with the values of that query it is the plan that the query has
 * without it. Thread-safe.
 */
final class KnownPlans {
    private static final Symbol PLANS = Symbol.create("https://w3id.org/entente/plans");
    private static final int MOST = 2_000;

    /**
     * A plan with places for the values.
     *
     * @param shell a query without pattern, which has the columns
     */
    private record Plan(Op op, Query shell) {}

    /** What is known of a shape: how often it was asked, and its plan; empty before it is made, or if the shape has none. */
    private record Known(AtomicInteger asked, Optional<Plan> plan) {}

    private final Cache<Object, Known> shapes =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private KnownPlans() {}

    /** Those of a dataset: how a query is planned depends on where it is asked. */
    static KnownPlans of(DatasetGraph dataset) {
        KnownPlans known = dataset.getContext().get(PLANS);
        if (known == null) {
            known = new KnownPlans();
            dataset.getContext().set(PLANS, known);
        }
        return known;
    }

    /** Prepares a SELECT with its plan, if it is known. */
    QueryExecBuilder prepare(FilledQuery query, DatasetGraph dataset) {
        Known known = shapes.get(query.shape(), shape -> new Known(new AtomicInteger(), Optional.empty()));
        if (known.plan().isPresent()) {
            Plan plan = known.plan().get();
            Op filled = Filling.of(plan.op(), query.values());
            return QueryExec.dataset(dataset)
                    .query(plan.shell())
                    .set(ARQConstants.sysOptimizerFactory, first((usual, op) -> filled));
        }
        boolean isAgain = known.asked().incrementAndGet() == 2;
        RewriteFactory optimizer = first((usual, op) -> {
            Op direct = usual.rewrite(op);
            if (isAgain) {
                plan(query, usual, direct)
                        .ifPresent(plan -> shapes.put(query.shape(), new Known(known.asked(), Optional.of(plan))));
            }
            return query.values().isEmpty() ? once(query, direct) : direct;
        });
        return QueryExec.dataset(dataset).query(query.query()).set(ARQConstants.sysOptimizerFactory, optimizer);
    }

    private static Optional<Plan> plan(FilledQuery query, Rewrite optimizer, Op direct) {
        Op compiled = Algebra.compile(query.empty());
        if (!Filling.isSafe(compiled, query.values().keySet())) {
            return Optional.empty();
        }
        Op open = optimizer.rewrite(compiled);
        Op filled = Filling.of(open, query.values());
        // Jena's comparison leaves LIMIT and conditions of OPTIONAL out; the text has them.
        return filled.equals(direct) && filled.toString().equals(direct.toString())
                ? Optional.of(new Plan(once(query, open), shell(query.query())))
                : Optional.empty();
    }

    /** What does not depend on the values of the query is found once in each state. */
    private static Op once(FilledQuery query, Op open) {
        return Determinism.neededBy(query.empty()) ? open : OnceInState.in(open);
    }

    private static Query shell(Query query) {
        Query shell = new Query();
        shell.setQuerySelectType();
        query.getProjectVars().forEach(shell::addResultVar);
        shell.setQueryPattern(new ElementGroup());
        shell.ensureResultVars();
        return shell;
    }

    private interface FirstRewrite {
        Op rewrite(Rewrite usual, Op op);
    }

    /** Only the query itself is rewritten so, not what its functions may ask in its context. */
    private static RewriteFactory first(FirstRewrite first) {
        AtomicBoolean done = new AtomicBoolean();
        return context -> {
            Rewrite usual = LateDetails.OPTIMIZER.create(context);
            return op -> done.compareAndSet(false, true) ? first.rewrite(usual, op) : usual.rewrite(op);
        };
    }

    /** The plan of a query, without its values; empty if none is known. */
    Optional<Op> plan(FilledQuery query) {
        return Optional.ofNullable(shapes.getIfPresent(query.shape()))
                .flatMap(Known::plan)
                .map(Plan::op);
    }
}
