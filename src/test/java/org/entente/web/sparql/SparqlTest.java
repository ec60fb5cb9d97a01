package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;
import static org.entente.ServedStore.model;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.RDF;
import org.entente.ServedStore;
import org.entente.execution.QueryLimits;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /sparql} as the SPARQL 1.1 Protocol and the contract want it. */
class SparqlTest {
    private static final String PERSONS =
            "SELECT ?p WHERE { ?p a <https://w3id.org/entente/ontology#Person> } ORDER BY ?p";
    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json; charset=utf-8",
        "application/json, application/sparql-results+json; charset=utf-8",
        "application/sparql-results+xml, application/sparql-results+xml; charset=utf-8",
        "text/csv, text/csv; charset=utf-8",
        "text/tab-separated-values, text/tab-separated-values; charset=utf-8",
        "*/*, application/sparql-results+json; charset=utf-8",
        "text/*;q=0.5, text/csv; charset=utf-8",
        "'text/csv;q=0.1, application/sparql-results+xml;q=0.9', application/sparql-results+xml; charset=utf-8"
    })
    void rows_come_in_the_format_that_is_accepted(String accept, String type) {
        HttpResponse<String> response = site.query(PERSONS, accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase(type);
        assertThat(response.body()).contains("person/anna-ahorn");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, TURTLE",
        "application/n-triples, NTRIPLES",
        "application/ld+json, JSONLD",
        "application/rdf+xml, RDFXML"
    })
    void graphs_come_in_four_formats(String accept, String lang) {
        HttpResponse<String> response =
                site.query("CONSTRUCT WHERE { ?s a <https://w3id.org/entente/ontology#Person> }", accept);
        assertThat(header(response, "Content-Type")).startsWith(accept);
        Lang read = org.apache.jena.riot.RDFLanguages.contentTypeToLang(accept);
        assertThat(model(response, read).size()).as(lang).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "json", "xml"})
    void the_format_parameter_comes_before_the_header(String format) {
        HttpResponse<String> response =
                site.get("/sparql?format=" + format + "&query=" + Urls.encode("ASK {}"), "Accept", "image/png");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("true");
    }

    @Test
    void a_query_may_be_posted_as_form_or_directly() {
        assertThat(site.post("/sparql", "application/x-www-form-urlencoded", "query=" + Urls.encode(PERSONS))
                        .body())
                .contains("berta-birke");
        assertThat(site.post("/sparql", "application/sparql-query; charset=utf-8", PERSONS, "Accept", "text/csv")
                        .body())
                .contains("berta-birke");
    }

    @Test
    void a_browser_gets_the_rows_as_a_page_with_the_query_to_go_on_with() {
        HttpResponse<String> response =
                site.query(PERSONS, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        assertThat(header(response, "Content-Type")).startsWith("text/html");
        assertThat(response.body())
                .contains("<a href=\"/page/person/anna-ahorn\" lang=\"en\">Anna Ahorn</a>", "ORDER BY ?p</textarea>");
    }

    @Test
    void the_dataset_of_the_protocol_is_honoured() {
        String query = Urls.encode("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        String graph = Urls.encode("https://w3id.org/entente/graph/vocabulary");
        assertThat(site.get("/sparql?query=" + query + "&default-graph-uri=" + graph, "Accept", "text/csv")
                        .body())
                .isEqualTo("n\r\n3\r\n");
    }

    @Test
    void a_syntax_error_names_line_and_column() {
        HttpResponse<String> response = site.query("SELECT *\nWHERE { ?s ?p }", "*/*");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(response.body()).contains("\"line\":2", "\"column\":15", "problems/sparql-syntax");
    }

    @Test
    void an_unknown_prefix_is_an_error_of_the_query() {
        assertThat(site.query("SELECT * { ?s nope:p ?o }", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void an_update_is_refused_as_query_and_as_method() {
        assertThat(site.query("DELETE WHERE { ?s ?p ?o }", "*/*").statusCode()).isEqualTo(400);
        for (HttpResponse<String> response : List.of(
                site.post("/sparql", "application/sparql-update", "DELETE WHERE { ?s ?p ?o }"),
                site.post("/sparql", "application/x-www-form-urlencoded", "update=" + Urls.encode("CLEAR ALL")),
                site.send(site.request("/sparql").PUT(HttpRequest.BodyPublishers.ofString(""))),
                site.send(site.request("/sparql").DELETE()))) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(405);
            assertThat(header(response, "Allow")).contains("GET", "POST");
        }
    }

    @Test
    void nothing_acceptable_is_406_a_wrong_type_415_a_large_body_413() {
        assertThat(site.query(PERSONS, "image/png").statusCode()).isEqualTo(406);
        assertThat(site.query(PERSONS, "text/turtle").statusCode()).isEqualTo(406);
        assertThat(site.get("/sparql?format=nonsense&query=ASK%7B%7D").statusCode())
                .isEqualTo(406);
        assertThat(site.post("/sparql", "text/plain", PERSONS).statusCode()).isEqualTo(415);
        assertThat(site.post("/sparql", "application/sparql-query", "#".repeat(1_000_001))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_very_long_address_is_refused() {
        assertThat(site.get("/sparql?query=" + "x".repeat(100_000)).statusCode())
                .isIn(414, 431);
    }

    @Test
    void an_answer_that_the_client_has_is_not_sent_again_until_something_changes() {
        HttpResponse<String> first = site.query(PERSONS, "text/csv");
        String tag = header(first, "ETag");
        String path = "/sparql?query=" + Urls.encode(PERSONS);
        HttpResponse<String> again = site.get(path, "Accept", "text/csv", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(site.get(path, "Accept", "text/tab-separated-values", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.update("INSERT DATA { GRAPH <http://example.org/g> { <urn:a> <urn:b> 1 } }")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.get(path, "Accept", "text/csv", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void other_origins_may_read() {
        HttpResponse<String> response = site.query(PERSONS, "text/csv");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Expose-Headers"))
                .contains("Link", "ETag", "Retry-After", "Entente-Row-Limit");
        HttpResponse<String> preflight =
                site.send(site.request("/sparql").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Content-Type");
        HttpResponse<String> update =
                site.send(site.request("/update").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(header(update, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void head_is_get_without_its_body() {
        HttpResponse<String> response = site.send(site.request("/sparql?query=" + Urls.encode(PERSONS))
                .header("Accept", "text/csv")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "Content-Type")).startsWith("text/csv");
    }

    @Test
    void without_a_query_the_service_describes_itself() {
        HttpResponse<String> response = site.get("/sparql", "Accept", "text/turtle");
        Model model = model(response, Lang.TURTLE);
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        var service = model.listSubjectsWithProperty(RDF.type, model.createResource(sd + "Service"))
                .next();
        assertThat(service.getURI()).isEqualTo(site.url("/sparql"));
        assertThat(model.contains(service, model.createProperty(sd, "endpoint"), service))
                .isTrue();
        assertThat(model.contains(
                        service,
                        model.createProperty(sd, "supportedLanguage"),
                        model.createResource(sd + "SPARQL11Query")))
                .isTrue();
        assertThat(model.listObjectsOfProperty(service, model.createProperty(sd, "resultFormat"))
                        .toList())
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(service.hasProperty(model.createProperty(sd, "defaultDataset")))
                .isTrue();
        assertThat(model(site.get("/sparql", "Accept", "application/rdf+xml"), Lang.RDFXML)
                        .size())
                .isEqualTo(model.size());
        assertThat(site.get("/sparql", "Accept", "text/html,*/*;q=0.8").body()).contains("<textarea");
    }

    @Test
    void the_limits_are_stated() {
        HttpResponse<String> response = site.query(PERSONS, "text/csv");
        assertThat(header(response, "Entente-Row-Limit")).isEqualTo("100000");
        assertThat(header(response, "Entente-Time-Limit")).isEqualTo("30");
    }

    @Test
    void a_larger_limit_is_lowered_to_the_most_that_is_sent() {
        try (ServedStore small = ServedStore.example(ServerOptions.defaults().withLimits(Duration.ofSeconds(30), 2))) {
            assertThat(small.query("SELECT ?s { ?s ?p ?o } LIMIT 1000", "text/csv")
                            .body()
                            .lines())
                    .hasSize(3);
            assertThat(small.query("SELECT ?s { ?s ?p ?o } LIMIT 1", "text/csv")
                            .body()
                            .lines())
                    .hasSize(2);
        }
    }

    @Test
    void a_cross_product_is_stopped_after_the_time_limit() {
        try (ServedStore quick =
                ServedStore.example(ServerOptions.defaults().withLimits(Duration.ofSeconds(1), 100_000))) {
            String cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o }";
            long start = System.nanoTime();
            HttpResponse<String> response = quick.query(cross, "text/csv");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("https://w3id.org/entente/problems/query-timeout");
            assertThat(response.headers().firstValue("Retry-After")).isEmpty();
            String sorted = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?l ?h LIMIT 5";
            assertThat(quick.query(sorted, "text/csv").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void rows_that_are_on_their_way_when_the_time_is_over_are_broken_off() {
        try (ServedStore quick =
                ServedStore.example(ServerOptions.defaults().withLimits(Duration.ofSeconds(1), 100_000_000))) {
            String rows = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> quick.query(rows, "text/csv")))
                    .isInstanceOf(java.io.UncheckedIOException.class);
        }
    }

    @Test
    void a_full_queue_says_when_to_come_back() throws Exception {
        ServerOptions tight =
                ServerOptions.defaults().withQueries(new QueryLimits(Duration.ofSeconds(2), 1000, 1, 0, 2));
        String slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o }";
        try (ServedStore site = ServedStore.example(tight);
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> site.query(slow, "text/csv")));
            }
            List<String> seen = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                HttpResponse<String> response = answer.get();
                seen.add(response.statusCode() + " " + header(response, "Retry-After"));
            }
            assertThat(seen).contains("503 ").containsAnyOf("503 5", "429 2");
        }
    }

    @Test
    void one_client_with_too_many_queries_is_told_to_wait() throws Exception {
        ServerOptions one =
                ServerOptions.defaults().withQueries(new QueryLimits(Duration.ofSeconds(2), 1000, 4, 10, 1));
        String slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o }";
        try (ServedStore site = ServedStore.example(one);
                var threads = Executors.newFixedThreadPool(3)) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(threads.submit(() -> site.query(slow, "text/csv")));
            }
            List<Integer> seen = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                seen.add(answer.get().statusCode());
            }
            assertThat(seen).containsExactlyInAnyOrder(503, 429, 429);
        }
    }

    @Test
    void fifty_readers_see_whole_states_while_writes_happen() throws Exception {
        String count = "SELECT (COUNT(*) AS ?n) { GRAPH <http://example.org/counted> { ?s ?p ?o } }";
        try (var threads = Executors.newFixedThreadPool(50)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                readers.add(threads.submit(() -> {
                    for (int n = 0; n < 10; n++) {
                        HttpResponse<String> response = site.query(count, "text/csv");
                        assertThat(response.statusCode()).isEqualTo(200);
                        int rows = Integer.parseInt(
                                response.body().lines().toList().get(1));
                        assertThat(rows % 2).isZero();
                    }
                }));
            }
            for (int i = 0; i < 20; i++) {
                String pair = "<urn:s" + i + "> <urn:p> 1 , 2 .";
                assertThat(site.update("INSERT DATA { GRAPH <http://example.org/counted> { " + pair + " } }")
                                .statusCode())
                        .isEqualTo(204);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }
}
