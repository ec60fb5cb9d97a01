package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph made of some of the solutions says so before it begins, one made of all does not. */
class CutGraphTest {
    private static final String ALL = "VALUES ?n { 1 2 3 4 5 6 7 8 9 10 }";
    private static final String ELEVEN = "VALUES ?n { 1 2 3 4 5 6 7 8 9 10 11 }";
    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example(ServerOptions.defaults().withLimits(Duration.ofSeconds(20), 10));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HttpResponse<String> construct(String rows, String type) {
        return site.query(
                "CONSTRUCT { <http://example.org/a> <http://example.org/n> ?n } WHERE { " + rows + " }", type);
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, true",
        "application/n-triples, true",
        "application/ld+json, false",
        "application/rdf+xml, true"
    })
    void exactly_a_graph_that_is_cut_says_so(String type, boolean comments) {
        Lang lang = RDFLanguages.contentTypeToLang(type);
        HttpResponse<String> whole = construct(ALL, type);
        assertThat(header(whole, "Entente-More")).isEmpty();
        assertThat(whole.body()).doesNotContain("Not all");
        assertThat(ServedStore.model(whole, lang).size()).isEqualTo(10);
        HttpResponse<String> cut = construct(ELEVEN, type);
        assertThat(header(cut, "Entente-More")).isEqualTo("true");
        assertThat(cut.body().contains("Not all: this is made of the first 10 solutions."))
                .isEqualTo(comments);
        assertThat(ServedStore.model(cut, lang).size()).isEqualTo(10);
    }

    @Test
    void so_does_one_that_is_long() {
        String rows = ELEVEN + " BIND (CONCAT(STR(?n)";
        HttpResponse<String> cut = site.post(
                "/sparql",
                "application/sparql-query",
                "CONSTRUCT { <http://example.org/a> <http://example.org/n> ?t } WHERE { " + rows
                        + ", ?x) AS ?t) { SELECT (" + "REPLACE(\"" + "x".repeat(90_000)
                        + "\", \"y\", \"z\") AS ?x) {} } }",
                "Accept",
                "application/n-triples");
        assertThat(cut.statusCode())
                .as(cut.body().substring(0, Math.min(300, cut.body().length())))
                .isEqualTo(200);
        assertThat(header(cut, "Entente-More")).isEqualTo("true");
        assertThat(cut.body()).startsWith("# Not all");
    }

    @Test
    void a_limit_of_the_query_itself_cuts_nothing() {
        HttpResponse<String> answer = site.query(
                "CONSTRUCT { <http://example.org/a> <http://example.org/n> ?n } WHERE { " + ELEVEN
                        + " } ORDER BY ?n LIMIT 10",
                "text/turtle");
        assertThat(header(answer, "Entente-More")).isEmpty();
        assertThat(ServedStore.model(answer, Lang.TURTLE).size()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONSTRUCT { <http://example.org/a> <http://example.org/n> ?k } WHERE { VALUES (?n ?k) { (1 2) (3 2) (4 5) } } GROUP BY ?k",
                "CONSTRUCT { <http://example.org/a> <http://example.org/n> ?n . [] <http://example.org/n> ?n } WHERE { VALUES ?n { 1 } }",
                "CONSTRUCT { <http://example.org/a> <http://example.org/n> ?n . <http://example.org/a> <http://example.org/n> ?x } WHERE { { SELECT ?n (1 AS ?y) { VALUES ?n { 1 2 } } } }",
                "CONSTRUCT { <http://example.org/a> <http://example.org/n> 1 , 2 } WHERE {}"
            })
    void graphs_are_what_they_were(String query) {
        assertThat(ServedStore.model(site.query(query, "text/turtle"), Lang.TURTLE)
                        .size())
                .isEqualTo(2);
    }

    @Test
    void a_dataset_is_constructed_and_cut_alike() {
        HttpResponse<String> cut = site.query(
                "CONSTRUCT { GRAPH <http://example.org/g> { <http://example.org/a> <http://example.org/n> ?n } } WHERE { "
                        + ELEVEN + " }",
                "application/n-quads");
        assertThat(header(cut, "Entente-More")).isEqualTo("true");
        assertThat(cut.body()).startsWith("# Not all");
        assertThat(cut.body().lines().filter(line -> line.contains("<http://example.org/g>")))
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"?n, 11, true", "?n, 10, false", "*, 11, true", "<http://example.org/a>, 11, false"})
    void so_does_a_description(String what, int things, boolean cut) {
        String all = IntStream.rangeClosed(1, things)
                .mapToObj(n -> "<http://example.org/" + n + ">")
                .collect(Collectors.joining(" "));
        HttpResponse<String> answer = site.query("DESCRIBE " + what + " { VALUES ?n { " + all + " } }", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Entente-More")).isEqualTo(cut ? "true" : "");
        assertThat(answer.body().contains("Not all")).isEqualTo(cut);
    }

    @Test
    void a_description_is_what_it_was() {
        HttpResponse<String> one =
                site.query("DESCRIBE ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 1 } }", "text/turtle");
        String described = one.body();
        assertThat(ServedStore.model(one, Lang.TURTLE).isEmpty()).isFalse();
        String name = ServedStore.model(one, Lang.TURTLE)
                .listSubjects()
                .filterKeep(thing -> thing.isURIResource())
                .next()
                .getURI();
        assertThat(site.query("DESCRIBE <" + name + ">", "text/turtle").body()).isEqualTo(described);
    }

    @Test
    void rows_in_xml_end_with_a_comment() {
        HttpResponse<String> cut = site.query("SELECT ?n { " + ELEVEN + " }", "application/sparql-results+xml");
        assertThat(cut.body().strip()).endsWith("-->").contains("Not all: this is made of the first 10 rows.");
        assertThat(ResultSetFactory.fromXML(new ByteArrayInputStream(cut.body().getBytes(StandardCharsets.UTF_8))))
                .toIterable()
                .hasSize(10);
        assertThat(site.query("SELECT ?n { " + ALL + " }", "application/sparql-results+xml")
                        .body())
                .doesNotContain("Not all");
    }

    @Test
    void a_page_says_so() {
        try (ServedStore pages = ServedStore.example(ServerOptions.defaults())) {
            for (String form : List.of("CONSTRUCT { <http://example.org/a> <http://example.org/n> ?n }", "SELECT *")) {
                String start = form + " WHERE { VALUES ?n { ";
                String many = IntStream.rangeClosed(1, 500)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
                HttpResponse<String> whole = pages.query(start + many + " } }", "text/html");
                assertThat(header(whole, "Entente-More")).isEmpty();
                assertThat(whole.body()).doesNotContain("Only the ");
                HttpResponse<String> cut = pages.query(start + many + " 501 } }", "text/html");
                assertThat(header(cut, "Entente-More")).isEqualTo("true");
                assertThat(cut.body()).contains("Only the ").contains("500");
            }
        }
    }

    @Test
    void an_answer_too_long_for_a_page_is_refused_with_what_to_do() {
        try (ServedStore wide = ServedStore.example(ServerOptions.defaults())) {
            HttpResponse<String> page = wide.post(
                    "/sparql?format=html",
                    "application/sparql-query",
                    "CONSTRUCT { <http://example.org/a> <http://example.org/n> ?t } WHERE { VALUES ?n { 1 2 3 4 5 6 7 8 9 10 } VALUES ?m"
                            + " { 1 2 3 4 5 6 7 8 9 10 } BIND (CONCAT(\"" + "x".repeat(90_000)
                            + "\", STR(?n), \"-\", STR(?m)) AS ?t) } ",
                    "Accept",
                    "text/html");
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body())
                    .contains("too long for a page", "format=ttl")
                    .contains("</html>");
        }
    }
}
