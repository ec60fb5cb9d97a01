package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.entente.ServedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a query is said in plain words, in English and German; a query fits into a short address. */
class SyntaxWordsTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * { ?s ?p ?o | Missing at the end: } | Am Ende fehlt: }",
                "SELECT (COUNT(*) AS ?n { ?s ?p ?o } | to be closed by: ) | zu schließen mit: )",
                "SELECT ?s { ?s ?p ?o } LIMIT | ends too early | endet zu früh",
                "SELECT * { ?s ?p ?o }} | one “}” too many | ein „}“ zu viel",
                "SELECT * { ?s a foaf:Person } | prefix “foaf:” is not declared | Präfix „foaf:“ ist nicht erklärt",
                "SELEC * { ?s ?p ?o } | Did you mean SELECT? | Meinten Sie SELECT?",
                "SELECT * { ?s ?p ?o ?t <urn:x> 1 } | Before “?t” a full stop is probably missing | Vor „?t“ fehlt wahrscheinlich ein Punkt",
                "SELECT ?s { ?s ?p ?o FILTER ?o > 3 } | after FILTER must stand in round brackets | nach FILTER muss in runden Klammern",
                "SELECT ?s { OPTIONAL ?s ?p ?o } | After OPTIONAL there must be a curly bracket | Nach OPTIONAL muss eine geschweifte Klammer",
                "SELECT ?s { ?s <http://a b> ?o } | must not contain spaces | darf keine Leerzeichen",
                "SELECT ?s { ?s ?p \"Rau } | does not end | endet nicht",
                "SELECT (\u201Cx\u201D AS ?x) {} | “\u201C” (U+201C) is not what SPARQL uses. Write \" instead | Schreiben Sie stattdessen \"",
                "SELECT (\u2019x\u2019 AS ?x) {} | (U+2019) is not what SPARQL uses. Write ' instead | Schreiben Sie stattdessen '",
                "SELECT\u00A0* {} | special blank here (U+00A0) | besonderes Leerzeichen (U+00A0)",
                "SELECT * {} LIMIT\u200B1 | special blank here (U+200B) | besonderes Leerzeichen (U+200B)",
                "SELECT (5 \u2212 3 AS ?x) {} | Write - instead | stattdessen -",
                "SELECT * { ?s ?p ?o FILTER(?o \u2265 1) } | Write >= instead | stattdessen >=",
                "SELECT * {} \u2013 | Write - instead | stattdessen -",
                "SELECT (\u20AC AS ?x) {} | (U+20AC) can only stand in texts | kann nur in Texten",
                "SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } | Add GROUP BY ?s | Ergänzen Sie GROUP BY ?s"
            })
    void a_mistake_in_words(String query, String english, String german) throws Exception {
        HttpResponse<String> answer = ask(query, "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("detail").asText()).contains(english).doesNotContain("Encountered", "Lexical");
        assertThat(problem.path("words").path("de").asText()).contains(german);
        assertThat(problem.path("line").asInt()).isPositive();
    }

    @Test
    void the_page_of_the_editor_says_it_in_the_language_of_the_reader() throws Exception {
        HttpResponse<String> page = ask("SELECT * { ?s ?p ?o", "text/html");
        assertThat(page.body()).contains("<p lang=\"de\">Die Abfrage endet, bevor alle Klammern geschlossen sind.");
    }

    @Test
    void a_shortened_query_runs_and_one_that_is_none_is_refused() throws Exception {
        String packed = packed("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        assertThat(SHIPPED.get("/sparql?format=csv&z=" + packed).body()).startsWith("n");
        assertThat(SHIPPED.get("/sparql?format=csv&z=no!query").statusCode()).isEqualTo(400);
        assertThat(SHIPPED.get("/sparql?format=csv&z=" + packed.substring(0, packed.length() - 6))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String packed(String query) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing =
                new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            packing.write(query.getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    private static HttpResponse<String> ask(String query, String accept) throws Exception {
        return SHIPPED.send(SHIPPED.request("/sparql?lang=de&query=" + org.entente.web.http.Urls.encode(query))
                .header("Accept", accept)
                .GET());
    }
}
