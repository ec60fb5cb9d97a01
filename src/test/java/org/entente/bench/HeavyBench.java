package org.entente.bench;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;

/** How long light requests of one client take while sixteen heavy queries of another run or wait. */
class HeavyBench {
    private static final String HEAVY =
            "/sparql?query=" + ServedStore.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
    private static final List<String> LIGHT =
            List.of("/who-met?person=Albert%20Rau&format=csv", "/page/person/albert-rau", "/search?q=Weigert");

    @Test
    void light_beside_heavy() throws Exception {
        try (ServedStore site =
                ServedStore.shipped(ServerOptions.defaults().withLimits(Duration.ofSeconds(5), 100_000))) {
            for (int i = 0; i < 3; i++) {
                measure(site);
            }
            System.out.printf("%n%-24s %6s %10s %10s   %s%n", "", "n", "p50 (ms)", "p95 (ms)", "status");
            Figures figures = new Figures(HeavyBench.class);
            print(figures, "light requests alone", measure(site));
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> heavy = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                heavy.add(Thread.ofPlatform().start(() -> {
                    try (HttpClient client = client("127.0.0.2")) {
                        while (!over.get()) {
                            get(client, site.url(HEAVY));
                        }
                    } catch (Exception e) {
                        // The bench is over.
                    }
                }));
            }
            Thread.sleep(2_000);
            print(figures, "light requests beside 16 heavy queries", measure(site));
            over.set(true);
            for (Thread thread : heavy) {
                thread.join();
            }
            figures.write();
        }
    }

    private record Measured(List<Double> millis, Map<Integer, Integer> statuses) {}

    private static Measured measure(ServedStore site) throws Exception {
        List<Double> millis = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (HttpClient client = client("127.0.0.1")) {
            for (int i = 0; i < 20; i++) {
                for (String path : LIGHT) {
                    long begun = System.nanoTime();
                    statuses.merge(get(client, site.url(path)), 1, Integer::sum);
                    millis.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        Collections.sort(millis);
        return new Measured(millis, statuses);
    }

    private static void print(Figures figures, String what, Measured measured) {
        List<Double> sorted = measured.millis();
        System.out.printf(
                "%-24s %6d %10.0f %10.0f   %s%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                measured.statuses());
        figures.add(what + "; p50", 0, Figures.CLOCK, "Entente", sorted.get(sorted.size() / 2));
        figures.add(what + "; p95", 0, Figures.CLOCK, "Entente", sorted.get(sorted.size() * 95 / 100));
        long failed = measured.statuses().entrySet().stream()
                .filter(status -> status.getKey() != 200)
                .mapToLong(Map.Entry::getValue)
                .sum();
        figures.add(what, 0, Figures.ERRORS, "Entente", failed);
    }

    private static HttpClient client(String from) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(from))
                .build();
    }

    private static int get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
