package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase0;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.entente.ServedStore;
import org.entente.Slow;
import org.entente.execution.QueryLimits;
import org.entente.vocab.Ent;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One client cannot take the service from the others: neither with slow bodies, nor with heavy queries, nor with some that never end. */
@Timeout(90)
class FairServiceTest {
    /** Between two looks at something that takes its time, in nanoseconds: whoever looks all the time holds up what he waits for. */
    private static final long PAUSE = 20_000_000;

    private static final String HEAVY =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o }";

    @ParameterizedTest
    @ValueSource(ints = {1, 70_000})
    void slow_bodies_do_not_keep_others_waiting(int sent) {
        try (ServedStore site = ServedStore.example(ServerOptions.defaults())) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 220; i++) {
                    slow.add(send(
                            site,
                            "127.0.0.1",
                            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                    + "Content-Length: 100000\r\n\r\n" + "#".repeat(sent)));
                }
                for (int i = 0; i < 5; i++) {
                    assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
                    assertThat(site.get("/static/icon.svg").statusCode()).isEqualTo(200);
                    assertThat(site.post("/sparql", "application/sparql-query", "ASK {}", "Accept", "*/*")
                                    .statusCode())
                            .isEqualTo(200);
                }
            } finally {
                slow.forEach(FairServiceTest::close);
            }
        }
    }

    @Slow
    @Test
    void an_answer_that_nobody_reads_loses_its_place() {
        QueryLimits one = new QueryLimits(Duration.ofSeconds(3), 100_000, 1, 5, 5);
        try (ServedStore site = ServedStore.example(ServerOptions.defaults().withQueries(one))) {
            Socket deaf = send(
                    site,
                    "127.0.0.2",
                    "GET /sparql?query=" + ServedStore.encoded("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
                            + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/sparql-results+json\r\n\r\n");
            try {
                // Until the answer is on its way the place is taken in any case.
                while (!isAnswered(deaf)) {
                    LockSupport.parkNanos(PAUSE);
                }
                while (site.query("ASK {}", "application/json").statusCode() != 200) {
                    LockSupport.parkNanos(PAUSE);
                }
            } finally {
                close(deaf);
            }
        }
    }

    @Test
    void of_large_bodies_from_one_client_only_so_many_are_read_at_a_time() {
        try (ServedStore site = ServedStore.example(ServerOptions.defaults())) {
            String large = "ASK {} #" + "x".repeat(100_000);
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < LargeBodies.AT_ONCE; i++) {
                    slow.add(send(
                            site,
                            "127.0.0.2",
                            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                    + "Content-Length: 200000\r\n\r\n" + "#".repeat(LargeBodies.SHORT + 1)));
                }
                List<Socket> answered;
                do {
                    answered = slow.stream().filter(FairServiceTest::isAnswered).toList();
                } while (answered.size() < LargeBodies.AT_ONCE / 2);
                assertThat(answered)
                        .hasSize(LargeBodies.AT_ONCE / 2)
                        .allSatisfy(socket -> assertThat(statusLine(socket)).contains(" 503 "));
                assertThat(site.post("/sparql", "application/sparql-query", large, "Accept", "*/*")
                                .statusCode())
                        .isEqualTo(200);
            } finally {
                slow.forEach(FairServiceTest::close);
            }
            for (int i = 0; i < 60; i++) {
                assertThat(site.post("/sparql", "application/sparql-query", large, "Accept", "*/*")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60_000, 300_000})
    void a_client_that_waits_to_be_told_to_go_on_is_told(int length) {
        try (ServedStore site = ServedStore.example(ServerOptions.defaults())) {
            HttpResponse<String> response = site.send(site.request("/sparql")
                    .header("Content-Type", "application/sparql-query")
                    .expectContinue(true)
                    .POST(BodyPublishers.ofString("ASK {} #" + "x".repeat(length))));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
    }

    @Test
    void heavy_queries_of_one_client_leave_a_place_for_the_light_one_of_another() throws Exception {
        ServerOptions tight =
                ServerOptions.defaults().withQueries(new QueryLimits(Duration.ofSeconds(4), 1000, 2, 20, 64));
        try (ServedStore site = ServedStore.example(tight);
                var threads = Executors.newFixedThreadPool(4)) {
            List<Future<HttpResponse<String>>> heavy = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                heavy.add(threads.submit(() -> site.query(HEAVY, "text/csv")));
            }
            while (!site.get("/metrics").body().contains("entente_queries_waiting 3.0")) {
                LockSupport.parkNanos(PAUSE);
            }
            Socket other = send(
                    site,
                    "127.0.0.2",
                    "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(statusLine(other)).contains(" 200 ");
            assertThat(heavy.stream().filter(Future::isDone).count()).isLessThanOrEqualTo(1);
            close(other);
            for (Future<HttpResponse<String>> each : heavy) {
                assertThat(each.get().statusCode()).isEqualTo(503);
            }
        }
    }

    @Test
    void a_query_that_never_ends_loses_its_place_and_too_many_of_them_are_told_to_the_operator() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        String name = Ent.term("endless");
        FunctionRegistry.get().put(name, iri -> new FunctionBase0() {
            @Override
            public NodeValue exec() {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return NodeValue.TRUE;
            }
        });
        ServerOptions one = ServerOptions.defaults().withQueries(new QueryLimits(Duration.ofMillis(500), 9, 1, 0, 9));
        try (ServedStore site = ServedStore.example(one)) {
            assertThat(site.get("/health/ready").statusCode()).isEqualTo(200);
            HttpResponse<String> endless =
                    site.query("SELECT (<" + name + ">() AS ?x) { VALUES ?row { 1 } }", "text/csv");
            assertThat(endless.statusCode()).isEqualTo(503);
            assertThat(endless.body()).contains("query-timeout");
            assertThat(site.get("/metrics").body())
                    .contains("entente_queries_strays 1.0", "entente_queries_running 0.0");
            HttpResponse<String> ready = site.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("problems/exhausted", "Restart");
            assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
            Socket other = send(
                    site,
                    "127.0.0.2",
                    "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(statusLine(other)).contains(" 200 ");
            close(other);
            end.countDown();
            while (site.get("/health/ready").statusCode() != 200) {
                LockSupport.parkNanos(PAUSE);
            }
        } finally {
            end.countDown();
            FunctionRegistry.get().remove(name);
        }
    }

    private static Socket send(ServedStore site, String from, String request) {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), site.port()));
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String statusLine(Socket socket) {
        try {
            StringBuilder line = new StringBuilder();
            int c;
            while ((c = socket.getInputStream().read()) >= 0 && c != '\r') {
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
