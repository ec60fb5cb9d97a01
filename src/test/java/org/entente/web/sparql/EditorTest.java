package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.ServedStore;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on which SPARQL is written, and what its editor asks the server. */
class EditorTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void the_bundled_library_is_the_one_its_readme_describes() throws Exception {
        Path vendor = Path.of("src/main/resources/web/static/vendor");
        byte[] bytes = Files.readAllBytes(vendor.resolve("codemirror/codemirror.min.js"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(Files.readString(vendor.resolve("README.md"))).contains(hash);
        assertThat(bytes.length).isLessThan(400_000);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("fetch(", "XMLHttpRequest");
    }

    @Test
    void a_query_with_an_error_comes_back_in_the_editor_with_the_place_of_the_error() {
        HttpResponse<String> response = site.query("SELECT ?s\nWHERE { ?s ?p }", BROWSER);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains(
                        "Line 2, column 15",
                        "WHERE { ?s ?p }\n              ▲",
                        "SELECT ?s\nWHERE { ?s ?p }</textarea>");
    }

    @Test
    void a_query_is_checked_without_being_run() throws Exception {
        assertThat(check("SELECT ?s { ?s ?p ?o }").statusCode()).isEqualTo(204);
        HttpResponse<String> wrong = check("SELECT ?s\n{ ?s ?p ?o");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(wrong.body()).at("/line").asInt()).isEqualTo(2);
        assertThat(check("DELETE WHERE { ?s ?p ?o }").body()).contains("POST /update");
        assertThat(check("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> check(String query) {
        return site.post("/sparql/check", RequestBody.FORM, "query=" + Urls.encode(query));
    }

    @Test
    void a_running_query_is_stopped_by_whoever_knows_its_name() throws Exception {
        try (ServedStore slow = ServedStore.example(ServerOptions.defaults().withLimits(Duration.ofMinutes(5), 1000));
                var threads = Executors.newSingleThreadExecutor()) {
            String cross =
                    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o . ?q ?r ?t }";
            Future<HttpResponse<String>> answer = threads.submit(() -> slow.post(
                    "/sparql?format=html&fragment=true", RequestBody.FORM, "run=one-7&query=" + Urls.encode(cross)));
            int status = 404;
            while (status == 404 && !answer.isDone()) {
                assertThat(slow.post("/sparql/stop", RequestBody.FORM, "run=other")
                                .statusCode())
                        .isEqualTo(404);
                status =
                        slow.post("/sparql/stop", RequestBody.FORM, "run=one-7").statusCode();
            }
            assertThat(status).isEqualTo(204);
            assertThat(answer.get().statusCode()).isEqualTo(503);
            assertThat(answer.get().body()).contains("problems/query-stopped");
            assertThat(slow.post("/sparql/stop", RequestBody.FORM, "run=one-7").statusCode())
                    .as("it is gone")
                    .isEqualTo(404);
        }
    }

    @Test
    void names_of_runs_are_names() {
        assertThat(site.post("/sparql", RequestBody.FORM, "run=%3Cb%3E&query=ASK%7B%7D")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.post("/sparql/stop", "text/plain", "x").statusCode()).isEqualTo(415);
    }

    @Test
    void the_terms_of_the_collection_have_labels_in_the_readers_language() throws Exception {
        JsonNode english = JSON.readTree(site.get("/sparql/terms.json?lang=en").body());
        assertThat(english.at("/prefixes/ent").asText()).isEqualTo("https://w3id.org/entente/ontology#");
        JsonNode person = term(english, "ent:Person");
        assertThat(person.get("kind").asText()).isEqualTo("class");
        assertThat(person.get("count").asInt()).isEqualTo(3);
        assertThat(term(english, "rdfs:label").get("count").asInt()).isPositive();
    }

    @Test
    void the_terms_say_what_belongs_together() throws Exception {
        HttpResponse<String> answer = ServedStore.shipped().get("/sparql/terms.json?lang=de");
        JsonNode terms = JSON.readTree(answer.body());
        assertThat(term(terms, "ent:reportedStatus").at("/links").toString())
                .isEqualTo(
                        "{\"domain\":[\"ent:Report\"],\"lists\":[\"ent:StatusScheme\"],\"range\":[\"skos:Concept\"]}");
        assertThat(term(terms, "ent:held").at("/links/lists/0").asText()).isEqualTo("ent:StatusScheme");
        assertThat(term(terms, "ent:Person").at("/links/above/0").asText()).isEqualTo("ent:Agent");
        assertThat(term(terms, "ent:participant").at("/links/range/0").asText()).isEqualTo("ent:Agent");
        HttpResponse<String> again = ServedStore.shipped()
                .get("/sparql/terms.json?lang=de", "If-None-Match", ServedStore.header(answer, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void a_query_is_laid_out_and_a_wrong_one_is_not() throws Exception {
        HttpResponse<String> laidOut = format("SELECT*{?s ?p ?o.# why\n?o ?q 1}");
        assertThat(laidOut.statusCode()).isEqualTo(200);
        assertThat(laidOut.body()).isEqualTo("SELECT* {\n  ?s ?p ?o . # why\n  ?o ?q 1\n}\n");
        HttpResponse<String> wrong = format("SELECT ?s\n{ ?s ?p }");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(wrong.body()).at("/line").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(wrong.body()).at("/words/de").asText()).isNotBlank();
    }

    private static HttpResponse<String> format(String query) {
        return site.post("/sparql/format", RequestBody.FORM, "query=" + Urls.encode(query));
    }

    private static JsonNode term(JsonNode terms, String name) {
        for (JsonNode term : terms.get("terms")) {
            if (term.get("name").asText().equals(name)) {
                return term;
            }
        }
        throw new AssertionError(name + " is missing in " + terms);
    }

    @Test
    void every_example_runs_as_it_stands() throws Exception {
        JsonNode examples = JSON.readTree(site.get("/sparql/examples.json").body());
        assertThat(examples.size()).isEqualTo(3);
        examples.forEach(query -> assertThat(site.query(query.asText(), "*/*").statusCode())
                .as(query.asText())
                .isEqualTo(200));
        assertThat(site.get("/sparql?example=who-met", "Accept", BROWSER).body())
                .contains("person:anna-ahorn");
        assertThat(site.get("/sparql?example=nothing", "Accept", BROWSER).statusCode())
                .isEqualTo(404);
    }

    @Test
    void yes_or_no_and_graphs_have_pages_too() {
        assertThat(site.query("ASK { ?s ?p ?o }", BROWSER).body()).contains("<strong>Yes.</strong>");
        assertThat(site.query("ASK { ?s ?p <urn:x> }", BROWSER).body()).contains("<strong>No.</strong>");
        assertThat(site.query("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }", BROWSER)
                        .body())
                .contains("<pre class=\"graph\"", "ent:Person", "format=ttl");
        assertThat(site.query("ASK { ?s ?p ?o }", "*/*").body()).startsWith("{");
    }

    @Test
    void a_page_that_shows_only_the_first_rows_says_so_and_links_to_all() {
        String many = "SELECT ?a ?b { VALUES ?a { "
                + IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).collect(Collectors.joining(" "))
                + " } VALUES ?b { "
                + IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).collect(Collectors.joining(" ")) + " } }";
        String page = site.query(many, BROWSER).body();
        assertThat(page).contains("Only the first 500 rows are shown", "format=csv");
        assertThat(page.split("<tr>")).hasSize(502);
        assertThat(site.query(many + " LIMIT 500", BROWSER).body()).doesNotContain("Only the first");
    }

    @Test
    void a_part_of_the_page_is_only_the_answer() {
        HttpResponse<String> part = site.post(
                "/sparql?fragment=true&format=html&lang=de", RequestBody.FORM, "query=" + Urls.encode("ASK {}"));
        assertThat(part.body()).contains("<strong>Ja.</strong>").doesNotContain("<html", "<textarea");
    }

    @Test
    void a_query_too_long_for_an_address_is_kept_by_a_form() {
        String query = "ASK { VALUES ?x { " + "\"some long text\" ".repeat(600) + "} }";
        HttpResponse<String> page =
                site.post("/sparql?format=html", RequestBody.FORM, "query=" + Urls.encode(query), "Accept", BROWSER);
        assertThat(page.body())
                .contains("method=\"post\"", "name=\"format\" value=\"csv\"")
                .doesNotContain("rel=\"bookmark\"");
    }

    @Test
    void a_query_too_long_for_an_address_is_shown_in_other_ways_by_a_form() {
        String query = "SELECT ?year ?n { VALUES (?year ?n) { (2015 1) (2016 2) } } # " + "x".repeat(7000);
        String form = "query=" + Urls.encode(query);
        String page = site.post("/sparql?format=html&lang=en", RequestBody.FORM, form, "Accept", BROWSER)
                .body();
        assertThat(page).contains("formaction=\"/sparql?lang=en&amp;view=chart#result\"");
        assertThat(site.post("/sparql?lang=en&view=chart", RequestBody.FORM, form, "Accept", BROWSER)
                        .body())
                .contains("data-view=\"chart\"", "aria-current=\"true\"", "<svg");
    }
}
