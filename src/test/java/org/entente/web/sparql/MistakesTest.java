package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.entente.ServedStore;
import org.entente.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes of whoever asks are answered with 4xx and a sentence, never with 500 or words of Java. */
class MistakesTest {
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
    @ValueSource(
            strings = {
                "SELECT (xsd:date() AS ?r) {}",
                "SELECT * { ?s ?p ?o BIND(xsd:date() AS ?r) }",
                "SELECT * { ?x ent:shortestPath (?y ?a ?b ?c ?d ?e ?f) }",
                "SELECT * { (?x ?y) ent:met ?z }",
                "SELECT * { ?x ent:contact () }",
                "SELECT * { ?x apf:splitIRI ?y }",
                "SELECT * { <urn:a> apf:splitIRI (?x) }",
                "SELECT (REGEX('a', '(') AS ?r) {}",
                "SELECT (REGEX('a', 'a', 'zz') AS ?r) {}",
                "SELECT (REPLACE('a', '(', 'b') AS ?r) {}",
                "SELECT (fn:matches('a') AS ?r) {}",
                "SELECT (fn:replace('a') AS ?r) {}",
                "SELECT (fn:substring() AS ?r) {}",
                "SELECT (fn:format-number(1) AS ?r) {}",
                "SELECT (fn:round(1, 2, 3) AS ?r) {}",
                "SELECT (math:pow(1) AS ?r) {}",
                "SELECT (afn:localname() AS ?r) {}",
                "SELECT (ent:certainlyWithin(1) AS ?r) {}",
                "SELECT (ent:titleVerdict() AS ?r) {}",
                "SELECT ?nowhere (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s",
                "DESCRIBE"
            })
    void a_query_that_is_wrong(String query) {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
        assertThat(response.body()).doesNotContain("java.", "Exception", "org.apache", "null", "Query parse error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (MINUTES(<http://x>) AS ?r) {}",
                "SELECT (fn:round(1e400) AS ?r) {}",
                "SELECT (fn:round('INF'^^xsd:double) AS ?r) {}",
                "SELECT (xsd:dayTimeDuration('P1D') / 3 AS ?r) {}",
                "SELECT (xsd:dayTimeDuration('P1D') / 0 AS ?r) {}",
                "SELECT (STRLANG('', '\\\\') AS ?r) {}",
                "SELECT (STRLANG('a', '') AS ?r) {}",
                "SELECT (fn:format-number(1, '%') AS ?r) {}",
                "SELECT (fn:format-number(1, ';;;') AS ?r) {}",
                "SELECT (fn:normalize-unicode('a', 'X') AS ?r) {}",
                "SELECT (fn:adjust-date-to-timezone(xsd:date('2000-01-01'), xsd:dayTimeDuration('PT99H')) AS ?r) {}",
                "SELECT (fn:substring('a', 'b') AS ?r) {}",
                "SELECT (math:pow(2, 'a') AS ?r) {}",
                "SELECT (math:pow(0, -1) AS ?r) {}",
                "SELECT (xsd:date('0000-00-00') AS ?r) {}",
                "SELECT (MIN(?x) AS ?r) { VALUES ?x { 1 'a' <urn:a> } }",
                "SELECT (SUM(?x) AS ?r) { VALUES ?x { 1 'a' } }",
                "SELECT (IRI('http://[') AS ?r) {}",
                "SELECT (afn:localname(1) AS ?r) {}",
                "SELECT (afn:substr('abc', 5, 9) AS ?r) {}",
                "SELECT (afn:collation('zz', 'a') AS ?r) {}",
                "SELECT (ent:certainlyWithin(1, <urn:x>) AS ?r) {}"
            })
    void an_expression_without_a_value_leaves_the_variable_unbound(String query) {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(ask(query.replace(" AS ?r) {", " AS ?r) { ?s ?p ?o } LIMIT 1 #"))
                        .statusCode())
                .isIn(200, 400);
    }

    @ParameterizedTest
    @CsvSource({
        "COPY <urn:missing> TO <urn:x>,404",
        "MOVE <urn:missing> TO <urn:x>,404",
        "ADD <urn:missing> TO <urn:x>,404",
        "CLEAR GRAPH <urn:missing>,404",
        "COPY SILENT <urn:missing> TO <urn:x>,204",
        "INSERT { <urn:a> <urn:b> ?x } WHERE { BIND(REGEX('a'; '(') AS ?x) },400",
        "INSERT { <urn:a> <urn:b> ?x } WHERE { BIND(xsd:date() AS ?x) },400",
        "DELETE { ?x ?p ?o } WHERE { ?x ent:contact () },400",
        "INSERT { <urn:a> <urn:b> ?x } WHERE { BIND(math:pow(10; 100000) AS ?x) },400"
    })
    void an_update_that_is_wrong(String update, int status) {
        HttpResponse<String> response = site.update(PREFIXES + update.replace(";", ","));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("java.", "Exception", "org.apache");
    }

