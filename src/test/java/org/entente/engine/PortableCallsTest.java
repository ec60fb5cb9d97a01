package org.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.entente.ShippedCollection;
import org.entente.execution.Select;
import org.entente.query.CannedQuery;
import org.entente.query.QueryCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries with plain patterns for the functions of this program give the rows of the functions. */
class PortableCallsTest {
    private static final String PREFIXES = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX person: <https://w3id.org/entente/id/person/>
            """;

    @Test
    void canned_queries_give_the_same_rows_in_plain_sparql(@TempDir Path folder) throws IOException {
        for (CannedQuery query : ShippedCollection.catalog().queries()) {
            Query asked = QueryFactory.create(query.sparql());
            if (!FunctionCall.functionsIn(asked.getQueryPattern()).isEmpty()) {
                Files.copy(query.file(), folder.resolve(query.id() + ".rq"));
            }
        }
        Map<String, Integer> rows = new TreeMap<>();
        new PortableQuestions(ShippedCollection.store(), QueryCatalog.read(folder))
                .canned()
                .forEach((id, asked) -> asked.forEach(query -> rows.merge(id, compared(query), Integer::sum)));

        assertThat(rows.keySet()).contains("who-met", "common-contacts", "top-contacts", "events-by-year");
        assertThat(rows.values()).allMatch(count -> count > 0);
    }

    static Stream<String> calls() {
        return Stream.of(
                "SELECT ?x ?y { ?x ent:met ?y }",
                "SELECT ?y { person:albert-rau ent:met (?y) }",
                "SELECT ?x ?level { ?x ent:met (person:albert-rau ?level) }",
                "SELECT ?y { person:albert-rau ent:met (?y ent:levelCoAttended) }",
                "SELECT ?y ?e { person:albert-rau ent:met (?y ?level ?e 'levels=met,announced') }",
                "SELECT ?y ?e { person:albert-rau ent:met (?y ent:levelMet ?e 'levels=coAttended,met') }",
                "SELECT ?y ?w { person:albert-rau ent:met (?y ?level ?e ?w ?c ?encounter 'levels=any') . ?e a ent:Event }",
                "SELECT ?y ?level { person:albert-rau ent:met (?y ?level ?e 1) }",
                "SELECT ?y ?c { person:albert-rau ent:met (?y ?level ?e ?w ent:high) . BIND(ent:high AS ?c) }",
                "SELECT ?y ?mine ?theirs { person:albert-rau ent:met (?y ?l ?e ?w ?c ?n ?mine ?theirs) }",
                "SELECT ?x ?from ?to { ?x ent:met (?y ?l ?e ?w ?c ?n ?mine ?theirs ?from ?to) }",
                "SELECT ?x ?z { person:albert-rau ent:met (?x ?l ?e) . ?x ent:met (?z ?m ?e) }",
                "SELECT ?x ?w ?z { ?x ent:met (?y ?l ?e ?w) . ?y ent:met (?z ?m ?f ?v) FILTER(?v > ?w) }",
                "SELECT ?p ?y { ?p a ent:Person OPTIONAL { ?p ent:met (?y ?level ?e ?w) FILTER(?w > 1) } }",
                "SELECT ?p { ?p a ent:Person FILTER EXISTS { ?p ent:met (?y ?level ?e 'levels=announced') } }",
                "SELECT ?p { ?p a ent:Person FILTER NOT EXISTS { ?p ent:met person:albert-rau } }",
                "SELECT ?p { ?p a ent:Person MINUS { ?p ent:met ?own0_encounter } }",
                "SELECT ?p ?y { { ?p ent:met (?y ent:levelAnnounced) } UNION { (?p person:guido-herz) ent:commonContact ?y } }",
                "SELECT ?p ?n { { SELECT ?p (COUNT(?y) AS ?n) { ?p ent:met (?y ?l) } GROUP BY ?p } FILTER(?n > 3) }",
                "SELECT ?b ?c { (person:albert-rau ?b) ent:commonContact ?c }",
                "SELECT ?c { (person:roland-weigert person:monika-iwersen) ent:commonContact (?c 'levels=met') }",
                "SELECT ?a { (?a person:roland-weigert) ent:commonContact person:roman-sklyar }",
                "SELECT ?x ?y ?n ?first { (?x ?y) ent:contactPair (?n ?m ?c ?w ?first) }",
                "SELECT ?y ?n ?last { (person:albert-rau ?y) ent:contactPair (?n ?m ?c ?w ?first ?last 'met,announced') }",
                "SELECT ?x ?n { (?x person:albert-rau) ent:contactPair (?n ?m ?c ?w ?f ?l ?levels '2014-01-01T00:00:00Z'^^xsd:dateTime) }",
                "SELECT ?x ?y { (?x ?y) ent:contactPair 2 }",
                "SELECT ?year ?n { (?year ent:held) ent:eventCount ?n }",
                "SELECT ?s ?n { (2015 ?s) ent:eventCount ?n }",
                "SELECT ?year ?s { VALUES ?s { ent:held } (?year ?s) ent:eventCount 1 }");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void calls_of_every_form_give_the_same_rows_in_plain_sparql(String call) {
        assertThat(compared(query(call))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?x ent:met (?y ?level ?e 'confidence=high'); options other than levels",
                "?x ent:met (?y 'levels=never'); levels: any",
                "?x ent:met [ a ent:Person ]; a blank node",
                "BIND(1 AS ?w) ?x ent:met (?y ?l ?e ?w); ?witnesses is used before",
                "?x ent:met (?y ?l ?e ?w ?w); is used before",
                "?x a ent:Person FILTER EXISTS { ?x ent:met (?y ?l ?e ?w) }; inside EXISTS",
                "GRAPH ?g { ?x ent:met ?y }; inside GRAPH",
                "{ SELECT * { ?x ent:met ?y } }; with SELECT *",
                "VALUES ?x { person:albert-rau } (?x ?y) ent:commonContact ?c; would take too long",
                "?x a ent:Person FILTER EXISTS { (?x person:albert-rau) ent:commonContact ?c }; inside EXISTS",
                "VALUES ?x { person:albert-rau } (?x ?y) ent:contactPair ?n; has a value before",
                "(?x ?y) ent:contactPair (?n 'levels=met'); what counts has to stand in the columns",
                "(?x ?y) ent:contactPair (?n ?m ?c ?w ?f ?l 'met, coAttended'); levels other than words",
                "(?x ?y) ent:contactPair (?n ?m ?c ?w ?f ?l ?levels '2014'); no moment in UTC",
                "(?x ?y) ent:contactPair (?n ?m ?c ?w ?f ?l ?levels ?from '2014-01-01T00:00:00+05:00'^^xsd:dateTime); no moment in UTC",
                "(?x) ent:eventCount ?y; wrong arguments",
                "(?x person:albert-rau) ent:shortestPath ?y; no plain pattern"
            })
    void what_a_pattern_would_answer_otherwise_stays_and_says_why(String told) {
        int end = told.lastIndexOf("; ");
        Query query = query("SELECT ?x { " + told.substring(0, end) + " }");

        assertThat(PortableForm.ownFeatures(query)).singleElement().asString().contains(told.substring(end + 2));
    }

    @Test
    void names_that_the_pattern_adds_are_new_in_the_query() {
        Query query = query("SELECT ?own0_encounter ?own_e { ?own0_encounter ent:met (?own_e ?level ?e ?w) }");

        assertThat(PortableForm.plain(query).serialize()).contains("?own__0_encounter");
        compared(query);
    }

    @Test
    void a_variable_without_a_value_is_not_bound_to_another_one() {
        Query query = query("SELECT ?x ?y { BIND(?person AS ?x) ?x ent:met ?y BIND(?y AS ?z) }");

        assertThat(PortableForm.plain(query).serialize())
                .doesNotContain("?person")
                .contains("?z");
        assertThat(compared(query)).isPositive();
    }

    private static Query query(String text) {
        return QueryFactory.create(PREFIXES + text, Syntax.syntaxSPARQL_11);
    }

    /** How many rows both have. */
    private static int compared(Query query) {
        assertThat(PortableForm.ownFeatures(query)).as(query.serialize()).isEqualTo(Set.of());
        Query plain = QueryFactory.create(PortableForm.plain(query).serialize(), Syntax.syntaxSPARQL_11);
        assertThat(FunctionCall.functionsIn(plain.getQueryPattern())).isEmpty();
        return ShippedCollection.store().read(dataset -> {
            List<String> own = lines(Select.on(dataset), query);
            assertThat(lines(Select.on(dataset), plain)).as(plain.serialize()).isEqualTo(own);
            return own.size();
        });
    }

    private static List<String> lines(Select select, Query query) {
        List<String> lines = AnswerHash.of(select.rows(query)).lines();
        return query.hasOrderBy() ? lines : lines.stream().sorted().toList();
    }
}
