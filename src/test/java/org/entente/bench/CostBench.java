package org.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.encoded;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.execution.Select;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.query.StoreEntityResolver;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;

/**
 * What questions and pages cost, in milliseconds of CPU on the shipped collection: {@code mvn -Pbench test -Dtest=CostBench}. Every
 * canned query with its example, in ARQ, as the service asks it in process, and over HTTP as CSV (each time under another address; the
 * service knows the rows of this state, but has to write them), in turn; every kind of page asked of one thing after the other (cold) and then again (warm). The threads of the client do not count.
 */
class CostBench {
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 30);
    /** How often each page of the others is made, each time under another address, before the measured ones. */
    private static final int ROUNDS = 4;

    private static final int RUNS = Integer.getInteger("bench.runs", 21);

    private final Store store = ShippedCollection.store();
    private final EntityResolver names = new StoreEntityResolver(store);
    private final Figures figures = new Figures(CostBench.class);
    private final AtomicInteger different = new AtomicInteger();

    @Test
    void canned_queries() {
        try (ServedStore server = ServedStore.shipped(ServerOptions.defaults())) {
            System.out.printf(
                    "%n%-32s %8s %8s %7s %8s%n", "canned query, ms of CPU", "ARQ", "service", "ratio", "HTTP");
            for (CannedQuery query : ShippedCollection.catalog().queries()) {
                if (!query.isConstruct() && !query.id().equals("enrich-from-wikidata")) {
                    measure(server, query);
                }
            }
            figures.write();
        }
    }

    private void measure(ServedStore server, CannedQuery query) {
        BoundQuery bound = query.bind(Parameters.read(query, query.header().example(), names), new Paging(1, 1_000));
        Supplier<String> address = () -> "/queries/" + query.id() + "?" + parameters(query) + "format=csv&limit=1000"
                + "&".repeat(different.incrementAndGet() % 100);
        double[] arq = new double[RUNS];
        double[] service = new double[RUNS];
        double[] http = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            double plain = ServerCpu.ofThread(() -> ask(bound));
            double asked = ServerCpu.ofThread(() -> store.read(
                    dataset -> Select.on(dataset).rows(bound.filled()).rows().size()));
            double served = ServerCpu.of(() -> get(server, address.get()));
            if (i >= 0) {
                arq[i] = plain;
                service[i] = asked;
                http[i] = served;
            }
        }
        double plain = ServerCpu.median(arq);
        double asked = ServerCpu.median(service);
        System.out.printf(
                Locale.ROOT,
                "%-32s %8.2f %8.2f %7.2f %8.2f%n",
                query.id(),
                plain,
                asked,
                asked / plain,
                ServerCpu.median(http));
        figures.time(query.id(), 0, "ARQ in process", plain, Double.NaN, Double.NaN, 0);
        figures.time(query.id(), 0, "Entente", asked, Double.NaN, Double.NaN, 0);
    }

    private static String parameters(CannedQuery query) {
        return query.header().example().entrySet().stream()
                .flatMap(given -> given.getValue().stream().map(value -> given.getKey() + "=" + encoded(value) + "&"))
                .collect(Collectors.joining());
    }

    private int ask(BoundQuery bound) {
        return store.read(dataset -> {
            try (QueryExec exec =
                    QueryExec.dataset(dataset).query(bound.query()).build()) {
                int rows = 0;
                for (var all = exec.select(); all.hasNext(); rows++) {
                    all.next().detach();
                }
                return rows;
            }
        });
    }

    @Test
    void pages() {
        Map<String, IntFunction<Optional<String>>> kinds = new LinkedHashMap<>();
        kinds.put("home", i -> Optional.of("/?n=" + i));
        kinds.put("about", i -> Optional.of("/about?n=" + i));
        for (String kind : List.of("person", "org", "place", "state", "post", "event", "doc")) {
            List<String> things = things(kind);
            kinds.put(kind, i -> at(things, i).map(iri -> "/page/" + kind + "/" + iri.replaceFirst(".*/", "")));
        }
        List<String> people = things("person");
        kinds.put("who-met", i -> at(people, i).map(iri -> "/who-met?person=" + encoded(iri)));
        kinds.put("dossier", i -> at(people, i + 1)
                .map(iri -> "/dossier?a=" + encoded(people.get(i)) + "&b=" + encoded(iri)));
        kinds.put("path", i -> at(people, i + 1)
                .map(iri -> "/path?from=" + encoded(people.get(i)) + "&to=" + encoded(iri)));
        kinds.put("network", i -> at(people, i).map(iri -> "/network?person=" + encoded(iri)));
        kinds.put("coverage", i -> Optional.of("/coverage?limit=" + (100 + i)));
        kinds.put("conflicts", i -> Optional.of("/conflicts?limit=" + (100 + i)));
        kinds.put("sources", i -> Optional.of("/sources?limit=" + (100 + i)));
        kinds.put("candidates", i -> Optional.of("/candidates?limit=" + (100 + i)));
        kinds.put("unknown", i -> Optional.of("/unknown?n=" + i));
        kinds.put("events", i -> Optional.of("/events?limit=" + (30 + i)));
        kinds.put("search", i -> at(people, i).map(iri -> "/search?q=" + encoded(label(iri))));
        kinds.put("ask", i -> at(people, i).map(iri -> "/ask?q=" + encoded("Whom did " + label(iri) + " meet?")));
        try (ServedStore server = ServedStore.shipped(ServerOptions.defaults())) {
            System.out.printf(
                    "%n%-12s %6s %8s %8s %8s %8s%n", "page, ms of CPU", "pages", "cold", "dearest", "warm", "KB");
            kinds.forEach((kind, address) -> pages(server, kind, address));
            figures.write();
        }
    }

    /** The half that comes last is asked first, so that the program is warm when the others, of whom there is most to tell, are measured. */
    private void pages(ServedStore server, String kind, IntFunction<Optional<String>> address) {
        List<String> all = IntStream.range(0, RUNS + WARM_UP)
                .mapToObj(address)
                .flatMap(Optional::stream)
                .toList();
        int measured = Math.min(RUNS, all.size() / 2);
        if (measured == 0) {
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (String other : all.subList(measured, all.size())) {
                get(server, other + (other.contains("?") ? "&" : "?") + "&".repeat(round));
            }
        }
        double[] cold = new double[measured];
        double[] warm = new double[measured];
        long bytes = 0;
        for (int i = 0; i < measured; i++) {
            String path = all.get(i);
            cold[i] = ServerCpu.of(() -> get(server, path));
            warm[i] = ServerCpu.of(() -> get(server, path));
            bytes += get(server, path).body().length();
        }
        System.out.printf(
                Locale.ROOT,
                "%-15s %3d %8.1f %8.1f %8.2f %8d%n",
                kind,
                measured,
                ServerCpu.median(cold),
                java.util.Arrays.stream(cold).max().orElse(0),
                ServerCpu.median(warm),
                bytes / Math.max(1, measured) / 1_000);
        figures.time("page; cold; " + kind, 0, "Entente", ServerCpu.median(cold), Double.NaN, Double.NaN, 0);
        figures.time("page; warm; " + kind, 0, "Entente", ServerCpu.median(warm), Double.NaN, Double.NaN, 0);
    }

    /** Things of a kind, those with most statements first. */
    private List<String> things(String kind) {
        return things(store, kind, RUNS + WARM_UP + 1);
    }

    /** At most so many. */
    static List<String> things(Store store, String kind, int most) {
        String sparql =
                "SELECT ?s (COUNT(*) AS ?n) { { ?s a ?c } UNION { GRAPH ?g { ?s a ?c } } ?s ?p ?x FILTER(CONTAINS(STR(?s), '/id/"
                        + kind
                        + "/') && !REGEX(STR(?s), '/id/" + kind + "/.*[/#]')) } GROUP BY ?s ORDER BY DESC(?n) ?s LIMIT "
                        + (RUNS + WARM_UP + 1);
        return store.read(dataset -> {
            List<String> found = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(dataset).query(sparql).build()) {
                exec.select().forEachRemaining(row -> found.add(row.get("s").getURI()));
            }
            return found;
        });
    }

    private String label(String iri) {
        return names.label(iri, "en").orElse(iri);
    }

    private static Optional<String> at(List<String> things, int i) {
        return i < things.size() ? Optional.of(things.get(i)) : Optional.empty();
    }

    private static HttpResponse<String> get(ServedStore server, String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return response;
    }
}
