package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;
import static org.entente.ServedStore.header;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Who guesses keys has to wait; texts of the archive are not for other web sites; XML is XML whatever the texts hold. */
class KeysAndOriginsTest {
    private ServedStore site;

    @BeforeEach
    void start() {
        site = ServedStore.example();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private int update(String key) {
        return update(site, key);
    }

    private static int update(ServedStore server, String key) {
        return server.post(
                        "/update",
                        "application/sparql-update",
                        "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }",
                        "Authorization",
                        "Bearer " + key)
                .statusCode();
    }

    @Test
    void after_several_wrong_keys_an_address_has_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(update("guess " + i)).isEqualTo(403);
        }
        assertThat(update("guess")).isEqualTo(429);
        assertThat(update(KEY)).isEqualTo(429);
        HttpResponse<String> form = site.post(
                "/links", "application/x-www-form-urlencoded", "key=guess", "Origin", site.url(""), "Accept", "*/*");
        assertThat(form.statusCode()).as(form.body()).isEqualTo(429);
        assertThat(header(form, "Retry-After")).isEqualTo("60");
    }

    @Test
    void who_has_a_strong_key_need_not_wait_because_others_at_the_same_address_guess() {
        String strong = "5f0c7e1b9a3d4826c1e7f09b";
        try (ServedStore behindProxy =
                ServedStore.example(ServerOptions.defaults().withWriteKey(strong))) {
            for (int i = 0; i < 5; i++) {
                assertThat(update(behindProxy, "guess " + i)).isEqualTo(403);
            }
            assertThat(update(behindProxy, "guess")).isEqualTo(429);
            assertThat(update(behindProxy, strong)).isEqualTo(204);
        }
    }

    @Test
    void the_right_key_forgives_the_wrong_ones_before_it() {
        for (int i = 0; i < 12; i++) {
            assertThat(update(i % 3 == 2 ? KEY : "guess")).isEqualTo(i % 3 == 2 ? 204 : 403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "secret,true",
        "password12345,true",
        "aaaaaaaaaaaaaaaaaaaaaaaa,true",
        "5f0c7e1b9a3d4826c1e7f09b,false",
        "correct horse battery staple,false"
    })
    void a_key_that_can_be_guessed_is_weak(String key, boolean weak) {
        assertThat(WriteKey.isWeak(key)).isEqualTo(weak);
    }

    @Test
    void a_passage_is_not_for_pages_of_other_origins() {
        HttpResponse<String> passage = site.get("/passage/doc/s001-r1", "Origin", "https://evil.example");
        assertThat(header(passage, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(passage, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        HttpResponse<String> preflight = site.send(site.request("/passage/doc/s001-r1")
                .header("Origin", "https://evil.example")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(site.get("/who-met", "Origin", "https://good.example"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (\"a\\u0001b\" AS ?x) {}",
                "SELECT (\"a\\u0008b\"@de AS ?x) {}",
                "SELECT (\"a\\uFFFEb\" AS ?x) {}",
                "SELECT (\"a\\tb\" AS ?x) {}",
                "SELECT ?x { VALUES ?x { \"\\u0000\"^^<urn:t> <urn:a> 1 UNDEF } }"
            })
    void rows_as_xml_are_xml_whatever_the_texts_hold(String query) throws Exception {
        HttpResponse<String> response = site.query(query, "application/sparql-results+xml");
        assertThat(response.statusCode()).isEqualTo(200);
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(response.body())));
        assertThat(document.getElementsByTagName("result").getLength()).isPositive();
        assertThat(site.query(query, "application/sparql-results+json").body()).doesNotContain("\uFFFD");
    }

    @Test
    void a_graph_that_has_no_form_in_xml_is_no_fault_of_the_server() {
        assertThat(site.update(
                                "INSERT DATA { GRAPH <https://example.org/g> { <urn:a> a <http:/y> ; <urn:1> 'a\\u0001b' } }")
                        .statusCode())
                .isEqualTo(204);
        for (HttpResponse<String> response : List.of(
                site.query(
                        "CONSTRUCT { ?s ?p ?o } { GRAPH <https://example.org/g> { ?s ?p ?o } }", "application/rdf+xml"),
                site.get("/graph-store?graph=https%3A%2F%2Fexample.org%2Fg", "Accept", "application/rdf+xml"),
                // It lists the classes that are used, so it has the same IRIs.
                site.get("/.well-known/void", "Accept", "application/rdf+xml"))) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(406);
            assertThat(response.body()).contains("Accept text/turtle");
        }
    }
}
