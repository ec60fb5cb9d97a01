package org.entente.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.entente.derive.Encounters;
import org.entente.derive.Encounters.Meeting;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which index a query gets, and that work inside the functions ends when the query does. */
class ContactIndexesTest {
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?x ent:met (?y ?level ?event) }";

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void a_reader_never_sees_index_and_graph_of_different_states() throws Exception {
        for (Store each : List.of(Store.inMemory(Derivation.NONE), Store.onDisk(folder, Derivation.NONE))) {
            try (Store store = each) {
                ContactIndexes.keepWarm(store);
                AtomicBoolean done = new AtomicBoolean();
                ExecutorService threads = Executors.newFixedThreadPool(4);
                Callable<Integer> reader = () -> {
                    int reads = 0;
                    while (!done.get() || reads == 0) {
                        store.read(dataset -> {
                            long byGraph = number(
                                    dataset, "SELECT (COUNT(*) AS ?n) { ?e ent:between ?x , ?y FILTER (?x != ?y) }");
                            Thread.yield();
                            assertThat(number(dataset, COUNT)).isEqualTo(byGraph);
                            assertThat(2L * ContactIndexes.in(dataset).encounterCount())
                                    .isEqualTo(byGraph);
                            return null;
                        });
                        reads++;
                    }
                    return reads;
                };
                List<Future<Integer>> readers = IntStream.range(0, 3)
                        .mapToObj(i -> threads.submit(reader))
                        .toList();
                for (int write = 0; write < 60; write++) {
                    if (write % 7 == 6) {
                        // Everything goes, the count of states too.
                        store.write(
                                d -> UpdateExec.dataset(d).update("DROP ALL").execute());
                    } else {
                        Encounters.add(store, List.of(Encounters.met(0, 1 + write, write % 20)));
                    }
                }
                done.set(true);
                for (Future<Integer> each1 : readers) {
                    assertThat(each1.get(30, TimeUnit.SECONDS)).isPositive();
                }
                threads.shutdown();
            }
        }
    }

    @Test
    void an_old_transaction_keeps_the_index_of_its_state() {
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0)))) {
            DatasetGraph dataset = store.dataset();
            dataset.begin(TxnType.READ);
            try {
                IntStream.range(2, 9)
                        .forEach(i -> inOtherThread(() -> {
                            Encounters.add(store, List.of(Encounters.met(0, i, i)));
                            assertThat(store.<Long>read(d -> number(d, COUNT))).isEqualTo(2L * i);
                        }));
                assertThat(number(dataset, COUNT)).isEqualTo(2);
            } finally {
                dataset.end();
            }
        }
    }

    @Test
    void the_same_state_has_one_index_and_a_state_after_dropping_everything_is_another() {
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0)))) {
            ContactIndex first = store.read(ContactIndexes::in);
            assertThat(store.<ContactIndex>read(ContactIndexes::in)).isSameAs(first);
            store.write(d -> UpdateExec.dataset(d).update("DROP ALL").execute());
            assertThat(store.<Long>read(d -> number(d, COUNT))).isZero();
            assertThat(store.<ContactIndex>read(ContactIndexes::in)).isNotSameAs(first);
        }
    }

    @Test
    void a_writer_sees_what_it_has_written_itself() {
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0)))) {
            store.write(d -> UpdateExec.dataset(d)
                    .update(Encounters.PREFIXES
                            + "INSERT { ?x ent:metWith ?y } WHERE { ?x ent:met ?y } ;\n"
                            + "INSERT DATA { encounter:new ent:between person:p5 , person:p6 ; ent:level ent:levelMet ; ent:viaEvent event:e9 } ;\n"
                            + "INSERT { ?x ent:metWith ?y } WHERE { ?x ent:met ?y }")
                    .execute());
            assertThat(store.<Long>read(d -> number(d, "SELECT (COUNT(*) AS ?n) { ?x ent:metWith ?y }")))
                    .isEqualTo(4);
        }
    }

    @Test
    void a_chain_names_the_documents_that_support_its_hops() {
        try (Store store =
                Encounters.store(List.of(Encounters.met(0, 1, 0), Encounters.met(1, 2, 1), Encounters.met(2, 3, 2)))) {
            store.write(d -> UpdateExec.dataset(d)
                    .update(Encounters.PREFIXES
                            + "INSERT { ?e ent:supportedBy doc:d2 , doc:d1 } WHERE { ?e ent:between person:p0 , person:p1 } ;"
                            + "INSERT { ?e ent:supportedBy doc:d3 } WHERE { ?e ent:between person:p1 , person:p2 }")
                    .execute());
            for (String function : List.of("pathHop (", "paths (?rank ?length ")) {
                String chain = "SELECT ?hop ?doc { (person:p0 person:p3) ent:" + function
                        + "?hop ?a ?event ?b ?level ?witnesses ?confidence ?encounter";
                List<String> listed = rows(store, chain + " ?doc) }");
                assertThat(listed).hasSize(3).isEqualTo(rows(store, chain + ") . ?encounter ent:supportedBy ?doc }"));
                assertThat(rows(store, chain + " doc:d3) }")).hasSize(1);
                assertThat(rows(store, chain + ") }")).hasSize(3);
            }
        }
    }

    private static List<String> rows(Store store, String sparql) {
        return store.read(d -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec exec = exec(d, sparql).build()) {
                exec.select().forEachRemaining(row -> rows.add(row.get("hop") + " " + row.get("doc")));
            }
            return rows.stream().sorted().toList();
        });
    }

    @Test
    void a_part_of_the_store_chosen_by_from_has_an_index_of_its_own() {
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0)))) {
            store.write(d -> d.add(
                    NodeFactory.createURI(Ent.GRAPH + "x"),
                    NodeFactory.createURI("x:s"),
                    NodeFactory.createURI("x:p"),
                    NodeFactory.createURI("x:o")));
            assertThat(store.<Long>read(d -> number(d, COUNT.replace("{ ?x", "FROM graph:x { ?x"))))
                    .isZero();
            assertThat(store.<Long>read(d -> number(d, COUNT.replace("{ ?x", "{ GRAPH graph:x { ?x") + " }")))
                    .isEqualTo(2);
            assertThat(store.<Long>read(d -> number(d, COUNT))).isEqualTo(2);
        }
    }

    @Test
    void the_functions_answer_through_fuseki() {
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0), Encounters.met(1, 2, 1)))) {
            FusekiServer server = FusekiServer.create()
                    .loopback(true)
                    .port(0)
                    .add("/x", store.dataset())
                    .build()
                    .start();
            try (QueryExec exec = QueryExecHTTPBuilder.service(server.datasetURL("/x"))
                    .query(
                            Encounters.PREFIXES
                                    + "SELECT ?n { (person:p0 person:p2) ent:shortestPath ?n FILTER ent:certainlyWithin(\"2015-06\", \"2015\", \"2016\") }")
                    .build()) {
                assertThat(exec.select().next().get("n").getLiteralLexicalForm())
                        .isEqualTo("2");
            } finally {
                server.stop();
            }
        }
    }

    @Test
    @Timeout(60)
    void a_long_search_ends_when_its_query_is_over_time_or_cancelled() throws Exception {
        // Everyone has met everyone at several events, and one person nobody.
        List<Meeting> dense = new ArrayList<>();
        for (int a = 0; a < 120; a++) {
            for (int b = a + 1; b < 120; b++) {
                dense.add(new Meeting(a, b, (a * b) % 400, Level.MET, Confidence.LOW, 1, 2000));
            }
        }
        dense.add(new Meeting(200, 201, 500, Level.MET, Confidence.LOW, 1, 2000));
        try (Store store = Encounters.store(dense)) {
            for (String query : List.of(
                    "SELECT (COUNT(*) AS ?n) { ?a ent:met ?x . ?b ent:met ?z . (?a ?b) ent:shortestPath (?length ?path \"inOrder=true\") }",
                    "SELECT (COUNT(*) AS ?n) { ?a ent:met ?x . ?b ent:met ?z . (?a ?b) ent:paths (?rank \"k=50\") }",
                    "SELECT (COUNT(*) AS ?n) { ?a ent:met ?x . ?b ent:met ?z . (?a ?b) ent:commonContact ?c }",
                    "SELECT (COUNT(*) AS ?n) { ?a ent:met ?b . ?c ent:met ?d . ?e ent:met ?f }")) {
                long start = System.nanoTime();
                assertThatThrownBy(() ->
                                store.<Long>read(d -> number(exec(d, query).timeout(300, TimeUnit.MILLISECONDS))))
                        .isInstanceOf(QueryCancelledException.class);
                assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                        .isLessThan(5_000);
            }
            store.read(d -> {
                try (QueryExec exec = exec(
                                d, "SELECT * { ?a ent:met ?x . ?b ent:met ?z . (?a ?b) ent:commonContact ?c }")
                        .build()) {
                    new Thread(() -> {
                                pause();
                                exec.abort();
                            })
                            .start();
                    assertThatThrownBy(() -> exec.select().forEachRemaining(row -> {}))
                            .isInstanceOf(QueryCancelledException.class);
                }
                return null;
            });
        }
    }

    @Test
    void one_search_inside_a_large_network_asks_whether_it_should_stop() {
        List<Meeting> chain = new ArrayList<>();
        for (int a = 0; a < 6_000; a++) {
            chain.add(new Meeting(a, a + 1, a, Level.MET, Confidence.LOW, 1, 2000));
        }
        try (Store store = Encounters.store(chain)) {
            ContactIndex index = store.read(ContactIndexes::in);
            CancellationCheck now = () -> {
                throw new QueryCancelledException();
            };
            ContactOptions far = new ContactOptions(
                    Level.HELD,
                    Confidence.NONE,
                    Integer.MAX_VALUE,
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    false,
                    20,
                    1);
            // Two searches of twenty hops are short; from every person to every other is not.
            assertThatThrownBy(() -> {
                        for (int i = 0; i < index.nodeCount(); i++) {
                            Reached.from(i, index, far, now);
                        }
                    })
                    .isInstanceOf(QueryCancelledException.class);
            assertThatThrownBy(() -> store.read(d -> ContactIndexBuilder.build(d.getDefaultGraph(), now)))
                    .isInstanceOf(QueryCancelledException.class);
        }
    }

    @Test
    void wrong_use_says_what_would_be_right() {
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0)))) {
            Stream.of(
                            "ASK { (?a ?b) ent:shortestPath ?n }#one of (?from ?to) to be given",
                            "ASK { (person:p0 ?b) ent:pathHop ?n }#both ?from and ?to to be given",
                            "ASK { (?a ?b) ent:commonContact ?c }#one of (?a ?b) to be given",
                            "ASK { person:p0 ent:met (?y \"levels=near\") }#levels: any, or some of met",
                            "ASK { person:p0 ent:met (?y \"size=3\") }#there is no option size",
                            "ASK { person:p0 ent:met (?y \"from=yesterday\") }#from: ",
                            "ASK { (person:p0) ent:shortestPath ?n }#2 arguments on the left")
                    .forEach(both -> {
                        String[] parts = both.split("#");
                        assertThatThrownBy(() -> store.read(d -> {
                                    try (QueryExec exec = exec(d, parts[0]).build()) {
                                        return exec.ask();
                                    }
                                }))
                                .as(parts[0])
                                .isInstanceOf(org.apache.jena.query.QueryException.class)
                                .satisfies(e -> {
                                    if (e instanceof QueryParseException) {
                                        assertThat(e).hasMessageContaining(parts[1]);
                                    }
                                });
                    });
        }
    }

    @Test
    void spans_are_compared_by_what_is_certain_and_what_is_possible() {
        Stream.of(
                        "certainlyWithin(\"2015-06\", \"2015\", \"2016\") true",
                        "certainlyWithin(\"2015\", \"2015-06\", \"2016\") false",
                        "possiblyWithin(\"2015\", \"2015-06\", \"2016\") true",
                        "possiblyWithin(\"2014\", \"2015-06\", \"2016\") false",
                        "certainlyOverlaps(\"2014/2016\", \"2015\", \"2015\") true",
                        "certainlyOverlaps(\"2014\", \"2014-06-01\"^^xsd:date, \"2014-06-02T00:00:00Z\"^^xsd:dateTime) false",
                        "possiblyOverlaps(\"2014\", \"2014-06-01\", \"2014-06-02\") true",
                        "possiblyOverlaps(\"2014\", \"2015/..\") false",
                        "possiblyOverlaps(\"2014\", \"../2015\") true")
                .forEach(line -> {
                    try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0)));
                            QueryExec exec = exec(
                                            org.apache.jena.sparql.core.DatasetGraphFactory.create(),
                                            "ASK { FILTER ent:" + line.replaceAll(" (true|false)$", "") + " }")
                                    .build()) {
                        assertThat(exec.ask()).as(line).isEqualTo(line.endsWith("true"));
                    }
                });
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 5)))) {
            assertThat(
                            store.<Long>read(
                                    d -> number(
                                            d,
                                            "SELECT (COUNT(*) AS ?n) { ?event ent:time ?span FILTER ent:certainlyOverlaps(?span, \"2005\", \"2006\") }")))
                    .isZero();
            assertThat(
                            store.<Long>read(
                                    d -> number(
                                            d,
                                            "SELECT (COUNT(*) AS ?n) { ?event ent:time ?span FILTER ent:possiblyOverlaps(?span, \"2005\", \"2006\") }")))
                    .isEqualTo(1);
        }
    }

    private static QueryExecBuilder exec(DatasetGraph dataset, String sparql) {
        return QueryExec.dataset(dataset).query(Encounters.PREFIXES + sparql);
    }

    private static long number(DatasetGraph dataset, String sparql) {
        return number(exec(dataset, sparql));
    }

    private static long number(QueryExecBuilder builder) {
        try (QueryExec exec = builder.build()) {
            Binding row = exec.select().next();
            return Long.parseLong(row.get("n").getLiteralLexicalForm());
        }
    }

    private static void inOtherThread(Runnable work) {
        Thread thread = new Thread(work);
        Throwable[] thrown = new Throwable[1];
        thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(thrown[0]).isNull();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
