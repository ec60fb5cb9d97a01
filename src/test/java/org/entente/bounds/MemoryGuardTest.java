package org.entente.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries end when the memory is nearly full, and say that it was for that. */
@Timeout(60)
class MemoryGuardTest {
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }";

    private static DatasetGraph data() {
        DatasetGraph data = DatasetGraphFactory.create();
        for (int i = 0; i < 500; i++) {
            data.add(
                    Quad.defaultGraphIRI,
                    NodeFactory.createURI("urn:s" + i),
                    NodeFactory.createURI("urn:p"),
                    NodeFactory.createURI("urn:o"));
        }
        return data;
    }

    @Test
    void running_queries_are_ended_and_later_ones_run() throws Exception {
        try (QueryExec exec = QueryExec.dataset(data()).query(ENDLESS).build();
                QueryExec later = QueryExec.dataset(data()).query("ASK {}").build();
                var threads = Executors.newSingleThreadExecutor()) {
            Future<Throwable> running =
                    threads.submit(() -> catchThrowable(() -> exec.select().forEachRemaining(row -> {})));
            while (!running.isDone()) {
                MemoryGuard.endAll();
                Thread.yield();
            }
            assertThat(running.get()).isInstanceOf(QueryCancelledException.class);
            assertThat(MemoryGuard.explain(exec.getContext()))
                    .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("Try again later"));
            assertThat(later.ask()).isTrue();
        }
    }

    @Test
    void a_query_that_is_over_its_time_is_not_blamed_for_memory() {
        try (QueryExec exec = QueryExec.dataset(data())
                .query(ENDLESS)
                .overallTimeout(100, TimeUnit.MILLISECONDS)
                .build()) {
            assertThat(catchThrowable(() -> exec.select().forEachRemaining(row -> {})))
                    .isInstanceOf(QueryCancelledException.class);
            assertThat(MemoryGuard.explain(exec.getContext())).isEmpty();
        }
    }
}
