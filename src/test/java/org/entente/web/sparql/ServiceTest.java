package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.entente.ServedStore;
import org.entente.execution.PublicAddresses;
import org.entente.execution.ServiceRules;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SERVICE against a second SPARQL server of this machine, which the test allows, and against servers that behave badly. */
class ServiceTest {
    private static final AtomicInteger BEHIND_REDIRECT = new AtomicInteger();
    private static final AtomicInteger AT_ONCE = new AtomicInteger();
    private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
    private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());
    private static ServedStore other;
    private static HttpServer bad;
    private static ServedStore site;

    @BeforeAll
    static void start() throws IOException {
        other = ServedStore.example();
        bad = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        bad.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        bad.createContext("/slow", exchange -> {
            sleep(5_000);
            answer(exchange, 200, "application/sparql-results+json", "{}");
        });
        bad.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(' ');
                    out.flush();
                    sleep(100);
                }
            }
        });
        bad.createContext("/huge", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000; i++) {
                    out.write(new byte[100_000]);
                }
            }
        });
        bad.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().set("Location", badUrl("/behind"));
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        bad.createContext("/behind", exchange -> {
            BEHIND_REDIRECT.incrementAndGet();
            answer(exchange, 200, "application/sparql-results+json", NOTHING);
        });
        bad.createContext("/page", exchange -> answer(exchange, 200, "text/html", "<p>Welcome</p>"));
        bad.createContext(
                "/broken", exchange -> answer(exchange, 200, "application/sparql-results+json", "{\"head\":"));
        bad.createContext(
                "/no-iri",
                exchange -> answer(
                        exchange,
                        200,
                        "application/sparql-results+json",
                        "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"uri\",\"value\":\"not an <iri>\"}}]}}"));
        bad.createContext("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            // Small on the way, a hundred times the limit when unpacked.
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                byte[] blanks = new byte[1_000_000];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 100; i++) {
                    out.write(blanks);
                }
            }
        });
        bad.createContext("/error", exchange -> answer(exchange, 500, "text/plain", "no"));
        bad.createContext("/crowd", exchange -> {
            int here = AT_ONCE.incrementAndGet();
            MOST_AT_ONCE.accumulateAndGet(here, Math::max);
            sleep(100);
            AT_ONCE.decrementAndGet();
            answer(exchange, 200, "application/sparql-results+json", NOTHING);
        });
        bad.createContext("/counting", exchange -> {
            ASKED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "application/sparql-results+json", NOTHING);
        });
        bad.start();
        List<URI> allowed = Stream.concat(
                        Stream.of(other.url("/sparql"), "http://localhost.invalid/sparql"),
                        Stream.of(
                                        "slow",
                                        "endless",
                                        "huge",
                                        "redirect",
                                        "page",
                                        "broken",
                                        "no-iri",
                                        "bomb",
                                        "error",
                                        "counting",
                                        "crowd")
                                .map(p -> badUrl("/" + p)))
                .map(URI::create)
                .toList();
        site = ServedStore.example(ServerOptions.defaults()
                .withWriteKey(ServedStore.KEY)
                .withServices(
                        ServiceRules.allowing(allowed).onThisMachine().within(Duration.ofSeconds(1), 1_000_000, 5)));
    }

    private static final String NOTHING = "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[]}}";

    @AfterAll
    static void stop() {
        site.close();
        other.close();
        bad.stop(0);
    }

    @Test
    void an_allowed_service_answers_and_its_rows_join_with_ours() {
        HttpResponse<String> response = site.query(
                "SELECT ?p (COUNT(*) AS ?n) { VALUES ?p { <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> } SERVICE <"
                        + other.url("/sparql") + "> { ?s ?p ?o } } GROUP BY ?p",
                "text/csv");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("rdf-syntax-ns#type,").doesNotContain("type,0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/slow | did not answer within",
                "/endless | did not answer within",
                "/huge | larger than 1000000 bytes",
                "/redirect | redirects to another address",
                "/page | text/html instead of",
                "/broken | cannot be read as",
                "/no-iri | cannot be read as",
                "/bomb | larger than 1000000 bytes",
                "/error | status 500"
            })
    void a_service_that_behaves_badly_is_a_clear_problem_and_silent_goes_on_without_it(String path, String why) {
        String pattern = " <" + badUrl(path) + "> { ?s ?p ?o } }";
        HttpResponse<String> loud = site.query("SELECT * { SERVICE" + pattern, "text/csv");
        assertThat(loud.statusCode()).isEqualTo(why.startsWith("did not answer within") ? 504 : 502);
        assertThat(loud.body()).contains(why).contains(badUrl(path));
        HttpResponse<String> silent = site.query("SELECT ?a { BIND(1 AS ?a) SERVICE SILENT" + pattern, "text/csv");
        assertThat(silent.statusCode()).isEqualTo(200);
        assertThat(silent.body().lines()).containsExactly("a", "1");
    }

    @Test
    void a_redirect_is_not_followed() {
        site.query("SELECT * { SERVICE <" + badUrl("/redirect") + "> { ?s ?p ?o } }", "text/csv");
        assertThat(BEHIND_REDIRECT).hasValue(0);
    }

    @Test
    void an_update_asks_no_service_and_says_what_to_do_instead() {
        HttpResponse<String> response = site.post(
                "/update",
                "application/sparql-update",
                "INSERT { <urn:a> <urn:b> ?o } WHERE { SERVICE <" + other.url("/sparql") + "> { ?s ?p ?o } }",
                "Authorization",
                "Bearer " + ServedStore.KEY);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("INSERT DATA");
    }

    @Test
    void no_more_calls_than_allowed_are_under_way_at_a_time_and_none_is_lost() {
        List<Integer> statuses = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> site.query(
                                        "SELECT * { SERVICE <" + badUrl("/crowd") + "> { ?s <urn:crowd" + i
                                                + "> ?o } }",
                                        "text/csv")
                                .statusCode(),
                        Executors.newVirtualThreadPerTaskExecutor()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsOnly(200);
        assertThat(MOST_AT_ONCE.get()).isBetween(1, 4);
    }

    @Test
    void an_answer_is_used_again() {
        String query = "SELECT * { SERVICE <" + badUrl("/counting") + "> { ?s <urn:again> ?o } }";
        assertThat(site.query(query, "text/csv").statusCode()).isEqualTo(200);
        assertThat(site.query(query + " #", "text/csv").statusCode()).isEqualTo(200);
        assertThat(ASKED.stream().filter(q -> q.contains("again"))).hasSize(1);
    }

    @Test
    void a_query_that_would_call_for_every_row_is_stopped() {
        HttpResponse<String> response = site.query(
                "SELECT * { VALUES ?x { 1 2 3 4 5 6 7 8 9 } BIND(IRI(CONCAT('urn:row', STR(?x))) AS ?s) SERVICE <"
                        + badUrl("/counting") + "> { ?s ?p ?o } }",
                "text/csv");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("at most 5 times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/other> { ?s ?p ?o } }",
                "SELECT * { SERVICE ?x { ?s ?p ?o } }",
                "SELECT * { VALUES ?x { <http://127.0.0.1:1/> } SERVICE SILENT ?x { ?s ?p ?o } }",
                "SELECT * { ?s <java:x> ?o }"
            })
    void all_other_doors_stay_closed(String query) {
        HttpResponse<String> response = site.query(query, "text/csv");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("closed");
    }

    @Test
    void an_address_of_this_machine_is_refused_unless_the_test_opens_it() {
        try (ServedStore strict = ServedStore.example(ServerOptions.defaults()
                .withServices(ServiceRules.allowing(List.of(URI.create(badUrl("/counting"))))))) {
            HttpResponse<String> response =
                    strict.query("SELECT * { SERVICE <" + badUrl("/counting") + "> { ?s <urn:here> ?o } }", "text/csv");
            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).contains("not a public address");
        }
        assertThat(ASKED).noneMatch(query -> query.contains("here"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                        "224.0.0.1",
                "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "::ffff:10.0.0.1",
                "2002:7f00:1::", "2001:0:1::", "64:ff9b::7f00:1", "ff02::1"
            })
    void addresses_that_are_not_public_are_known(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91.198.174.192", "8.8.8.8", "2620:0:862:ed1a::1"})
    void public_addresses_are_public(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x.org/a", "https:///sparql", "https://u:p@x.org/a", "https://x.org/a?b", "sparql"})
    void what_is_no_endpoint_is_refused_at_the_start(String endpoint) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ServiceRules.allowing(List.of(URI.create(endpoint))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the address of a SPARQL endpoint");
    }

    private static String badUrl(String path) {
        return "http://127.0.0.1:" + bad.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
