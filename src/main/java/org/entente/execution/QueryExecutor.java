package org.entente.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.entente.store.Store;

/** Asks the store directly: behind the gate, in one read transaction, with the time limit. */
public final class QueryExecutor {
    private final Store store;
    private final QueryLimiter gate;
    private final QueryLimits limits;
    private final ServiceCalls services;

    public QueryExecutor(Store store, QueryLimiter gate, QueryLimits limits, ServiceCalls services) {
        this.store = store;
        this.gate = gate;
        this.limits = limits;
        this.services = services;
    }

    public String state() {
        return store.release().state();
    }

    /** Id of what is loaded. */
    public String release() {
        return store.release().id();
    }

    /** When it was loaded. */
    public java.time.Instant loaded() {
        return store.release().loaded();
    }

    public QueryLimits limits() {
        return limits;
    }

    /** Runs work that asks several times, all of one state of the store. */
    public <T> T inOneState(String client, Function<Session, T> work) {
        return gate.run(client, () -> store.read(dataset -> work.apply(new Session(dataset))));
    }

    /** One read transaction. */
    public final class Session {
        private final DatasetGraph dataset;
        private final List<String> notices = new ArrayList<>();

        private Session(DatasetGraph dataset) {
            this.dataset = dataset;
        }

        /** What the transaction sees, for answers that are not asked for in SPARQL. */
        public DatasetGraph dataset() {
            return dataset;
        }

        /** What other services, asked SILENTly by the queries of this session, did not answer and why. */
        public List<String> notices() {
            return notices;
        }

        /** The time limit for work that is not a query. */
        public CancellationCheck stop() {
            return CancellationCheck.at(System.nanoTime() + limits.timeout().toNanos());
        }

        /** At most so many rows. */
        public Rows select(Query query, long most) {
            return select(QueryExec.dataset(dataset).query(query), most);
        }

        /** A constant query with some of its variables given. */
        public Rows select(String constant, Map<String, Node> given) {
            QueryExecBuilder builder = QueryExec.dataset(dataset).query(QueryFactory.create(constant));
            given.forEach((name, node) -> builder.substitution(Var.alloc(name), node));
            return select(builder, limits.rows());
        }

        /** A constant query, one of whose variables ranges over the nodes. */
        public Rows select(String constant, String variable, Collection<Node> nodes) {
            Query query = QueryFactory.create(constant);
            Var ranging = Var.alloc(variable);
            List<Binding> values = new ArrayList<>();
            nodes.forEach(node -> values.add(BindingFactory.binding(ranging, node)));
            query.setValuesDataBlock(List.of(ranging), values);
            return select(QueryExec.dataset(dataset).query(query), limits.rows());
        }

        public Graph construct(Query query) {
            try (QueryExec exec = timed(QueryExec.dataset(dataset).query(query))) {
                return exec.construct();
            }
        }

        private Rows select(QueryExecBuilder builder, long most) {
            try (QueryExec exec = timed(builder)) {
                RowSet result = exec.select();
                List<Row> rows = new ArrayList<>();
                while (rows.size() < most && result.hasNext()) {
                    // Rows outlive their transaction; those of TDB2 would look their nodes up only when asked.
                    rows.add(new Row(result.next().detach()));
                }
                List<String> columns =
                        result.getResultVars().stream().map(Var::getVarName).toList();
                return new Rows(columns, rows, result.hasNext());
            }
        }

        private QueryExec timed(QueryExecBuilder builder) {
            Context context = new Context();
            services.wire(context);
            context.set(ServiceCalls.NOTICES, notices);
            context.keys().forEach(key -> builder.set(key, context.<Object>get(key)));
            return builder.overallTimeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .build();
        }
    }
}
