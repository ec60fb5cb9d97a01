package org.entente.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminismTest {
    private static final String PREFIXES =
            "PREFIX afn: <http://jena.apache.org/ARQ/function#> " + "PREFIX sparql: <http://www.w3.org/ns/sparql#> ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?t) {}",
                "SELECT * { ?s ?p ?o FILTER(RAND() < 0.5) }",
                "SELECT * { ?s ?p ?o } ORDER BY RAND()",
                "SELECT (MAX(RAND()) AS ?m) { ?s ?p ?o }",
                "SELECT (STRUUID() AS ?u) {}",
                "SELECT (afn:now() AS ?t) {}",
                "SELECT (afn:nowtz() AS ?t) {}",
                "SELECT (afn:uuid() AS ?u) {}",
                "SELECT * { BIND(STR(afn:struuid()) AS ?u) }",
                "SELECT (sparql:now() AS ?t) {}",
                "SELECT (sparql:rand() AS ?r) {}",
                "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }"
            })
    void the_clock_chance_and_another_service_may_answer_otherwise_the_next_time(String query) {
        assertThat(Determinism.neededBy(QueryFactory.create(PREFIXES + query))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o } ORDER BY ?s",
                "SELECT (COUNT(*) AS ?n) (MAX(STRLEN(?o)) AS ?m) { ?s ?p ?o }",
                "SELECT (afn:localname(?s) AS ?name) { ?s ?p ?o }",
                "DESCRIBE <http://example.org/thing>"
            })
    void what_only_reads_the_store_is_answered_the_same(String query) {
        assertThat(Determinism.neededBy(QueryFactory.create(PREFIXES + query))).isFalse();
    }
}
