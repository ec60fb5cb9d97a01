package org.entente.bench;

import static org.entente.ServedStore.encoded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.ShippedCollection;
import org.entente.cli.Entente;
import org.entente.crash.RunningServer;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a server takes over an existing store until its first answer to a small query, beside Jena's own server over the same data, in
 * turn: {@code mvn -Pbench test -Dtest=StartBench}. With {@code -Dbench.jar=target/entente-all.jar} also as the script {@code entente}
 * starts it: from one file, with an AOT cache that was made before.
 */
class StartBench {
    private static final int STARTS = Integer.getInteger("bench.starts", 5);
    private static final String QUESTION =
            "SELECT ?s ?l { ?s a <https://w3id.org/entente/ontology#Person> ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } LIMIT 10";

    @TempDir
    Path folder;

    private record Start(double wall, double cpu) {}

    private interface Starter {
        RunningServer start() throws IOException;
    }

    @Test
    void until_the_first_answer() throws Exception {
        Path ours = folder.resolve("entente");
        Path theirs = folder.resolve("plain");
        try (Store store = ShippedCollection.copy(ours)) {
            ServerProcess.copyDefaultGraph(store, theirs);
        }
        Map<String, Starter> starters = new LinkedHashMap<>();
        starters.put("Fuseki", () -> ServerProcess.started(false, StockFuseki.class.getName(), theirs.toString()));
        starters.put(
                "Entente",
                () -> ServerProcess.started(true, Entente.class.getName(), "serve", "--port=0", "--store=" + ours));
        String jar = System.getProperty("bench.jar");
        if (jar != null) {
            Path cache = folder.resolve("entente.aot");
            ServerProcess.javaOf(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar, "--aot-training"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            List<String> cached = Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
            starters.put(
                    "Entente as the script starts it",
                    () -> ServerProcess.serving(ServerProcess.javaOf(
                            cached, List.of("-jar", jar, "serve", "--port=0", "--store=" + ours))));
        }
        Map<String, List<Start>> measured = new LinkedHashMap<>();
        for (int i = 0; i <= STARTS; i++) {
            for (Map.Entry<String, Starter> one : starters.entrySet()) {
                Start start = measure(one.getKey(), one.getValue());
                if (i > 0) {
                    measured.computeIfAbsent(one.getKey(), name -> new ArrayList<>())
                            .add(start);
                }
            }
        }
        System.out.printf("%n%-34s %8s %8s%n", "start, medians", "wall s", "CPU s");
        Figures figures = new Figures(StartBench.class);
        measured.forEach((name, starts) -> {
            double wall =
                    ServerCpu.median(starts.stream().mapToDouble(Start::wall).toArray());
            double cpu =
                    ServerCpu.median(starts.stream().mapToDouble(Start::cpu).toArray());
            System.out.printf(Locale.ROOT, "%-34s %8.2f %8.2f%n", name, wall, cpu);
            figures.time("start until the first answer", 0, name, 1000 * cpu, Double.NaN, Double.NaN, 0);
            figures.add("start until the first answer", 0, Figures.CLOCK, name, 1000 * wall);
        });
        figures.write();
    }

    private static Start measure(String name, Starter starter) throws Exception {
        long begun = System.nanoTime();
        try (RunningServer server = starter.start();
                HttpClient client = HttpClient.newHttpClient()) {
            URI question = URI.create(server.address().replaceFirst("/$", "") + (name.equals("Fuseki") ? "/ds" : "")
                    + "/sparql?format=csv&query=" + encoded(QUESTION));
            int status = client.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString())
                    .statusCode();
            double wall = (System.nanoTime() - begun) / 1e9;
            if (status != 200) {
                throw new IllegalStateException(name + " answered " + status);
            }
            return new Start(wall, ServerProcess.cpu(server) / 1e9);
        }
    }
}
