package org.entente.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.ServedStore;
import org.entente.text.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code shape=objects}: rows as programs read them that know nothing of SPARQL. */
class FlatRowsTest {
    private static final ServedStore SITE = ServedStore.shipped();

    private static HttpResponse<String> rows(String query) {
        return SITE.get("/sparql?format=json&shape=objects&query=" + ServedStore.encoded(query));
    }

    @Test
    void a_row_is_an_object_with_the_values_of_json() {
        HttpResponse<String> answer = rows("SELECT * { VALUES (?t ?n ?d ?b ?i ?none ?inf ?big)"
                + " { (\"ä\\\"\\n\"@de 7 1.50 true <http://example.org/a> UNDEF \"INF\"^^<http://www.w3.org/2001/XMLSchema#double>"
                + " \"007\"^^<http://www.w3.org/2001/XMLSchema#integer>) } }");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(answer.body())
                .isEqualTo(
                        "[{\"t\":\"ä\\\"\\n\",\"n\":7,\"d\":1.50,\"b\":true,\"i\":\"http://example.org/a\",\"inf\":\"INF\","
                                + "\"big\":\"007\"}]");
    }

    @Test
    void no_rows_are_an_empty_array_and_an_ask_is_a_boolean() {
        assertThat(rows("SELECT ?bindings { FILTER (false) }").body()).isEqualTo("[]");
        assertThat(rows("ASK {}").body()).isEqualTo("true");
    }

    @Test
    void canned_queries_have_it_too_with_every_row_of_the_table() throws IOException {
        String address = "/who-met?person=Albert%20Rau";
        JsonNode flat = Json.MAPPER.readTree(
                SITE.get(address + "&format=json&shape=objects").body());
        JsonNode bindings =
                Json.MAPPER.readTree(SITE.get(address + "&format=json").body()).at("/results/bindings");
        assertThat(flat.isArray()).isTrue();
        assertThat(flat).hasSameSizeAs(bindings).isNotEmpty();
        assertThat(flat.get(0).get("whomLabel").asText())
                .isEqualTo(bindings.get(0).at("/whomLabel/value").asText());
    }

    @Test
    void a_long_answer_has_it_as_it_is_sent() throws IOException {
        String wide = "x".repeat(4_000);
        HttpResponse<String> answer = rows("SELECT ?a (\"" + wide + "\" AS ?t) { ?a ?p ?x } LIMIT 2000");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        JsonNode read = Json.MAPPER.readTree(answer.body());
        assertThat(read).hasSize(2000);
        assertThat(read.get(1999).get("t").asText()).isEqualTo(wide);
    }

    @Test
    void another_value_is_refused_and_other_formats_stay() {
        assertThat(SITE.get("/who-met?person=Albert%20Rau&format=json&shape=tree")
                        .statusCode())
                .isEqualTo(422);
        assertThat(SITE.get("/who-met?person=Albert%20Rau&format=csv&shape=objects")
                        .body())
                .isEqualTo(SITE.get("/who-met?person=Albert%20Rau&format=csv").body());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 10_000})
    void it_does_not_matter_in_which_parts_the_bytes_come(int part) throws IOException {
        byte[] rows =
                ("{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"bnode\",\"value\":\"ä\"}},"
                                + "{\"s\":{\"type\":\"triple\",\"value\":{\"subject\":{\"type\":\"uri\",\"value\":\"a\"}}}},{}]}}")
                        .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FlatRows flat = new FlatRows(out);
        for (int at = 0; at < rows.length; at += part) {
            flat.write(rows, at, Math.min(part, rows.length - at));
        }
        flat.flush();
        assertThat(List.of(out.toString(StandardCharsets.UTF_8)))
                .containsExactly("[{\"s\":\"_:ä\"},{\"s\":{\"subject\":{\"type\":\"uri\",\"value\":\"a\"}}},{}]");
    }

    @Test
    void rows_that_break_off_never_look_whole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FlatRows flat = new FlatRows(out);
        flat.write("{\"results\":{\"bindings\":[{\"s\":{\"type\":\"literal\",\"value\":\"a\"}}"
                .getBytes(StandardCharsets.UTF_8));
        flat.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[{\"s\":\"a\"}");
    }
}
