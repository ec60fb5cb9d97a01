package org.entente.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.sparql.FilledQuery;
import org.entente.sparql.InternalQuery;
import org.entente.store.CollectionDescription;
import org.entente.store.Release;
import org.entente.store.Store;

/** Asks the store directly: behind the limiter, in one read transaction, with the time limit. */
public final class QueryExecutor {
    private final Store store;
    private final QueryLimiter limiter;
    private final QueryLimits limits;
    private final ServiceCalls services;
    private final Supplier<Release> release;
    private final SelectAnswers answers;

    /** @param release the state of the store together with the canned queries */
    public QueryExecutor(
            Store store, QueryLimiter limiter, QueryLimits limits, ServiceCalls services, Supplier<Release> release) {
        this(store, limiter, limits, services, release, SelectAnswers.STORE);
    }

    private QueryExecutor(
            Store store,
            QueryLimiter limiter,
            QueryLimits limits,
            ServiceCalls services,
            Supplier<Release> release,
            SelectAnswers answers) {
        this.answers = answers;
        this.release = release;
        this.store = store;
        this.limiter = limiter;
        this.limits = limits;
        this.services = services;
    }

    /** The same, asking somebody else first. */
    public QueryExecutor askingFirst(SelectAnswers other) {
        return new QueryExecutor(store, limiter, limits, services, release, other);
    }

    public String state() {
        return release.get().state();
    }

    /** Id of the state, which citations name. */
    public String release() {
        return release.get().id();
    }

    /** When it was loaded. */
    public java.time.Instant loaded() {
        return release.get().loaded();
    }

    /** What the loaded collection says about itself. */
    public CollectionDescription collection() {
        return store.description();
    }

    public QueryLimits limits() {
        return limits;
    }

    /** Runs work that asks several times, all of one state of the store. */
    public <T> T inOneState(String client, Function<Session, T> work) {
        return limiter.run(client, () -> store.read(dataset -> work.apply(new Session(dataset))));
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

        /** Asks this state: with the limits of one query, and SERVICE as far as it is allowed. */
        public Select select() {
            return Select.on(dataset).within(limits).calling(services, notices).askingFirst(answers);
        }

        /** At most so many rows. */
        public Rows select(Query query, long most) {
            return select().rows(query, most);
        }

        /** At most so many rows, by the plan that is known for queries of this shape; those that are known are not asked for again. */
        public Rows select(FilledQuery query, long most) {
            return answers == SelectAnswers.STORE
                    ? KnownRows.of(dataset, query, most, () -> select().rows(query, most))
                    : select().rows(query, most);
        }

        /** A query of the program with some of its variables given. */
        public Rows select(InternalQuery query, Map<String, Node> given) {
            return select().rows(query, given);
        }

        /** A query of the program, one of whose variables ranges over the nodes. */
        public Rows select(InternalQuery query, String variable, Collection<Node> nodes) {
            return select().rows(query, variable, nodes);
        }

        public Graph construct(Query query) {
            return select().graph(query);
        }
    }
}
