package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ent:named} in free SPARQL, as researchers and others may write it. */
class NamedFunctionTest {
    private static final ServedStore SERVED = ServedStore.shipped();
    private static final String RAU = "https://w3id.org/entente/id/person/albert-rau";

    private static HttpResponse<String> ask(String query) {
        return SERVED.query(
                "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX person: <https://w3id.org/entente/id/person/> "
                        + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " + query,
                "text/csv");
    }

    private static List<String> rows(String query) {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().skip(1).toList();
    }

    @Test
    void names_come_from_values_and_from_the_data() {
        assertThat(
                        rows(
                                "SELECT ?text ?e { VALUES ?text { 'Рау' 'Alberto Rau' } ?e ent:named (?text ?score ent:Person 1) }"))
                .containsExactlyInAnyOrder("Рау," + RAU, "Alberto Rau," + RAU);
        assertThat(rows("SELECT ?e { person:albert-rau rdfs:label ?name . FILTER(LANG(?name) = 'de')"
                        + " ?e ent:named (?name ?score ent:Person 1) }"))
                .containsExactly(RAU);
    }

    @Test
    void an_entity_that_is_given_comes_only_if_the_name_may_mean_it() {
        assertThat(rows("SELECT ?score { person:albert-rau ent:named ('Рау' ?score) }"))
                .hasSize(1);
        assertThat(rows("SELECT ?score { person:guido-herz ent:named ('Рау' ?score) }"))
                .isEmpty();
        assertThat(rows(
                        "SELECT ?e ?score { ?e a ent:Person OPTIONAL { ?e ent:named ('Albert Rau' ?score ent:Person 1) }"
                                + " FILTER(BOUND(?score)) }"))
                .hasSize(1);
    }

    @Test
    void a_score_or_name_that_is_given_chooses_among_the_hits() {
        assertThat(rows("SELECT ?e { ?e ent:named ('Albert Rau' ?score ?why 'Albert Rau'@de ent:Person) }"))
                .containsExactly(RAU);
        assertThat(rows("SELECT ?e { ?e ent:named ('Albert Rau' 0.123) }")).isEmpty();
    }

    @Test
    void inside_a_graph_only_what_the_graph_speaks_of_is_found() {
        String here = "SELECT DISTINCT ?e { GRAPH <%s> { ?e ent:named ('Albert Rau' ?score ent:Person) } }";
        assertThat(rows(here.formatted("https://w3id.org/entente/graph/authority")))
                .contains(RAU);
        assertThat(rows(here.formatted("https://w3id.org/entente/graph/ontology")))
                .isEmpty();
        assertThat(rows("SELECT ?g { GRAPH ?g { person:albert-rau ent:named 'Albert Rau' } }"))
                .contains("https://w3id.org/entente/graph/authority")
                .doesNotContain("https://w3id.org/entente/graph/release")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?e ent:named ?text | a name as its first argument",
                "?e ent:named person:albert-rau | a name as its first argument",
                "?e ent:named ('Rau' ?a ?b ?c ?d) | at most ?score, ?why and ?name",
                "?e ent:named ('Rau' 0) | a maximum number from 1 to 1000",
                "?e ent:named ('Rau' 5000) | a maximum number from 1 to 1000",
                "(?e ?f) ent:named 'Rau' | one variable or entity on the left"
            })
    void wrong_arguments_are_a_400_that_says_what_is_expected(String pattern, String expected) {
        HttpResponse<String> response = ask("SELECT * { " + pattern + " }");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("ent:named expects").contains(expected);
    }

    @Test
    void a_text_that_is_no_name_is_refused_before_it_is_compared() {
        HttpResponse<String> response = SERVED.post(
                "/sparql",
                "application/sparql-query",
                "PREFIX ent: <https://w3id.org/entente/ontology#> SELECT * { ?e ent:named '"
                        + "long word ".repeat(5_000) + "' }",
                "Accept",
                "text/csv");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("at most 500 letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ent:named+", "ent:named*", "(ent:named|rdfs:label)", "^ent:named", "ent:named?"})
    void in_a_property_path_it_is_no_fault_of_the_server(String path) {
        assertThat(ask("SELECT * { ?e " + path + " 'Rau' } LIMIT 10").statusCode())
                .isIn(200, 400);
    }

    @Test
    void many_names_are_stopped_at_the_time_limit() {
        try (ServedStore hurried =
                ServedStore.shipped(ServerOptions.defaults().withLimits(Duration.ofMillis(200), 1_000))) {
            HttpResponse<String> response = hurried.query(
                    "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                            + " SELECT (COUNT(*) AS ?n) { ?s rdfs:label ?a . ?t rdfs:label ?b . BIND(CONCAT(?a, ' ', ?b) AS ?text)"
                            + " ?e ent:named (?text ?score 1000) }",
                    "text/csv");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("query-timeout");
        }
    }
}
