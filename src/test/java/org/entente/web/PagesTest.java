package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;
import static org.entente.ServedStore.header;
import static org.entente.ServedStore.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.entente.ServedStore;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything but SPARQL itself: things, canned queries, catalogues, errors, headers. */
class PagesTest {
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

    // Things

    @ParameterizedTest
    @CsvSource({
        "text/turtle, /data/person/anna-ahorn",
        "application/ld+json, /data/person/anna-ahorn",
        "'text/html,*/*;q=0.8', /page/person/anna-ahorn",
        "*/*, /data/person/anna-ahorn"
    })
    void a_thing_leads_to_its_page_or_its_data(String accept, String location) {
        HttpResponse<String> response = site.get("/id/person/anna-ahorn", "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(header(response, "Location")).isEqualTo(location);
        assertThat(header(response, "Vary")).contains("Accept");
    }

    @ParameterizedTest
    @CsvSource({".ttl, TURTLE", ".nt, NTRIPLES", ".jsonld, JSONLD", ".rdf, RDFXML"})
    void the_data_of_a_thing_come_in_every_format(String suffix, String name) {
        HttpResponse<String> response = site.get("/data/event/talk" + suffix);
        Lang lang = RDFLanguages.nameToLang(
                name.equals("RDFXML") ? "RDF/XML" : name.equals("NTRIPLES") ? "N-Triples" : name);
        Model model = model(response, lang);
        assertThat(model.contains(
                        model.createResource(Ent.ID + "event/talk"), RDFS.label, "Talk of Ahorn and Birke", "en"))
                .isTrue();
        assertThat(model.contains(
                        model.createResource(Ent.ID + "doc/s1-p2"),
                        model.createProperty(EntProperty.PARTICIPANT.getURI()),
                        model.createResource(Ent.ID + "person/berta-birke")))
                .as("participations of its reports")
                .isTrue();
        assertThat(model.contains(model.createResource(Ent.ID + "person/berta-birke"), RDFS.label))
                .as("labels of what it names")
                .isTrue();
    }

    @Test
    void trig_keeps_the_graphs_apart() {
        HttpResponse<String> response = site.get("/data/event/talk", "Accept", "application/trig");
        assertThat(header(response, "Content-Type")).isEqualTo("application/trig");
        assertThat(response.body()).contains("source:s1").contains("graph:derived");
    }

    @Test
    void the_page_of_a_thing_shows_statements_by_source_and_escapes_them() {
        HttpResponse<String> response = site.get("/page/person/anna-ahorn", "Accept", BROWSER);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("<html lang=\"en\">", "Anna Ahorn", "<span lang=\"ru\">Анна Ахорн</span>", "Ein Bericht")
                .contains("A. &lt;b&gt;Ahorn")
                .doesNotContain("<b>Ahorn")
                .contains(
                        "application/ld+json",
                        "\"@type\":\"Person\"",
                        "\"url\":\"" + site.url("/page/person/anna-ahorn") + "\"")
                .contains("/data/person/anna-ahorn.ttl")
                .contains("class=\"skip\"");
        assertThat(site.get("/page/person/anna-ahorn?lang=de").body())
                .contains("<html lang=\"de\">", "Was jede Quelle sagt");
        assertThat(site.get("/page/person/anna-ahorn", "Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
                        .body())
                .contains("<html lang=\"de\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/person/ana-ahorn", "/page/person/ana-ahorn", "/data/person/ana-ahorn.ttl"})
    void an_unknown_thing_is_404_with_near_names(String path) throws Exception {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        JsonNode json = JSON.readTree(response.body());
        assertThat(json.at("/near/0/id").asText()).isEqualTo("person:anna-ahorn");
        assertThat(json.at("/detail").asText()).contains("person:anna-ahorn");
    }

    @Test
    void the_iri_of_a_graph_leads_to_the_graph_store() {
        HttpResponse<String> response = site.get("/graph/source/s1");
        assertThat(response.statusCode()).isEqualTo(303);
        String location = header(response, "Location");
        Model model = model(site.get(location, "Accept", "text/turtle"), Lang.TURTLE);
        assertThat(model.contains(model.createResource(Ent.ID + "doc/s1-r1"), null))
                .isTrue();
    }

    @Test
    void the_ontology_is_a_page_with_anchors_or_rdf() {
        assertThat(site.get("/ontology", "Accept", BROWSER).body())
                .contains("id=\"Person\"", "A human being.", "id=\"chair\"");
        Model model = model(site.get("/ontology", "Accept", "text/turtle"), Lang.TURTLE);
        assertThat(model.contains(model.createResource(EntClass.PERSON.getURI()), RDFS.label, "Person", "de"))
                .isTrue();
    }

    // Canned queries

    @ParameterizedTest
    @CsvSource({
        "json, application/sparql-results+json",
        "xml, application/sparql-results+xml",
        "csv, text/csv",
        "tsv, text/tab-separated-values"
    })
    void a_canned_query_answers_in_four_formats(String format, String type) {
        for (String path : List.of("/queries/who-met", "/who-met")) {
            HttpResponse<String> response = site.get(path + "?person=Anna%20Ahorn&format=" + format);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).startsWith(type);
            assertThat(response.body()).contains("Berta Birke");
            assertThat(header(response, "Entente-Query")).isEqualTo("who-met");
        }
        assertThat(site.get("/who-met?person=person:anna-ahorn", "Accept", type).body())
                .contains("Berta Birke");
    }

    @Test
    void its_page_has_form_result_sparql_and_downloads() {
        HttpResponse<String> response = site.get("/who-met?person=Anna+Ahorn", "Accept", BROWSER);
        assertThat(response.body())
                .contains("value=\"Anna Ahorn\"", "<a href=\"/page/person/berta-birke\" lang=\"en\">Berta Birke</a>")
                .contains("format=csv", "SELECT DISTINCT", "person=person%3Aanna-ahorn")
                .contains("<label for=\"p-person\">");
    }

    @Test
    void without_its_parameter_a_page_shows_the_form_and_data_are_422() throws Exception {
        assertThat(site.get("/who-met", "Accept", BROWSER).statusCode()).isEqualTo(200);
        HttpResponse<String> response = site.get("/who-met?person=Ana+Ahrn");
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode json = JSON.readTree(response.body());
        assertThat(json.at("/parameter").asText()).isEqualTo("person");
        assertThat(json.at("/expected").asText()).isNotBlank();
        assertThat(json.at("/near/0/id").asText()).isEqualTo("person:anna-ahorn");
        HttpResponse<String> page = site.get("/who-met?person=Ana+Ahrn", "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"", "person=person%3Aanna-ahorn", "value=\"Ana Ahrn\"");
        assertThat(site.get("/queries/everything?page=0").statusCode()).isEqualTo(422);
        assertThat(site.get("/queries/everything?limit=x").statusCode()).isEqualTo(422);
    }

    @Test
    void long_parameters_may_be_posted() {
        HttpResponse<String> response =
                site.post("/who-met", "application/x-www-form-urlencoded", "person=Anna+Ahorn&format=csv");
        assertThat(response.body()).contains("Berta Birke");
        assertThat(site.post("/who-met", "application/json", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void a_long_result_is_paged_and_says_so() {
        HttpResponse<String> first = site.get("/queries/everything?format=csv");
        assertThat(first.body().lines()).hasSize(6);
        assertThat(header(first, "Entente-More")).isEqualTo("true");
        assertThat(header(first, "Link"))
                .as("the next page comes in the same format")
                .containsPattern("</queries/everything\\?(format=csv&page=2|page=2&format=csv)>; rel=\"next\"");
        HttpResponse<String> second = site.get("/queries/everything?page=2&format=csv");
        assertThat(header(second, "Link")).containsPattern("rel=\"prev\".*page=3[^>]*>; rel=\"next\"");
        assertThat(second.body().lines().skip(1))
                .doesNotContainAnyElementsOf(first.body().lines().skip(1).toList());
        HttpResponse<String> all = site.get("/queries/everything?limit=1000&format=csv");
        assertThat(all.headers().firstValue("Entente-More")).isEmpty();
    }

    @Test
    void an_empty_page_says_what_was_searched() {
        HttpResponse<String> response = site.get("/who-met?person=Clara+Clausen", "Accept", BROWSER);
        assertThat(response.body()).contains("We searched one source covering 2015–2015");
    }

    @Test
    void a_canned_graph_comes_as_rdf() {
        Model model = model(site.get("/queries/persons-graph", "Accept", "application/rdf+xml"), Lang.RDFXML);
        assertThat(model.size()).isEqualTo(4);
        assertThat(site.get("/queries/persons-graph", "Accept", BROWSER).body()).contains("Anna Ahorn");
    }

    @Test
    void its_answer_is_not_sent_again_until_something_changes() {
        String tag = header(site.get("/who-met?person=Anna+Ahorn&format=csv"), "ETag");
        assertThat(site.get("/who-met?person=Anna+Ahorn&format=csv", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get("/who-met?person=person:anna-ahorn&format=csv", "If-None-Match", tag)
                        .statusCode())
                .as("the same person by another name")
                .isEqualTo(304);
        assertThat(site.get("/who-met?person=Anna+Ahorn&format=csv&lang=de", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_catalogue_is_a_page_json_or_rdf() throws Exception {
        assertThat(site.get("/queries", "Accept", BROWSER).body()).contains("Whom did a person meet?");
        assertThat(JSON.readTree(site.get("/queries").body()).findValuesAsText("id"))
                .contains("who-met", "everything");
        assertThat(model(site.get("/queries", "Accept", "text/turtle"), Lang.TURTLE)
                        .size())
                .isPositive();
    }

    @Test
    void another_release_than_the_loaded_one_is_404() {
        String loaded = header(site.get("/who-met?person=Anna+Ahorn", "Accept", "text/csv"), "Entente-Release")
                .replaceFirst("-.*", "");
        assertThat(site.get("/who-met?person=Anna+Ahorn&release=" + loaded).statusCode())
                .isEqualTo(200);
        HttpResponse<String> response = site.get("/who-met?person=Anna+Ahorn&release=2019");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("The loaded release is " + loaded);
    }

    @Test
    void every_reference_of_the_openapi_description_leads_somewhere() throws Exception {
        JsonNode api = JSON.readTree(site.get("/openapi.json").body());
        for (String reference : api.findValuesAsText("$ref")) {
            assertThat(api.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void an_unknown_query_is_404_with_near_names() throws Exception {
        HttpResponse<String> response = site.get("/queries/who-mett");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(response.body()).at("/near/0/id").asText()).isEqualTo("who-met");
    }

    // Catalogues, operations

    @Test
    void the_openapi_description_has_fixed_routes_and_every_query() throws Exception {
        JsonNode api = JSON.readTree(site.get("/openapi.json").body());
        assertThat(api.at("/openapi").asText()).startsWith("3.1");
        assertThat(api.at("/paths").has("/sparql")).isTrue();
        assertThat(api.at("/paths").has("/queries/who-met")).isTrue();
        assertThat(api.at("/paths/~1queries~1who-met/get/parameters/0/name").asText())
                .isEqualTo("person");
    }

    @Test
    void void_counts_classes_and_properties() {
        Model model = model(site.get("/.well-known/void"), Lang.TURTLE);
        var dataset = model.createResource(site.url("/.well-known/void#dataset"));
        assertThat(dataset.hasProperty(VOID.sparqlEndpoint, model.createResource(site.url("/sparql"))))
                .isTrue();
        var person = model.listSubjectsWithProperty(VOID._class, model.createResource(EntClass.PERSON.getURI()))
                .next();
        assertThat(person.getProperty(VOID.entities).getLong()).isEqualTo(3);
        assertThat(model.listSubjectsWithProperty(VOID.property, model.createProperty(EntProperty.PARTICIPANT.getURI()))
                        .next()
                        .getProperty(VOID.triples)
                        .getLong())
                .isEqualTo(2);
    }

    @Test
    void health_knows_whether_a_collection_is_loaded() {
        assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(site.get("/health/ready").statusCode()).isEqualTo(200);
        try (ServedStore empty = ServedStore.over(Store.inMemory(Derivation.NONE), ServerOptions.defaults())) {
            assertThat(empty.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(empty.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(empty.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void metrics_count_requests_by_route() {
        site.get("/page/person/anna-ahorn");
        assertThat(site.get("/metrics").body()).contains("http_server_requests_seconds_count", "uri=\"/page/<name>\"");
    }

    @Test
    void the_home_page_asks_for_a_name_and_counts_what_is_here() {
        HttpResponse<String> response = site.get("/", "Accept", BROWSER);
        assertThat(response.body())
                .contains(
                        "action=\"/find\"",
                        "<label for=\"q\">",
                        "at least 3</a></dd>",
                        "2015–2015",
                        "/queries/who-met");
        assertThat(response.body().length()).isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/queries",
                "/who-met?person=Anna+Ahorn",
                "/page/person/anna-ahorn",
                "/ontology",
                "/sparql",
                "/nowhere"
            })
    void pages_ask_no_third_party_and_run_only_scripts_of_their_own(String path) {
        HttpResponse<String> response = site.get(path, "Accept", BROWSER);
        assertThat(response.body())
                .doesNotContainPattern(
                        "<(script(?! type=\"application/ld\\+json\"|( type=\"module\")? src=\"/static/)|iframe|img)");
        assertThat(response.body()).doesNotContainPattern("(src|href)=\"(https?:)?//[^\"]*\\.(css|js|woff2?|png)");
        assertThat(response.body()).contains("<main id=\"content\"", "<title>", "lang=\"en\"");
        assertThat(response.body()).doesNotContainPattern("\\b(nav|home|result|thing|frame)\\.(?!js|css)[a-z]");
        assertThat(header(response, "Content-Security-Policy")).contains("default-src 'self'");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).isNotEmpty();
    }

    @Test
    void the_style_sheet_is_cached() {
        HttpResponse<String> response = site.get("/static/base.css");
        assertThat(header(response, "Content-Type")).startsWith("text/css");
        assertThat(header(response, "Cache-Control")).contains("max-age");
        assertThat(site.get("/static/base.css", "If-None-Match", header(response, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get("/static/..%2Fmessages/core_en.properties").statusCode())
                .isIn(400, 404);
        assertThat(site.get("/static/../messages/core_en.properties").statusCode())
                .isIn(400, 404);
        assertThat(site.get("/static/lib/../../maven/x.txt").statusCode()).isIn(400, 404);
        assertThat(site.get("/static/messages/core_en.properties").statusCode()).isEqualTo(404);
    }

    @Test
    void errors_are_problem_json_or_a_page_for_browsers() {
        HttpResponse<String> json = site.get("/nowhere");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(header(json, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json.body()).contains("\"type\":", "\"title\":", "\"status\":404", "\"instance\":\"/nowhere\"");
        HttpResponse<String> page = site.get("/nowhere%3Cb%3E", "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("<b>").contains("<h1");
        assertThat(site.post("/queries", "text/plain", "").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/queries", "/queries/everything", "/page/person/anna-ahorn", "/data/person/anna-ahorn",
                        "/ontology",
                "/openapi.json", "/.well-known/void", "/health/live", "/metrics", "/robots.txt", "/static/base.css",
                "/sparql", "/graph-store"
            })
    void head_answers_wherever_get_does(String path) {
        HttpResponse<String> response =
                site.send(site.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/person/x%0d%0aEvil:%201",
                "/id/person/%0d%0aEvil:1",
                "/sparql?query=ASK%7B%7D&format=%0d%0aEvil:1",
                "/queries/everything?page=1%0d%0aEvil:1",
                "/?lang=%0d%0aEvil:1",
                "/page/person/%00",
                "/data/%2e%2e/%2e%2e/etc",
                "/page/%FF",
                "/?x=%",
                "/who-met?person=%ZZ"
            })
    void nothing_in_an_address_becomes_a_header_or_an_internal_error(String path) throws Exception {
        // The client would refuse to send some of these.
        try (var socket = new java.net.Socket("127.0.0.1", site.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("\nEvil").doesNotStartWith("HTTP/1.1 5");
        }
    }

    // Graph store

    @Test
    void a_graph_is_put_read_added_to_and_deleted() {
        String path = "/graph-store?graph=" + Urls.encode("http://example.org/mine");
        String key = "Bearer " + KEY;
        assertThat(write("PUT", path, "text/turtle", "<urn:a> <urn:b> 1 .", key).statusCode())
                .isEqualTo(201);
        assertThat(write("POST", path, "application/n-triples", "<urn:a> <urn:b> <urn:c> .\n", key)
                        .statusCode())
                .isEqualTo(204);
        assertThat(model(site.get(path, "Accept", "text/turtle"), Lang.TURTLE).size())
                .isEqualTo(2);
        assertThat(write("PUT", path, "text/turtle", "<urn:a> <urn:b> 2 .", key).statusCode())
                .isEqualTo(204);
        assertThat(model(site.get(path), Lang.TURTLE).size()).isEqualTo(1);
        assertThat(write("PUT", path, "text/turtle", "<urn:a> <urn:b> ", key).statusCode())
                .isEqualTo(400);
        assertThat(model(site.get(path), Lang.TURTLE).size())
                .as("a bad upload changes nothing")
                .isEqualTo(1);
        assertThat(write("DELETE", path, "text/turtle", "", key).statusCode()).isEqualTo(204);
        assertThat(site.get(path).statusCode()).isEqualTo(404);
        assertThat(write("PUT", "/graph-store", "text/turtle", "", key).statusCode())
                .isEqualTo(400);
        assertThat(write("PUT", path, "text/plain", "x", key).statusCode()).isEqualTo(415);
        assertThat(site.get("/graph-store?graph=relative").statusCode()).isEqualTo(400);
        assertThat(site.get("/graph-store", "Accept", "application/trig").body())
                .contains("source:s1");
    }

    private static HttpResponse<String> write(String method, String path, String type, String body, String key) {
        return site.send(site.request(path)
                .header("Content-Type", type)
                .header("Authorization", key)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}