    @Slow
    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/trig"})
    void data_that_are_nested_deeply_are_no_fault_of_the_server(String type) {
        String body = "<a:a> <a:b> " + "(".repeat(50_000) + ")".repeat(50_000) + " .";
        HttpResponse<String> response = site.send(site.request("/graph-store?graph=urn:example:g")
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + KEY)
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).as(response.body()).isIn(201, 204, 400);
    }

    @ParameterizedTest
    @CsvSource({
        "<urn:a> <http://e/p> <<( <urn:a> <http://e/p> 1 )>>,application/ld+json,406",
        "<urn:a> <http://e/p> <<( <urn:a> <http://e/p> 1 )>>,application/rdf+xml,406",
        "<urn:a> <http://e/p> <<( <urn:a> <http://e/p> 1 )>>,text/turtle,200",
        "<urn:a> <http://e/p> 'a\\u0001b',application/rdf+xml,406",
        "<urn:a> <http://e/p> 'a\\u0001b',application/ld+json,200"
    })
    void a_graph_that_a_format_cannot_hold_is_refused_in_it(String triple, String accept, int status) {
        HttpResponse<String> response = site.query("CONSTRUCT { " + triple + " } {}", accept);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (status == 406) {
            assertThat(response.body()).contains("text/turtle").doesNotContain("Exception", "JSON-LD 1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql,application/sparql-query",
        "/sparql,application/x-www-form-urlencoded",
        "/update,application/sparql-update",
        "/graph-store?graph=urn:x,text/turtle",
        "/reconcile,application/x-www-form-urlencoded",
        "/reconcile/csv,text/csv",
        "/mcp,application/json",
        "/match,application/x-www-form-urlencoded",
        "/links,application/x-www-form-urlencoded"
    })
    void a_compressed_body_is_refused_as_that_wherever_it_is_sent(String address, String type) {
        for (String coding : new String[] {"gzip", "br", "x-gzip, identity"}) {
            HttpResponse<String> response =
                    site.post(address, type, "ASK {}", "Content-Encoding", coding, "Authorization", "Bearer " + KEY);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boundary=\" | --x~~a~--x--",
                "boundary=x; y=\" | --x~~a~--x--",
                "boundary=x | --x~Content-Disposition: form-data; name=\"~~a~--x--",
                "boundary=x | --x~Content-Disposition: form-data; name=\"a\"; filename=\"~~a~--x--",
                "boundary=x | --x~Content-Disposition: \"~Content-Type: text/csv; charset=\"~~a~--x--",
                "boundary=x | --x~~"
            })
    void a_form_whose_headers_are_none_is_no_fault_of_the_server(String type, String body) {
        for (String address :
                new String[] {"/reconcile/csv", "/graph-store?graph=urn:x", "/match", "/annotate", "/sheet", "/sparql"
                }) {
            HttpResponse<String> response = site.post(
                    address,
                    "multipart/form-data; " + type,
                    body.replace("~", "\r\n"),
                    "Authorization",
                    "Bearer " + KEY);
            assertThat(response.statusCode()).as(address + response.body()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRLANG('a', 'de_DE!')",
                "STRLANG('a', 'de de')",
                "STRLANGDIR('a', 'de--x', 'ltr')",
                "IRI('http://e/%zz')",
                "STRDT('a', IRI('http://e/%zz'))"
            })
    void what_could_not_be_read_again_is_not_written(String value) {
        HttpResponse<String> response = site.update(
                "INSERT { GRAPH <urn:example:odd> { <urn:a> <urn:b> ?x } } WHERE { BIND(" + value + " AS ?x) }");
        assertThat(response.statusCode()).as(response.body()).isIn(204, 400);
        assertThat(site.query("ASK { GRAPH <urn:example:odd> { ?s ?p ?o } }", "text/csv")
                        .body())
                .contains("false");
    }

    private static final String PREFIXES = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
            PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
            PREFIX afn: <http://jena.apache.org/ARQ/function#>
            PREFIX apf: <http://jena.apache.org/ARQ/property#>
            """;

    private static HttpResponse<String> ask(String query) {
        return site.query(PREFIXES + query, "application/sparql-results+json, text/turtle");
    }
}
