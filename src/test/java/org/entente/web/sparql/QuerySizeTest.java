package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of anybody that would take a place, or the memory, for longer than the limit: refused, or over with the limit. */
@Timeout(60)
class QuerySizeTest {
    private static ServedStore served;

    @BeforeAll
    static void start() {
        served = ServedStore.shipped(ServerOptions.defaults().withLimits(Duration.ofSeconds(1), 1_000));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @AfterEach
    void nothing_is_left_running() {
        assertThat(served.get("/health/ready").statusCode()).isEqualTo(200);
        String running;
        do {
            running = served.get("/metrics").body();
        } while (!running.contains("entente_queries_running 0.0"));
    }

    static Stream<Arguments> tooLarge() {
        String many = "1".repeat(200_000);
        return Stream.of(
                Arguments.of("a number of many digits", "SELECT * { ?s ?p " + many + " }"),
                Arguments.of("a decimal of many digits", "SELECT * { ?s ?p 0." + many + " }"),
                Arguments.of("a double of many digits", "SELECT * { ?s ?p " + many + "e0 }"),
                Arguments.of(
                        "a typed number of many digits",
                        "SELECT ('" + many + "'^^<http://www.w3.org/2001/XMLSchema#integer> AS ?x) {}"),
                Arguments.of(
                        "a date of many digits",
                        "SELECT ('" + "1".repeat(9_000) + "-01-01'^^<http://www.w3.org/2001/XMLSchema#date> AS ?x) {}"),
                Arguments.of("a text of many letters", "SELECT ('" + many + "' AS ?x) {}"),
                Arguments.of("a long text of many letters", "SELECT (\"\"\"" + many + "\"\"\" AS ?x) {}"),
                Arguments.of(
                        "a long duration",
                        "SELECT * { VALUES ?d { 'P2000000000D'^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration> } }"),
                Arguments.of(
                        "a list as a value",
                        "SELECT ('[1]'^^<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List> AS ?x) {}"),
                Arguments.of(
                        "numbers that are squared",
                        "SELECT * { BIND(9999999999 AS ?a0) "
                                + IntStream.range(0, 24)
                                        .mapToObj(i -> "BIND(?a" + i + " * ?a" + i + " AS ?a" + (i + 1) + ") ")
                                        .reduce("", String::concat)
                                + "}"),
                Arguments.of(
                        "texts that are doubled",
                        "SELECT * { BIND('aa' AS ?a0) "
                                + IntStream.range(0, 28)
                                        .mapToObj(i -> "BIND(CONCAT(?a" + i + ", ?a" + i + ") AS ?a" + (i + 1) + ") ")
                                        .reduce("", String::concat)
                                + "}"),
                Arguments.of("all texts in one", "SELECT (GROUP_CONCAT(STR(?o)) AS ?x) { ?s ?p ?o }"),
                Arguments.of("a long IRI", "SELECT * { <http://example.org/" + "a/".repeat(50_000) + "> ?p ?o }"),
                Arguments.of(
                        "a long IRI that is resolved",
                        "BASE <http://a/" + "b/".repeat(50_000) + "> SELECT * { <" + "../".repeat(30_000)
                                + "x> ?p ?o }"),
                Arguments.of("a long name", "PREFIX p: <urn:p:> SELECT * { p:" + "a".repeat(50_000) + " ?p ?o }"),
                Arguments.of("many repetitions", "SELECT * { ?a (<x:x>){1000000000} ?b }"),
                Arguments.of("repetitions up to many", "SELECT * { ?a <x:x>{1,1000000000} ?b }"),
                Arguments.of("repetitions of repetitions", "SELECT * { ?a ((<x:x>{50}){50}){50} ?b }"),
                Arguments.of("a long path", "SELECT * { ?a <x:x>" + "/<x:x>".repeat(2_000) + " ?b }"),
                Arguments.of("a long list", "SELECT * { ?s ?p ?o FILTER(?o IN (1" + ",1".repeat(100_000) + ")) }"),
                Arguments.of("a shorter list", "SELECT * { ?s ?p ?o FILTER(?o NOT IN (1" + ",1".repeat(3_000) + ")) }"),
                Arguments.of("many values", "SELECT * { VALUES ?x {" + " 1".repeat(100_000) + " } }"),
                Arguments.of("many patterns", "SELECT * { " + "?s ?p ?o .".repeat(5_000) + " }"),
                Arguments.of("a long template", "CONSTRUCT { " + "?s ?p ?o .".repeat(4_000) + " } WHERE { ?s ?p ?o }"),
                Arguments.of("many variables", "SELECT * { VALUES (" + "?a ".repeat(20_000) + ") {} }"),
                Arguments.of("many unions", "SELECT * { {}" + " UNION {}".repeat(20_000) + " }"),
                Arguments.of(
                        "many names",
                        "SELECT * { "
                                + IntStream.range(0, 10_000)
                                        .mapToObj(i -> "BIND(1 AS ?x" + i + ") ")
                                        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                                + "}"),
                Arguments.of("a long sum", "SELECT (1" + " + 1".repeat(50_000) + " AS ?x) {}"),
                Arguments.of("many signs", "SELECT * { FILTER(" + "! ".repeat(50_000) + "?x) }"),
                Arguments.of(
                        "deep groups", "SELECT * { " + "OPTIONAL { ?s ?p ?o ".repeat(2_000) + "}".repeat(2_000) + " }"),
                Arguments.of("deep brackets", "SELECT (" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + " AS ?x) {}"),
                Arguments.of(
                        "EXISTS in EXISTS",
                        "SELECT * { " + "FILTER NOT EXISTS { ?s ?p ?o ".repeat(30) + "}".repeat(30) + " }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void what_is_too_large_is_refused(String name, String query) {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("problems/query-size", "The query is too large: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a (!<x:x>|^!<x:x>){1,50} ?b }",
                "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^!<x:x>){20} ?b }",
                "ASK { <https://w3id.org/entente/id/person/albert-rau> (!<x:x>|^!<x:x>){30} <urn:b> }",
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ((!<x:x>|^!<x:x>){1,9}){1,9} ?b } }",
                "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^!<x:x>)* ?b . ?b (!<x:x>|^!<x:x>)* ?c }",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
            })
    void what_only_takes_long_is_over_with_the_limit(String query) {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isIn(400, 503);
        assertThat(response.body()).containsAnyOf("problems/query-timeout", "problems/query-size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { # it's <a comment> (((\n }",
                "SELECT * { FILTER(1<2 && 3 > 2) }",
                "SELECT * { ?s <urn:a>{1,3}/<urn:b>* ?o }",
                "SELECT ('a \\' ( b' AS ?x) (\"(\" AS ?y) ('''it's (''' AS ?z) {}",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER NOT EXISTS { ?r ?t ?u } } } LIMIT 1"
            })
    void ordinary_queries_go_through(String query) {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static HttpResponse<String> ask(String query) {
        return served.post("/sparql", "application/sparql-query", query, "Accept", "*/*");
    }
}
