package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that cannot be completed once it is on its way is broken off: its last chunk never comes. */
class BrokenStreamTest {
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final String WIDE = "x".repeat(90_000);
    /** More than is held before an answer is sent. */
    private static final int ON_ITS_WAY = 5_000_000;

    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example(ServerOptions.defaults().withLimits(Duration.ofMinutes(2), Integer.MAX_VALUE));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Two hundred rows of which the last one is larger than a value may be. */
    private static String failingRow(String form) {
        return form + " { VALUES ?n { " + numbers(200) + " } BIND (IF(?n = 200, CONCAT(\"" + WIDE + "\", \"" + WIDE
                + "\"), CONCAT(\"" + WIDE + "\", STR(?n))) AS ?t) }";
    }

    /** Rows that nobody reads to their end. */
    private static String endless() {
        return "SELECT ?n ?m ?t { VALUES ?n { " + numbers(1000) + " } VALUES ?m { " + numbers(1000)
                + " } BIND (CONCAT(\"" + WIDE + "\", STR(?n)) AS ?t) }";
    }

    private static String numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void a_row_that_fails(String format) throws Exception {
        try (Exchange exchange = new Exchange("format=" + format, failingRow("SELECT ?n ?t"))) {
            assertThat(exchange.readToEnd()).satisfies(BrokenStreamTest::isBrokenOff);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void a_query_that_is_stopped(String format) throws Exception {
        String name = UUID.randomUUID().toString();
        try (Exchange exchange = new Exchange("format=" + format + "&run=" + name, endless())) {
            exchange.readOn(ON_ITS_WAY);
            assertThat(site.post("/sparql/stop", "application/x-www-form-urlencoded", "run=" + name)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(exchange.readToEnd()).satisfies(BrokenStreamTest::isBrokenOff);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void a_query_whose_time_is_over(String format) throws Exception {
        // Where the machine is so slow that nothing was on its way by then, there is an error instead: more time is
        // given.
        for (int seconds = 2; ; seconds *= 2) {
            try (Exchange exchange = new Exchange("format=" + format + "&timeout=" + seconds, endless())) {
                String answer = exchange.readToEnd();
                if (answer.startsWith("HTTP/1.1 200") || seconds > 60) {
                    assertThat(answer).satisfies(BrokenStreamTest::isBrokenOff);
                    return;
                }
                assertThat(answer).startsWith("HTTP/1.1 503").contains("problem");
            }
        }
    }

    @Test
    void a_client_of_java_notices() {
        assertThatThrownBy(
                        () -> site.post("/sparql?format=csv", "application/sparql-query", failingRow("SELECT ?n ?t")))
                .isInstanceOf(UncheckedIOException.class);
    }

    /** A graph is made before it is written, so that a solution that fails is an error like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf"})
    void a_solution_that_fails(String format) throws Exception {
        String query = failingRow("CONSTRUCT { <http://example.org/a> <http://example.org/t> ?t } WHERE");
        try (Exchange exchange = new Exchange("format=" + format, query)) {
            assertThat(exchange.readToEnd()).startsWith("HTTP/1.1 400").contains("a text of more than");
        }
    }

    /** XML has no name for this property; that shows when its triple is written, whenever that is. */
    @Test
    void a_triple_that_cannot_be_written() throws Exception {
        String query = "CONSTRUCT { ?s ?p ?t } WHERE { VALUES ?n { " + numbers(200)
                + " } BIND (IRI(CONCAT(\"http://example.org/\", STR(?n))) AS ?s)"
                + " BIND (IF(?n = 100, <http://example.org/1>, <http://example.org/t>) AS ?p)"
                + " BIND (CONCAT(\"" + WIDE + "\", STR(?n)) AS ?t) }";
        try (Exchange exchange = new Exchange("format=rdf", query)) {
            String answer = exchange.readToEnd();
            assertThat(answer.startsWith("HTTP/1.1 4") || !answer.endsWith(LAST_CHUNK))
                    .as(answer.substring(0, 200))
                    .isTrue();
        }
    }

    @Test
    void a_whole_answer_has_its_last_chunk() throws Exception {
        String query =
                "SELECT ?n ?t { VALUES ?n { " + numbers(100) + " } BIND (CONCAT(\"" + WIDE + "\", STR(?n)) AS ?t) }";
        try (Exchange exchange = new Exchange("format=csv", query)) {
            assertThat(exchange.readToEnd()).contains("chunked").endsWith(LAST_CHUNK);
        }
    }

    private static void isBrokenOff(String answer) {
        assertThat(answer.startsWith("HTTP/1.1 200")).as(head(answer)).isTrue();
        assertThat(head(answer)).containsIgnoringCase("Transfer-Encoding: chunked");
        assertThat(answer.length()).isGreaterThan(ON_ITS_WAY / 2);
        assertThat(answer.endsWith(LAST_CHUNK)).as("ends as if it were whole").isFalse();
    }

    private static String head(String answer) {
        return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
    }

    /** One request over a connection of its own, read byte by byte. */
    private static final class Exchange implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", site.port());
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Exchange(String parameters, String query) throws IOException {
            byte[] body = query.getBytes(StandardCharsets.UTF_8);
            socket.setSoTimeout(240_000);
            socket.getOutputStream()
                    .write(("POST /sparql?" + parameters + " HTTP/1.1\r\nHost: 127.0.0.1:" + site.port()
                                    + "\r\nContent-Type: application/sparql-query\r\nConnection: close\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        }

        void readOn(int bytes) throws IOException {
            byte[] part = new byte[64 * 1024];
            InputStream in = socket.getInputStream();
            while (read.size() < bytes) {
                int count = in.read(part);
                assertThat(count).as("ended after " + read).isPositive();
                read.write(part, 0, count);
            }
        }

        /** All that comes; a connection that is reset has ended, too. */
        String readToEnd() throws IOException {
            try {
                byte[] part = new byte[64 * 1024];
                InputStream in = socket.getInputStream();
                for (int count = in.read(part); count >= 0; count = in.read(part)) {
                    read.write(part, 0, count);
                }
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // The server broke off.
            }
            return read.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
