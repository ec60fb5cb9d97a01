package org.entente.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.entente.bounds.MemoryGuard;
import org.entente.sparql.FilledQuery;
import org.entente.sparql.InternalQuery;
import org.jspecify.annotations.Nullable;

/**
 * Asks one state of the store: SELECT queries to rows that outlive their transaction, CONSTRUCT queries to graphs. Call inside a read
 * transaction. Without further words there are no limits, and SERVICE is closed.
 */
public final class Select {
    private final DatasetGraph dataset;
    private final @Nullable Duration timeout;
    private final long most;
    private final @Nullable ServiceCalls services;
    private final List<String> notices;
    private final @Nullable LongFunction<? extends RuntimeException> refusal;
    private final SelectAnswers answers;

    private Select(
            DatasetGraph dataset,
            @Nullable Duration timeout,
            long most,
            @Nullable ServiceCalls services,
            List<String> notices,
            @Nullable LongFunction<? extends RuntimeException> refusal,
            SelectAnswers answers) {
        this.answers = answers;
        this.dataset = dataset;
        this.timeout = timeout;
        this.most = most;
        this.services = services;
        this.notices = notices;
        this.refusal = refusal;
    }

    /** Asks what the thread's transaction on the dataset sees. */
    public static Select on(DatasetGraph dataset) {
        return new Select(dataset, null, Long.MAX_VALUE, null, List.of(), null, SelectAnswers.STORE);
    }

    /**
     * With the limits of one query.
     *
     * @throws org.apache.jena.query.QueryCancelledException (when asked) if a query is not done in time
     */
    public Select within(QueryLimits limits) {
        return new Select(dataset, limits.timeout(), limits.rows(), services, notices, refusal, answers);
    }

    /**
     * Allows SERVICE as far as the calls permit it.
     *
     * @param notices receives a line for each service that failed in a SERVICE SILENT, with the reason
     */
    public Select calling(ServiceCalls calls, List<String> notices) {
        return new Select(dataset, timeout, most, calls, notices, refusal, answers);
    }

    /** Refuses where there are more rows than the limit, instead of leaving the rest out. */
    public Select orRefuse(LongFunction<? extends RuntimeException> tooMany) {
        return new Select(dataset, timeout, most, services, notices, tooMany, answers);
    }

    /** Asks somebody else first; the store answers what that one leaves to it. */
    public Select askingFirst(SelectAnswers other) {
        return new Select(dataset, timeout, most, services, notices, refusal, other);
    }

    /** What is asked, for answers that are not asked for in SPARQL. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** As many rows as the limit allows. */
    public Rows rows(Query query) {
        return rows(query, most);
    }

    /** At most so many rows. */
    public Rows rows(Query query, long atMost) {
        return answers.rows(query, null, atMost, timeout)
                .map(rows -> refusing(rows, atMost))
                .orElseGet(() -> run(
                        QueryExec.dataset(dataset)
                                .query(query)
                                .set(ARQConstants.sysOptimizerFactory, LateDetails.OPTIMIZER),
                        atMost));
    }

    /** As many rows as the limit allows, by the plan that is known for queries of this shape. */
    public Rows rows(FilledQuery query) {
        return rows(query, most);
    }

    /** At most so many rows, by the plan that is known for queries of this shape. */
    public Rows rows(FilledQuery query, long atMost) {
        return answers == SelectAnswers.STORE ? byPlan(query, atMost) : rows(query.query(), atMost);
    }

    /** A query of the program with some of its variables given. Where none is, it is asked once in each state. */
    public Rows rows(InternalQuery query, Map<String, Node> given) {
        FilledQuery filled = query.given(given);
        if (answers != SelectAnswers.STORE) {
            Optional<Rows> rows = answers.rows(filled.query(), query, most, timeout);
            if (rows.isPresent()) {
                return refusing(rows.get(), most);
            }
        }
        return given.isEmpty() && answers == SelectAnswers.STORE
                ? KnownRows.of(dataset, filled, most, () -> byPlan(filled, most))
                : byPlan(filled, most);
    }

    private Rows byPlan(FilledQuery query, long atMost) {
        return run(KnownPlans.of(dataset).prepare(query, dataset), atMost);
    }

    /** A query of the program, one of whose variables ranges over the nodes. */
    public Rows rows(InternalQuery query, String variable, Collection<Node> nodes) {
        return rows(query.ranging(Map.of(variable, nodes)));
    }

    public Graph graph(Query construct) {
        try (QueryExec exec = prepared(QueryExec.dataset(dataset)
                .query(construct)
                .set(ARQConstants.sysOptimizerFactory, LateDetails.OPTIMIZER))) {
            return explained(exec, exec::construct);
        }
    }

    private Rows run(QueryExecBuilder builder, long atMost) {
        try (QueryExec exec = prepared(builder)) {
            return explained(exec, () -> rows(exec, atMost));
        }
    }

    private Rows rows(QueryExec exec, long atMost) {
        RowSet result = exec.select();
        List<Row> rows = new ArrayList<>();
        while (rows.size() < atMost && result.hasNext()) {
            // Those of TDB2 would look their nodes up only when asked, after the transaction.
            rows.add(new Row(result.next().detach()));
        }
        boolean more = result.hasNext();
        return refusing(
                new Rows(result.getResultVars().stream().map(Var::getVarName).toList(), rows, more), atMost);
    }

    private Rows refusing(Rows rows, long atMost) {
        if (rows.more() && refusal != null) {
            throw refusal.apply(atMost);
        }
        return rows;
    }

    /** A query that was ended for its memory says so. */
    private static <T> T explained(QueryExec exec, Supplier<T> work) {
        try {
            return work.get();
        } catch (QueryCancelledException e) {
            throw MemoryGuard.explain(exec.getContext())
                    .map(QueryExecException.class::cast)
                    .orElse(e);
        }
    }

    private QueryExec prepared(QueryExecBuilder builder) {
        if (services == null) {
            builder.set(ARQ.httpServiceAllowed, false);
        } else {
            Context context = new Context();
            services.wire(context);
            context.set(ServiceCalls.NOTICES, notices);
            context.keys().forEach(key -> builder.set(key, context.<Object>get(key)));
        }
        if (timeout != null) {
            builder.overallTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        QueryExec exec = builder.build();
        Stoppable.endWith(exec::abort);
        return exec;
    }
}
