package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;
import static org.entente.ServedStore.header;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a write may not do, and the limits that hold for writes and for patterns that never end. */
class WritesTest {
    private static final String DERIVED = "https://w3id.org/entente/graph/derived";
    private static final String LINKS = "https://w3id.org/entente/graph/links";
    private static ServedStore site;
    private static ServedStore impatient;

    @BeforeAll
    static void start() {
        site = ServedStore.example(ServerOptions.defaults().withWriteKey(KEY).withLimits(Duration.ofSeconds(30), 3));
        impatient =
                ServedStore.example(ServerOptions.defaults().withWriteKey(KEY).withLimits(Duration.ofSeconds(1), 3));
    }

    @AfterAll
    static void stop() {
        site.close();
        impatient.close();
    }

    @Test
    void every_operation_of_an_update_has_the_time_that_is_left_to_all() {
        String moved = "DELETE { GRAPH <urn:one> { ?s ?p ?o } } INSERT { GRAPH <urn:two> { ?s ?p ?o } }"
                + " WHERE { GRAPH <urn:one> { ?s ?p ?o } }";
        String update = "INSERT DATA { GRAPH <urn:one> { <urn:moving> <urn:b> 1 , 2 , 3 } } ; " + moved + " ; "
                + moved.replace("one", "x").replace("two", "one").replace("urn:x", "urn:two") + " ; " + moved;
        for (int i = 0; i < 20; i++) {
            assertThat(site.update(update).statusCode()).isEqualTo(204);
        }
        assertThat(site.query("SELECT ?o { GRAPH <urn:two> { <urn:moving> ?p ?o } }", "text/csv")
                        .body()
                        .lines())
                .hasSize(4);
        site.update("DROP GRAPH <urn:two>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:lost> <urn:b> 1 }",
                "INSERT DATA { GRAPH <" + DERIVED + "> { <urn:lost> <urn:b> 1 } }",
                "INSERT { GRAPH ?g { <urn:lost> <urn:b> 1 } } WHERE { BIND(<" + DERIVED + "> AS ?g) }",
                "INSERT { <urn:lost> <urn:b> ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
                "INSERT DATA { GRAPH <urn:kept> { <urn:lost> <urn:b> 1 } <urn:lost> <urn:b> 2 }",
                "COPY <urn:kept> TO DEFAULT",
                "ADD <urn:kept> TO <" + DERIVED + ">",
                "MOVE <urn:kept> TO DEFAULT"
            })
    void a_write_that_would_be_gone_at_the_commit_is_refused_and_leaves_nothing(String update) {
        site.update("INSERT DATA { GRAPH <urn:kept> { <urn:a> <urn:b> 1 } }");
        HttpResponse<String> response = site.update(update);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("derived at every commit").contains("graph/authority");
        assertThat(site.query("ASK { GRAPH ?g { <urn:lost> ?p ?o } }", "text/csv")
                        .body())
                .contains("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT ?default", "POST ?default", "DELETE ?default", "PUT ?graph=" + DERIVED})
    void the_graph_store_refuses_it_too(String request) {
        String[] parts = request.split(" ");
        HttpResponse<String> response = site.send(site.request("/graph-store" + parts[1])
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "text/turtle")
                .method(parts[0], HttpRequest.BodyPublishers.ofString("<urn:lost> <urn:b> 1 .")));
        assertThat(response.statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE WHERE { GRAPH <" + LINKS + "> { ?s ?p ?o } }",
                "DROP GRAPH <" + LINKS + ">",
                "MOVE <urn:none> TO <" + LINKS + ">",
                "DELETE { GRAPH <" + LINKS + "> { ?s ?p ?o } } INSERT { GRAPH <" + LINKS
                        + "> { ?s ?p 2 } } WHERE { GRAPH <" + LINKS + "> { ?s ?p ?o } }"
            })
    void the_log_of_links_only_grows_and_whoever_wants_it_otherwise_is_told_what_to_do(String update) {
        site.update("INSERT DATA { GRAPH <urn:none> { <urn:a> <urn:b> 3 } }");
        assertThat(site.update("INSERT DATA { GRAPH <" + LINKS + "> { <urn:entry> <urn:b> 1 } }")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> response = site.update(update);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body())
                .contains("problems/append-only")
                .contains("append-only: an entry cannot be changed")
                .contains("state withdrawn");
        assertThat(site.query("ASK { GRAPH <" + LINKS + "> { <urn:entry> <urn:b> 1 } }", "text/csv")
                        .body())
                .contains("true");
    }

    @Test
    void an_update_ends_at_the_time_limit_and_leaves_nothing() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            values.append(i).append(' ');
        }
        String cross = "VALUES ?a {%1$s} VALUES ?b {%1$s} VALUES ?c {%1$s} VALUES ?d {%1$s}".formatted(values);
        HttpResponse<String> response =
                impatient.update("INSERT { GRAPH <urn:slow> { <urn:a> <urn:b> ?n } } WHERE { SELECT (COUNT(*) AS ?n) { "
                        + cross + " } }");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(impatient
                        .query("ASK { GRAPH <urn:slow> { ?s ?p ?o } }", "text/csv")
                        .body())
                .contains("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { FILTER REGEX(TEXT, PATTERN) }",
                "SELECT (REGEX(TEXT, PATTERN, 'i') AS ?x) {}",
                "SELECT * { BIND(REPLACE(TEXT, PATTERN, 'b') AS ?x) }",
                "SELECT ?x { VALUES ?x { 1 2 } } ORDER BY REGEX(TEXT, PATTERN)",
                "SELECT (COUNT(REGEX(TEXT, PATTERN)) AS ?n) { VALUES ?v { 1 2 } }",
                "SELECT * { FILTER EXISTS { FILTER REGEX(TEXT, PATTERN) } }",
                "SELECT * { { SELECT (1 AS ?x) { FILTER(!REGEX(TEXT, PATTERN)) } } }",
                "SELECT * { FILTER <http://www.w3.org/2005/xpath-functions#matches>(TEXT, PATTERN) }"
            })
    void a_pattern_that_never_ends_ends_at_the_time_limit(String query) {
        String sparql = query.replace("TEXT", "'" + "a".repeat(80) + "!'").replace("PATTERN", "'^((a+)+)+$(?!\\\\1)'");
        HttpResponse<String> response = impatient.query(sparql, "text/csv");
        assertThat(response.statusCode()).as(sparql).isEqualTo(503);
        assertThat(response.body()).contains("query-timeout");
    }

    @Test
    void regular_expressions_work_as_before() {
        assertThat(site.query(
                                "SELECT (REGEX('Tokajew', '^tok', 'i') AS ?a) (REPLACE('abab'@de, 'b', 'c') AS ?b)"
                                        + " (REGEX('x', 'y') AS ?c) (REPLACE('abc', '(b)', '[$1]') AS ?d) {}",
                                "text/tab-separated-values")
                        .body())
                .contains("true\t\"acac\"@de\tfalse\t\"a[b]c\"");
    }

    @Test
    void an_answer_that_was_cut_says_so_and_a_whole_one_does_not() {
        HttpResponse<String> cut = site.query("SELECT * { VALUES ?x { 1 2 3 4 } }", "text/csv");
        assertThat(cut.body().lines()).hasSize(4);
        assertThat(header(cut, "Entente-More")).isEqualTo("true");
        HttpResponse<String> whole = site.query("SELECT * { VALUES ?x { 1 2 3 } }", "text/csv");
        assertThat(whole.body().lines()).hasSize(4);
        assertThat(header(whole, "Entente-More")).isEmpty();
    }
}
