package org.entente.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests of any kind to all addresses that {@code /openapi.json} has: never a fault of the server, never its inside, never a value that
 * became markup. {@code -Dfuzz.requests=N} says how many, {@code -Dfuzz.seed=N} repeats a run; {@code mvn -Pfuzz test} sends 100,000.
 */
class RouteFuzzTest {
    private static final Set<Integer> FAULTS_OF_NOBODY = Set.of(503, 507);
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat (org|java|io)\\.|java\\.lang\\.|\\b(org\\.apache|org\\.entente|io\\.javalin)\\.[a-z.]+[A-Z]\\w*(Exception|Error)|Cannot invoke \"");

    private static ServedStore site;

    private final Map<String, Set<String>> wrong = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @BeforeAll
    static void start() {
        Store store = Store.inMemory(Derivation.NONE);
        store.write(dataset -> RDFDataMgr.read(dataset, "src/test/resources/web/example.trig"));
        site = ServedStore.over(
                store, ShippedCollection.catalog(), ServerOptions.defaults().withWriteKey(ServedStore.KEY));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void whatever_is_asked_is_answered_properly() {
        int requests = Integer.getInteger("fuzz.requests", 400);
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        RequestMaker maker = new RequestMaker(Operation.of(site), new Random(seed));
        for (int i = 0; i < requests; i++) {
            send(maker.next());
        }
        System.out.println(requests + " requests, seed " + seed + ": " + statuses);
        assertThat(wrong)
                .as("-Dfuzz.seed=" + seed + " -Dfuzz.requests=" + requests)
                .isEmpty();
        assertThat(site.get("/health/ready").statusCode()).isEqualTo(200);
    }

    private void send(RequestMaker.Made made) {
        HttpRequest.Builder request = site.request(made.address());
        made.headers().forEach(request::header);
        request.method(
                made.method(),
                made.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(made.body()));
        HttpResponse<byte[]> answer;
        try {
            answer = answer(request);
        } catch (UncheckedIOException e) {
            note(made, "no answer: " + e.getMessage());
            return;
        }
        int status = answer.statusCode();
        statuses.merge(status, 1, Integer::sum);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (status >= 500 && !FAULTS_OF_NOBODY.contains(status)) {
            note(made, status + " " + text.substring(0, Math.min(300, text.length())));
        }
        if (INSIDE.matcher(text).find()) {
            note(
                    made,
                    "shows its inside: "
                            + INSIDE.matcher(text)
                                    .results()
                                    .findFirst()
                                    .orElseThrow()
                                    .group());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html") && text.contains(RequestMaker.MARKUP)) {
            note(made, "a value became markup");
        }
        for (String location : answer.headers().allValues("Location")) {
            if (location.startsWith("//") || location.contains("evil.example") && !location.contains("?")) {
                note(made, "leads elsewhere: " + location);
            }
        }
        // A table comes back with the delimiter that it was sent with.
        if (status == 200 && !made.path().equals("/reconcile/csv")) {
            AnswerBytes.wrong(answer).ifPresent(what -> note(made, what));
        }
    }

    /** A server may close a connection just when the next request is on its way; so that is sent again. */
    private static HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return site.send(request, BodyHandlers.ofByteArray());
        } catch (UncheckedIOException e) {
            return site.send(request, BodyHandlers.ofByteArray());
        }
    }

    private void note(RequestMaker.Made made, String what) {
        Set<String> all = wrong.computeIfAbsent(made.method() + " " + made.path(), p -> new TreeSet<>());
        if (all.size() < 3) {
            all.add(made + " → " + what);
        }
    }
}
