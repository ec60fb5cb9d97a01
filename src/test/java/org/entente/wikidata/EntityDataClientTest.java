package org.entente.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.store.Derivation;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server of the test that answers like Special:EntityData: well, slowly, elsewhere, not at all. */
class EntityDataClientTest {
    private record Reply(int status, String body, Map<String, String> headers) {}

    private static final Duration WEEK = Duration.ofDays(7);

    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private final List<String> conditions = new CopyOnWriteArrayList<>();
    private final List<Duration> waited = new ArrayList<>();
    private final Store store = Store.inMemory(Derivation.NONE);
    private HttpServer server;
    private EntityDataClient client;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            conditions.add(exchange.getRequestHeaders().getFirst("If-None-Match") + " "
                    + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            Deque<Reply> next = replies.getOrDefault(path, new ArrayDeque<>());
            Reply reply = next.isEmpty() ? new Reply(404, "", Map.of()) : next.size() > 1 ? next.poll() : next.peek();
            reply.headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        client = new EntityDataClient(
                base(), "mailto:test@example.org", "1", Duration.ZERO, waited::add, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        store.close();
    }

    @Test
    void an_item_is_fetched_with_its_revision_by_a_client_that_says_whom_to_write_to() throws InterruptedException {
        reply("Q1", 200, entity("Q1", 7, "Universum"));
        EntityDataClient.Answer answer = client.get("Q1");
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.item().getFirst().revision()).isEqualTo(7);
        assertThat(answer.item().getFirst().label("de")).isEqualTo("Universum");
        assertThat(agents).allSatisfy(a -> assertThat(a).startsWith("Entente/").contains("mailto:test@example.org"));
    }

