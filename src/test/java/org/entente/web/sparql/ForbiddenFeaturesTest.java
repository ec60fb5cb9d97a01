package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;
import static org.entente.ServedStore.header;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers, and key holders, may not make this server do. A second server counts whether it was called. */
class ForbiddenFeaturesTest {
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static ServedStore site;
    private static HttpServer other;

    @BeforeAll
    static void start() throws IOException {
        site = ServedStore.example();
        other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            CALLS.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
    }

    @AfterAll
    static void stop() {
        site.close();
        other.stop(0);
    }

    private static String elsewhere() {
        return "http://127.0.0.1:" + other.getAddress().getPort() + "/sparql";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <X> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <X> { ?s ?p ?o } }",
                "SELECT * { VALUES ?x { <X> } SERVICE ?x { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <X> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { OPTIONAL { SERVICE <X> { ?s ?p ?o } } } }",
                "SELECT * { { SELECT ?s { SERVICE <X> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE <X> { ?s ?p ?o } } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { SERVICE <X> { ?s ?p ?o } } }",
                "ASK { SERVICE <X> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE <X> { ?s ?p ?o } }",
                "SELECT (EXISTS { SERVICE <X> { ?s ?p ?o } } AS ?b) {}",
                "SELECT ?s { ?s ?p ?o } ORDER BY EXISTS { SERVICE <X> { ?s ?p ?o } }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <X> { ?s ?p ?o } })"
            })
    void no_other_service_is_called(String query) {
        int before = CALLS.get();
        HttpResponse<String> response = site.query(query.replace("<X>", "<" + elsewhere() + ">"), "*/*");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("problems/closed", "VALUES");
        assertThat(CALLS.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<java:org.apache.jena.sparql.function.library.e>) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(2000000000) AS ?x) {}",
                "SELECT * { ?x <http://jena.apache.org/ARQ/property#strSplit> ('a!' '^((a+)+)+$') }",
                "SELECT * { ?s ?p ?o FILTER (<java:org.example.F>(?s)) }",
                "SELECT * { BIND (<JAVA:org.example.F>(1) AS ?x) }",
                "SELECT * { ?s <java:org.example.P> ?o }",
                "SELECT * { ?s <urn:n>|<java:org.example.P> ?o }",
                "SELECT * { ?s <urn:n>/(<java:org.example.P>)* ?o }",
                "SELECT (CALL(<java:org.example.F>, 1) AS ?x) {}",
                "SELECT (CALL(IRI(CONCAT('jav', 'a:org.example.F')), 1) AS ?x) {}",
                "SELECT * { GRAPH ?g { ?s <java:org.example.P> ?o } }",
                "SELECT ?s { ?s ?p ?o } ORDER BY <java:org.example.F>(?s)",
                "SELECT (AGG <java:org.example.Agg>(?s) AS ?x) { ?s ?p ?o } GROUP BY ?p",
                "SELECT (SUM(<java:org.example.F>(?o)) AS ?x) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<java:org.example.F>(?s))",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s <java:org.example.P> ?z } }"
            })
    void no_java_is_called(String query) {
        HttpResponse<String> response = site.query(query, "*/*");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("problems/closed");
    }

    @Test
    void from_reads_no_file_and_no_address() {
        int before = CALLS.get();
        for (String from : new String[] {"file:///etc/hostname", elsewhere()}) {
            HttpResponse<String> response = site.query("SELECT * FROM <" + from + "> { ?s ?p ?o }", "text/csv");
            assertThat(response.body().lines().toList()).hasSizeLessThan(2);
        }
        assertThat(CALLS.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD <file:///etc/hostname>",
                "LOAD SILENT <file:///etc/hostname>",
                "LOAD SILENT <X> INTO GRAPH <urn:g>",
                "INSERT DATA { <urn:a> <urn:b> 1 } ; LOAD <X>",
                "INSERT { ?s ?p ?o } WHERE { SERVICE <X> { ?s ?p ?o } }",
                "INSERT { <urn:a> <urn:b> ?x } WHERE { BIND (<java:org.example.F>(1) AS ?x) }",
                "INSERT { <urn:a> <urn:b> ?x } WHERE { BIND (<http://jena.apache.org/ARQ/function#wait>(40000) AS ?x) }",
                "DELETE WHERE { GRAPH ?g { ?x <java:org.example.P> 1 } }",
                "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <X> { ?s ?p ?o } } }"
            })
    void an_update_reads_nothing_from_elsewhere_even_with_the_key(String update) {
        int before = CALLS.get();
        String state = site.store().release().state();
        HttpResponse<String> response = site.update(update.replace("<X>", "<" + elsewhere() + ">"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("problems/closed");
        assertThat(CALLS.get()).isEqualTo(before);
        assertThat(site.store().release().state()).isEqualTo(state);
    }

    @Test
    void json_ld_with_a_remote_context_is_not_read() {
        int before = CALLS.get();
        String body = "{\"@context\":\"" + elsewhere() + "\",\"@id\":\"urn:a\",\"urn:b\":1}";
        HttpResponse<String> response = site.send(site.request("/graph-store?graph=urn:example:g")
                .header("Content-Type", "application/ld+json")
                .header("Authorization", "Bearer " + KEY)
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("context");
        assertThat(CALLS.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/update",
        "PUT,/graph-store?graph=urn:g",
        "POST,/graph-store?default",
        "DELETE,/graph-store?default"
    })
    void writing_needs_the_right_key(String method, String path) {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("");
        String type = path.equals("/update") ? "application/sparql-update" : "text/turtle";
        HttpResponse<String> none =
                site.send(site.request(path).header("Content-Type", type).method(method, body));
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(header(none, "WWW-Authenticate")).startsWith("Bearer");
        HttpResponse<String> wrong = site.send(site.request(path)
                .header("Content-Type", type)
                .header("Authorization", "Bearer wrong")
                .method(method, body));
        assertThat(wrong.statusCode()).isEqualTo(403);
    }

    @Test
    void a_server_without_a_key_takes_no_writes() {
        try (ServedStore readOnly = ServedStore.example(ServerOptions.defaults())) {
            HttpResponse<String> response = readOnly.update("CLEAR ALL");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).contains("write key");
        }
    }
}
