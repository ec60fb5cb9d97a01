package org.entente.bench;

import static org.entente.ServedStore.encoded;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
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
import java.util.stream.Collectors;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.tdb2.TDB2Factory;
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
 * Requests a second and CPU per request of the program beside Jena's own server with the same default graph and the equivalent query, in
 * turn, each in a process of its own: {@code mvn -Pbench test -Dtest=ThroughputBench}. {@code -Dbench.seconds=} says how long each row is
 * measured, after as long a time unmeasured. A page has no equivalent: Fuseki is asked for everything about the person, as a graph.
 */
class ThroughputBench {
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "3"));
    private static final String PERSONS =
            "SELECT ?s ?l { ?s a <https://w3id.org/entente/ontology#Person> ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } LIMIT 10";

    @TempDir
    Path folder;

    private record Load(double perSecond, double cpu, int errors, double p95) {}

    @Test
    void beside_stock_fuseki() throws Exception {
        Path entente = folder.resolve("entente");
        Path plain = folder.resolve("plain");
        List<String> people;
        try (Store store = ShippedCollection.copy(entente)) {
            people = CostBench.things(store, "person", 40);
            copyDefaultGraph(store, plain);
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
        try (RunningServer ours = started(true, Entente.class.getName(), "serve", "--port=0", "--store=" + entente);
                RunningServer theirs = started(false, StockFuseki.class.getName(), plain.toString())) {
            System.out.printf(
                    "%n%-34s %5s | %9s %8s %8s %6s | %9s %8s %8s %6s | %7s %6s%n",
                    "request",
                    "conn.",
                    "ours /s",
                    "CPU ms",
                    "p95 ms",
                    "errors",
                    "Fuseki /s",
                    "CPU ms",
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
    }

    private static String page(String iri) {
        return "page/person/" + iri.replaceFirst(".*/", "");
    }

    private static void copyDefaultGraph(Store store, Path folder) throws IOException {
        Files.createDirectories(folder);
        Dataset copy = TDB2Factory.connectDataset(folder.toString());
        store.read(dataset -> {
            copy.begin(ReadWrite.WRITE);
            dataset.getDefaultGraph().find().forEach(copy.asDatasetGraph().getDefaultGraph()::add);
            copy.commit();
            return null;
        });
        copy.close();
        org.apache.jena.tdb2.sys.TDBInternal.expel(copy.asDatasetGraph());
    }

    /** @param program whether the program is on the class path; it changes how Jena works */
    private static RunningServer started(boolean program, String... line) throws IOException {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> program || !path.replace('\\', '/').matches(".*target/classes/?"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                // Without it Jetty would log all that it does.
                "-Dlogback.configurationFile=" + ShippedCollection.HOME.resolve("src/main/resources/logback.xml"),
                "-cp",
                classes));
        command.addAll(List.of(line));
        RunningServer server = RunningServer.of(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        Thread.ofVirtual().start(() -> server.output().lines().forEach(said -> {}));
        return server;
    }

    private static void compare(
            String what, RunningServer ours, IntFunction<String> our, RunningServer theirs, IntFunction<String> their)
            throws Exception {
        for (int connections : List.of(1, 8, 64)) {
            load(ours, our, connections);
            Load mine = load(ours, our, connections);
            load(theirs, their, connections);
            Load other = load(theirs, their, connections);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %5d | %9.0f %8.2f %8.1f %6d | %9.0f %8.2f %8.1f %6d | %6.1fx %5.2f%n",
                    what,
                    connections,
                    mine.perSecond,
                    mine.cpu,
                    mine.p95,
                    mine.errors,
                    other.perSecond,
                    other.cpu,
                    other.p95,
                    other.errors,
                    mine.perSecond / other.perSecond,
                    mine.cpu / other.cpu);
        }
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
            cpu = cpu(server);
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
                            if (client.send(request, BodyHandlers.ofByteArray()).statusCode() != 200) {
                                errors.incrementAndGet();
                            }
                            mine.add(System.nanoTime() - asked);
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
        double used = (cpu(server) - cpu) / 1e6 / times.size();
        return new Load(
                times.size() / seconds,
                used,
                errors.get(),
                times.stream().sorted().toList().get((int) (times.size() * 0.95)) / 1e6);
    }

    private static long cpu(RunningServer server) {
        return server.process().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
