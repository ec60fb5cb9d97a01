package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;
import static org.entente.ServedStore.encoded;
import static org.entente.ServedStore.header;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.RawHttp;
import org.entente.ServedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that know SPARQL from other servers: their names of formats, their way to send a key, their slashes. */
class OldClientsTest {
    private static final String CONSTRUCT = "/sparql?query=" + encoded("CONSTRUCT WHERE { ?s a ?o } LIMIT 1");
    private static final String SELECT = "/sparql?query=" + encoded("SELECT ('\u042F' AS ?x) {}");
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
        "turtle, text/turtle",
        "n3, text/turtle",
        "text/turtle, text/turtle",
        "rdfxml, application/rdf+xml",
        "rdf+xml, application/rdf+xml",
        "xml, application/rdf+xml",
        "json-ld, application/ld+json",
        "JSON, application/ld+json",
        "ntriples, application/n-triples",
        "application/rdf+xml, application/rdf+xml"
    })
    void the_names_of_formats_of_graphs(String name, String type) {
        for (String parameter : new String[] {"format", "output", "results"}) {
            var answer = site.get(CONSTRUCT + "&" + parameter + "=" + name, "Accept", "*/*");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).startsWith(type);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sparql-results+json, application/sparql-results+json; charset=utf-8",
        "application/sparql-results+xml, application/sparql-results+xml; charset=utf-8",
        "text/csv, text/csv; charset=utf-8",
        "tsv, text/tab-separated-values; charset=utf-8"
    })
    void the_names_of_formats_of_rows_and_the_charset_of_each(String name, String type) {
        var answer = site.get(SELECT + "&output=" + encoded(name), "Accept", "text/html");
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(type);
        assertThat(answer.body()).contains("\u042F");
    }

    @Test
    void basic_with_the_key_as_password_writes_for_programs_and_not_for_browsers() {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("anybody:" + KEY).getBytes(StandardCharsets.UTF_8));
        String update = "INSERT DATA { GRAPH <https://example.org/basic> { <urn:aa:a> <urn:aa:b> 1 } }";
        String type = "application/sparql-update";
        assertThat(site.post("/update", type, update, "Authorization", basic).statusCode())
                .isEqualTo(204);
        assertThat(site.post("/update", type, update, "Authorization", basic, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(401);
        assertThat(site.post("/update", type, update, "Authorization", "Basic YTpi")
                        .statusCode())
                .isEqualTo(403);
        for (String broken : new String[] {"Basic", "Basic ", "Basic \u007F", "Basic YWI=", "Basic /////w=="}) {
            var answer = site.post("/update", type, update, "Authorization", broken.replace('\u007F', '!'));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(header(answer, "WWW-Authenticate")).doesNotContain("Basic");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql/?query=ASK%7B%7D", "/graph-store/?default", "/graph-store/"})
    void a_slash_at_the_end_changes_nothing(String address) {
        var answer = site.get(address, "Accept", "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(site.get(address.replaceFirst("/(?=$|\\?)", ""), "Accept", "*/*")
                        .body());
    }

    @Test
    void an_address_may_be_encoded_more_than_it_must() {
        assertThat(site.get("/page/person/anna%2Dahorn").statusCode()).isEqualTo(200);
        assertThat(site.get("/page/%70erson/anna-ahorn").statusCode()).isEqualTo(200);
        assertThat(site.get("/page/person/anna%2Fahorn").statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=M%FCller&format=json",
                "/sparql?query=SELECT+(%22%FC%22+AS+?x)%7B%7D",
                "/who-met?%FC=1",
                "/?x=%zz"
            })
    void an_address_that_is_not_utf_8_is_refused(String address) {
        assertThat(RawHttp.get(site.port(), address, "localhost"))
                .startsWith("HTTP/1.1 400")
                .contains("problems/bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/static/style.css", "/sparql", "/graph-store?default", "/page/person/anna-ahorn", "/none"})
    void caches_are_told_that_answers_may_be_compressed(String address) {
        var answer = site.get(address);
        assertThat(header(answer, "Vary")).contains("Accept-Encoding");
        assertThat(answer.headers().allValues("Vary")).hasSize(1);
    }

    @Test
    void an_answer_that_has_not_changed_has_no_type() {
        String tag = header(site.get(SELECT), "ETag");
        var answer = site.get(SELECT, "If-None-Match", tag);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(header(answer, "Content-Type")).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(tag);
        assertThat(header(answer, "Vary")).contains("Accept-Encoding");
    }
}
