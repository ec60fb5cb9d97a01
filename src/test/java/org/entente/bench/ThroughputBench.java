package org.entente.bench;

import static org.entente.ServedStore.encoded;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.entente.ShippedCollection;
import org.entente.cli.Entente;
import org.entente.crash.RunningServer;
import org.entente.query.CannedQuery;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.query.StoreEntityResolver;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests a second, CPU per request and the time until the first byte of the program beside Jena's own server with the same default graph and the equivalent query, in
 * turn, each in a process of its own: {@code mvn -Pbench test -Dtest=ThroughputBench}. {@code -Dbench.seconds=} says how long each row is
 * measured, after as long a time unmeasured, {@code -Dbench.connections=16} with how many clients. A page has no equivalent: Fuseki is asked for everything about the person, as a graph.
 */
class ThroughputBench {
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "3"));
    private static final List<Integer> CONNECTIONS = Arrays.stream(
                    System.getProperty("bench.connections", "1,8,16,64").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final String PERSONS =
            "SELECT ?s ?l { ?s a <https://w3id.org/entente/ontology#Person> ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } LIMIT 10";

    private final Figures figures = new Figures(ThroughputBench.class);

    @TempDir
    Path folder;

    private record Load(double perSecond, double cpu, int errors, double p50, double p95) {}

    @Test
    void beside_stock_fuseki() throws Exception {
        Path entente = folder.resolve("entente");
        Path plain = folder.resolve("plain");
        List<String> people;
        try (Store store = ShippedCollection.copy(entente)) {
            people = CostBench.things(store, "person", 40);
            ServerProcess.copyDefaultGraph(store, plain);
        }
        CannedQuery whoMet = ShippedCollection.catalog().query("who-met").orElseThrow();
        StoreEntityResolver names = new StoreEntityResolver(ShippedCollection.store());
        IntFunction<String> bound = i -> "/ds/sparql?format=csv&query="
                + encoded(whoMet.bind(
                                Parameters.read(
                                        whoMet, Map.of("person", List.of(people.get(i % people.size()))), names),
                                new Paging(1, 50))
                        .toSparql());
        List<String> queries = java.util.stream.IntStream.range(0, people.size())
                .mapToObj(bound)
                .toList();
        AtomicInteger different = new AtomicInteger(1_000);
        try (RunningServer ours = ServerProcess.started(
                        true, Entente.class.getName(), "serve", "--port=0", "--store=" + entente);
                RunningServer theirs = ServerProcess.started(false, StockFuseki.class.getName(), plain.toString())) {
            System.out.printf(
                    "%n%-34s %5s | %9s %8s %8s %8s %6s | %9s %8s %8s %8s %6s | %7s %6s%n",
                    "request",
                    "conn.",
                    "ours /s",
                    "CPU ms",
                    "p50 ms",
                    "p95 ms",
                    "errors",
                    "Fuseki /s",
                    "CPU ms",
                    "p50 ms",
                    "p95 ms",
                    "errors",
                    "faster",
                    "CPU");
            IntFunction<String> query = i -> queries.get(i % queries.size());
            compare(
                    "who-met CSV, 40 people in turn",
                    ours,
                    i -> "who-met?format=csv&person=" + encoded(people.get(i % people.size())),
                    theirs,
                    query);
            compare(
                    "who-met CSV, never the same",
                    ours,
                    i -> "who-met?format=csv&person=" + encoded(people.get(i % people.size())) + "&limit="
                            + (50 + different.incrementAndGet() % 900),
                    theirs,
                    query);
            String small = "?format=csv&query=" + encoded(PERSONS);
            compare("small SPARQL", ours, i -> "sparql" + small, theirs, i -> "/ds/sparql" + small);
            IntFunction<String> about = i -> "/ds/sparql?query="
                    + encoded("CONSTRUCT { ?s ?p ?o } { { BIND(<"
                            + people.get(i % people.size()) + "> AS ?s) ?s ?p ?o } UNION { BIND(<"
                            + people.get(i % people.size())
                            + "> AS ?o) ?s ?p ?o } }");
            compare(
                    "who-met page, one person",
                    ours,
                    i -> "who-met?person=" + encoded(people.getFirst()),
                    theirs,
                    i -> query.apply(0));
            compare("page of one person", ours, i -> page(people.getFirst()), theirs, i -> about.apply(0));
            compare("page of 40 people in turn", ours, i -> page(people.get(i % people.size())), theirs, about);
        }
        figures.write();
    }

    private static String page(String iri) {
        return "page/person/" + iri.replaceFirst(".*/", "");
    }

    private void compare(
            String what, RunningServer ours, IntFunction<String> our, RunningServer theirs, IntFunction<String> their)
            throws Exception {
        for (int connections : CONNECTIONS) {
            load(ours, our, connections);
            Load mine = load(ours, our, connections);
            load(theirs, their, connections);
            Load other = load(theirs, their, connections);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %5d | %9.0f %8.2f %8.1f %8.1f %6d | %9.0f %8.2f %8.1f %8.1f %6d | %6.1fx %5.2f%n",
                    what,
                    connections,
                    mine.perSecond,
                    mine.cpu,
                    mine.p50,
                    mine.p95,
                    mine.errors,
                    other.perSecond,
                    other.cpu,
                    other.p50,
                    other.p95,
                    other.errors,
                    mine.perSecond / other.perSecond,
                    mine.cpu / other.cpu);
            keep(what + "; clients: " + connections, "Entente", mine);
            keep(what + "; clients: " + connections, "Fuseki", other);
        }
    }

    private void keep(String row, String engine, Load load) {
        figures.add(row, 0, Figures.PER_SECOND, engine, load.perSecond);
        figures.time(row, 0, engine, load.cpu, load.p50, load.p95, 0);
        figures.add(row, 0, Figures.ERRORS, engine, load.errors);
    }

    private static Load load(RunningServer server, IntFunction<String> path, int connections) throws Exception {
        String base = server.address().replaceFirst("/$", "");
        AtomicInteger number = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        List<Long> times = new ArrayList<>();
        long cpu;
        long begun;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<Future<List<Long>>> all = new ArrayList<>();
            cpu = ServerProcess.cpu(server);
            begun = System.nanoTime();
            long end = begun + (long) (SECONDS * 1e9);
            try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
                for (int i = 0; i < connections; i++) {
                    all.add(clients.submit(() -> {
                        List<Long> mine = new ArrayList<>();
                        do {
                            String address = path.apply(number.getAndIncrement());
                            HttpRequest request = HttpRequest.newBuilder(
                                            URI.create(base + (address.startsWith("/") ? "" : "/") + address))
                                    .build();
                            long asked = System.nanoTime();
                            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
                            try (InputStream body = answer.body()) {
                                boolean any = body.read() >= 0;
                                mine.add(System.nanoTime() - asked);
                                body.transferTo(OutputStream.nullOutputStream());
                                if (!any || answer.statusCode() != 200) {
                                    errors.incrementAndGet();
                                }
                            }
                        } while (System.nanoTime() < end);
                        return mine;
                    }));
                }
            }
            for (Future<List<Long>> one : all) {
                times.addAll(one.get());
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double used = (ServerProcess.cpu(server) - cpu) / 1e6 / times.size();
        List<Long> sorted = times.stream().sorted().toList();
        return new Load(
                times.size() / seconds,
                used,
                errors.get(),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get((int) (sorted.size() * 0.95)) / 1e6);
    }
}
