package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ShippedCollection;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever opens "show the query" can read it and learn from it: it is short, and standard SPARQL gives the same elsewhere. */
class ReadableQueriesTest {
    private static final int LONGEST = 60;
    private static final Pattern EXISTS_IN_IF =
            Pattern.compile("\\bIF\\s*\\((?:[^{}]*?)\\bEXISTS\\b", Pattern.CASE_INSENSITIVE);
    /** A grouping whose rows come sorted from a sub-query: ORDER BY, the end of the sub-query, the end of the pattern, GROUP BY. */
    private static final Pattern SORTED_FIRST =
            Pattern.compile("ORDER\\s+BY[^{}]*\\}\\s*\\}?\\s*GROUP\\s+BY", Pattern.CASE_INSENSITIVE);

    static Stream<CannedQuery> queries() {
        return ShippedCollection.catalog().queries().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_has_at_most_sixty_lines(CannedQuery query) {
        assertThat(body(query)).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @Test
    void who_met_whom_has_at_most_forty() {
        assertThat(body(ShippedCollection.catalog().query("who-met").orElseThrow()))
                .hasSizeLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void no_condition_searches_the_data_inside_if(CannedQuery query) {
        assertThat(String.join("\n", body(query))).doesNotContainPattern(EXISTS_IN_IF);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void no_text_is_put_together_in_the_order_of_a_sub_query(CannedQuery query) {
        assertThat(String.join("\n", body(query))).doesNotContainPattern(SORTED_FIRST);
    }

    @Test
    void the_bans_find_what_they_ban() {
        assertThat("FILTER(LANG(?l) = IF(EXISTS { ?x rdfs:label ?any }, ?lang, \"en\"))")
                .containsPattern(EXISTS_IN_IF);
        assertThat("BIND(IF(NOT EXISTS { ?x a ?y }, 1, 2) AS ?z)").containsPattern(EXISTS_IN_IF);
        assertThat(
                        "SELECT ?e (GROUP_CONCAT(?d) AS ?date) WHERE { SELECT ?e ?d WHERE { ?e ?p ?d } ORDER BY ?d } GROUP BY ?e")
                .containsPattern(SORTED_FIRST);
    }

    @Test
    void everything_has_one_label_to_show_in_each_language() {
        List<String> wrong = ShippedCollection.store().read(data -> {
            List<String> found = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(data).query("""
                    PREFIX ent: <https://w3id.org/entente/ontology#>
                    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                    SELECT ?thing ?lang (COUNT(?shown) AS ?labels)
                    WHERE {
                      { SELECT DISTINCT ?thing WHERE {
                        { ?thing rdfs:label ?any } UNION { VALUES ?kind { ent:Agent ent:Place ent:Post ent:Event } ?thing a ?kind }
                        UNION { GRAPH ?source { ?thing a ent:Document } } } }
                      VALUES ?lang { "de" "en" "kk" "ru" }
                      OPTIONAL { ?thing ent:displayLabel ?shown . FILTER(LANG(?shown) = ?lang) }
                    }
                    GROUP BY ?thing ?lang
                    HAVING (COUNT(?shown) != 1)
                    """).build()) {
                exec.select().forEachRemaining(row -> found.add(row.toString()));
            }
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_languages_of_the_rule_are_those_of_the_program() {
        Set<String> shown = ShippedCollection.store().read(data -> {
            Set<String> found = new TreeSet<>();
            data.getDefaultGraph()
                    .find(Node.ANY, NodeFactory.createURI(Ent.term("displayLabel")), Node.ANY)
                    .forEachRemaining(t -> found.add(t.getObject().getLiteralLanguage()));
            return found;
        });
        assertThat(shown).isEqualTo(CannedQuery.DISPLAYED);
    }

    private static List<String> body(CannedQuery query) {
        return query.sparql()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#+"))
                .toList();
    }
}