    @Test
    void it_waits_as_long_as_the_server_asks_and_then_twice_as_long_each_time() throws InterruptedException {
        reply("Q1", 429, "", "Retry-After", "5");
        reply("Q1", 503, "");
        reply("Q1", 200, entity("Q1", 7, "Universum"));
        assertThat(client.get("Q1").item()).hasSize(1);
        assertThat(waited).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    @Test
    void a_server_that_does_not_recover_ends_the_work_and_so_does_one_that_asks_for_an_hour() {
        reply("Q1", 500, "");
        assertThatThrownBy(() -> client.get("Q1"))
                .isInstanceOf(WikidataException.class)
                .hasMessageContaining("4 attempts");
        reply("Q2", 429, "", "Retry-After", "3600");
        assertThatThrownBy(() -> client.get("Q2")).hasMessageContaining("3600 s");
    }

    @Test
    void what_is_not_there_or_no_item_is_a_problem_of_that_item_only() throws InterruptedException {
        assertThat(client.get("Q404").problem()).contains("no such item");
        reply("Q5", 200, "<html>Wartung</html>");
        assertThat(client.get("Q5").problem()).contains("not JSON");
        reply("Q6", 200, "{\"entities\":{\"Q6\":{\"id\":\"Q6\",\"missing\":\"\"}}}");
        assertThat(client.get("Q6").problem()).contains("no item");
        reply("Q7", 403, "");
        assertThat(client.get("Q7").problem()).contains("403");
    }

    @Test
    void a_redirect_is_followed_on_the_same_host_only() throws InterruptedException {
        reply("Q8", 302, "", "Location", "/wiki/Special:EntityData/Q9.json");
        reply("Q9", 200, entity("Q9", 1, "neun"));
        assertThat(client.get("Q8").answered()).isEqualTo("Q9");
        for (String elsewhere : List.of(
                "http://localhost:" + server.getAddress().getPort() + "/Q9.json",
                "//example.org/Q9.json",
                "https://127.0.0.1:" + server.getAddress().getPort() + "/Q9.json",
                "file:///etc/passwd",
                "http://[")) {
            replies.clear();
            reply("Q10", 301, "", "Location", elsewhere);
            assertThatThrownBy(() -> client.get("Q10")).as(elsewhere).hasMessageContaining("another host");
        }
        replies.clear();
        reply("Q11", 302, "", "Location", "/wiki/Special:EntityData/Q11.json");
        assertThat(client.get("Q11").problem()).contains("302");
    }

    @Test
    void a_server_that_takes_no_connection_or_breaks_off_is_tried_again() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + "/");
        try (EntityDataClient alone =
                new EntityDataClient(nobody, "test@example.org", "1", Duration.ZERO, waited::add, Clock.systemUTC())) {
            assertThatThrownBy(() -> alone.get("Q1"))
                    .isInstanceOf(WikidataException.class)
                    .hasMessageContaining("cannot be reached")
                    .hasMessageContaining("4 attempts")
                    .hasMessageContaining("kept");
            assertThat(waited).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
        // Away at first, and there when it is asked again.
        waited.clear();
        HttpServer[] late = new HttpServer[1];
        EntityDataClient.Sleep opening = wait -> {
            waited.add(wait);
            try {
                late[0] = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            late[0].createContext("/", exchange -> {
                byte[] body = entity("Q1", 7, "Universum").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            late[0].start();
        };
        try (EntityDataClient patient =
                new EntityDataClient(nobody, "test@example.org", "1", Duration.ZERO, opening, Clock.systemUTC())) {
            assertThat(patient.get("Q1").item()).hasSize(1);
            assertThat(waited).containsExactly(Duration.ofSeconds(1));
        } finally {
            late[0].stop(0);
        }
    }

    @Test
    void what_was_fetched_lately_is_passed_over_and_later_on_only_what_changed_is_sent() throws InterruptedException {
        SnapshotLoader loader = new SnapshotLoader(store, Clock.systemUTC());
        loader.put(WikibaseJson.read(entity("Q1", 7, "Universum")), Map.of(), Map.of(), "test");
        reply("Q1", 200, entity("Q1", 8, "Weltall"), "ETag", "\"eight\"");
        reply("Q1", 304, "");
        reply("Q1", 200, entity("Q1", 9, "Kosmos"), "Last-Modified", "Fri, 02 Jan 2026 00:00:00 GMT");
        Clock today = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
        assertThat(refresh(today, List.of()).updated()).isEqualTo(1);
        long number = store.read(d -> Snapshot.in(d).number());
        SnapshotRefresh.Report fresh = refresh(Clock.offset(today, Duration.ofDays(6)), List.of());
        assertThat(fresh.asked()).isZero();
        assertThat(fresh.fresh()).isEqualTo(1);
        assertThat(asked).hasSize(1);

        SnapshotRefresh.Report later = refresh(Clock.offset(today, Duration.ofDays(8)), List.of());
        assertThat(later.unchanged()).isEqualTo(1);
        assertThat(conditions).containsExactly("null null", "\"eight\" null");
        long same = store.read(d -> Snapshot.in(d).number());
        assertThat(same)
                .as("an answer that nothing changed makes no new snapshot")
                .isEqualTo(number);
        assertThat(refresh(Clock.offset(today, Duration.ofDays(9)), List.of()).fresh())
                .isEqualTo(1);

        assertThat(refresh(Clock.offset(today, Duration.ofDays(9)), List.of("Q1"))
                        .updated())
                .as("what is named is asked for however fresh it is")
                .isEqualTo(1);
        refresh(Clock.offset(today, Duration.ofDays(9)), List.of("Q1"));
        assertThat(conditions.getLast()).isEqualTo("null Fri, 02 Jan 2026 00:00:00 GMT");
    }

    @Test
    void a_value_of_an_answer_that_cannot_be_kept_is_told() throws InterruptedException {
        reply("Q1", 200, entity("Q1", 8, "Weltall").replace("2026-01-01T00:00:00Z", "yesterday"));
        SnapshotRefresh.Report report = refresh(Clock.systemUTC(), List.of("Q1"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.remarks()).singleElement().satisfies(r -> assertThat(r)
                .contains("Q1", "yesterday"));
    }

    private SnapshotRefresh.Report refresh(Clock clock, List<String> qids) throws InterruptedException {
        try (EntityDataClient then =
                new EntityDataClient(base(), "test@example.org", "1", Duration.ZERO, waited::add, clock)) {
            return new SnapshotRefresh(store, then, new SnapshotLoader(store, clock), clock)
                    .run(qids, WEEK, Progress.SILENT);
        }
    }

    @Test
    void requests_are_spaced() throws InterruptedException {
        reply("Q1", 200, entity("Q1", 7, "Universum"));
        try (EntityDataClient slow = new EntityDataClient(
                base(), "test@example.org", "1", Duration.ofHours(1), waited::add, Clock.systemUTC())) {
            slow.get("Q1");
            assertThat(waited).isEmpty();
            slow.get("Q1");
        }
        assertThat(waited).singleElement().satisfies(w -> assertThat(w).isGreaterThan(Duration.ofMinutes(59)));
    }

    @Test
    void a_test_that_would_go_online_is_told_so() {
        try (EntityDataClient online = new EntityDataClient(
                EntityDataClient.WIKIDATA, "test@example.org", "1", Duration.ZERO, waited::add, Clock.systemUTC())) {
            assertThatThrownBy(() -> online.get("Q1")).hasMessageContaining("stays offline");
        }
    }

    @Test
    void a_refresh_brings_newer_revisions_notes_merges_and_lists_problems() throws InterruptedException {
        SnapshotLoader loader = new SnapshotLoader(store, Clock.systemUTC());
        loader.put(WikibaseJson.read(entity("Q1", 7, "Universum")), Map.of(), Map.of(), "test");
        loader.put(WikibaseJson.read(entity("Q2", 7, "Erde")), Map.of(), Map.of(), "test");
        loader.put(WikibaseJson.read(entity("Q3", 7, "Leben")), Map.of(), Map.of(), "test");
        reply("Q1", 200, entity("Q1", 8, "Weltall"));
        reply("Q2", 200, entity("Q2", 7, "Erde"));
        reply("Q3", 200, entity("Q30", 5, "alles Leben"));
        SnapshotRefresh refresh = new SnapshotRefresh(store, client, loader, Clock.systemUTC());
        SnapshotRefresh.Report report = refresh.run(List.of("Q1", "Q2", "Q3", "Q4"), WEEK, Progress.SILENT);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.merged()).containsExactly(Map.entry("Q3", "Q30"));
        assertThat(report.problems()).singleElement().satisfies(p -> assertThat(p)
                .startsWith("Q4: "));
        String universe =
                store.read(d -> Snapshot.in(d).entity("Q1").orElseThrow().label("de"));
        String merged =
                store.read(d -> Snapshot.in(d).entity("Q3").orElseThrow().id());
        assertThat(universe).isEqualTo("Weltall");
        assertThat(merged).isEqualTo("Q30");
    }

    @Test
    void what_was_fetched_before_the_server_failed_is_kept_and_all_that_is_known_is_asked_for() {
        SnapshotLoader loader = new SnapshotLoader(store, Clock.systemUTC());
        loader.put(WikibaseJson.read(entity("Q1", 7, "Universum")), Map.of(), Map.of(), "test");
        loader.put(WikibaseJson.read(entity("Q2", 7, "Erde")), Map.of(), Map.of(), "test");
        reply("Q1", 200, entity("Q1", 8, "Weltall"));
        reply("Q2", 500, "");
        SnapshotRefresh refresh = new SnapshotRefresh(store, client, loader, Clock.systemUTC());
        assertThatThrownBy(() -> refresh.run(List.of(), WEEK, Progress.SILENT)).isInstanceOf(WikidataException.class);
        String universe =
                store.read(d -> Snapshot.in(d).entity("Q1").orElseThrow().label("de"));
        assertThat(universe).isEqualTo("Weltall");
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/wiki/Special:EntityData/");
    }

    private void reply(String qid, int status, String body, String... header) {
        replies.computeIfAbsent("/wiki/Special:EntityData/" + qid + ".json", p -> new ArrayDeque<>())
                .add(new Reply(status, body, header.length == 0 ? Map.of() : Map.of(header[0], header[1])));
    }

    private static String entity(String qid, long revision, String label) {
        return "{\"entities\":{\"" + qid + "\":{\"pageid\":1,\"ns\":0,\"title\":\"" + qid + "\",\"lastrevid\":"
                + revision
                + ",\"modified\":\"2026-01-01T00:00:00Z\",\"type\":\"item\",\"id\":\"" + qid
                + "\",\"labels\":{\"de\":{\"language\":\"de\",\"value\":\"" + label
                + "\"}},\"descriptions\":{},\"aliases\":[],\"claims\":[],\"sitelinks\":{}}}}";
    }
}
