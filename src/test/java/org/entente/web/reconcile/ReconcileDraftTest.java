package org.entente.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.web.reconcile.ReconcileClient.json10;
import static org.entente.web.reconcile.ReconcileClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The draft of version 1.0 of the Reconciliation API under {@code /reconcile/v1}. */
class ReconcileDraftTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final ReconcileClient CLIENT = new ReconcileClient(SHIPPED);

    private static JsonNode match(String query) throws IOException {
        String batch = "{\"queries\":[" + query + "]}";
        ReconcileSchemas.V1_0.valid("reconciliation-query-batch", batch);
        return json10(SHIPPED.post("/reconcile/v1/match", "application/json", batch), "reconciliation-result-batch")
                .at("/results/0/candidates");
    }

    private static String name(String value, String more) {
        return "{\"type\":\"Person\",\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":" + value + "}" + more
                + "]}";
    }

    @Test
    void the_manifest_names_its_version_and_standard_scores() throws IOException {
        JsonNode manifest = json10(SHIPPED.get("/reconcile/v1"), "manifest");
        assertThat(manifest.get("versions").toString()).isEqualTo("[\"1.0-draft\"]");
        assertThat(manifest.get("standardizedScore").asBoolean()).isTrue();
        assertThat(manifest.at("/extend/propertySettings/0/id").asText()).isEqualTo("limit");
    }

    @Test
    void a_name_with_a_property_matches_and_every_feature_has_a_name() throws IOException {
        JsonNode best = match(
                        name(
                                "\"Қасым-Жомарт Тоқаев\"",
                                ",{\"matchType\":\"property\",\"propertyId\":\"country\",\"propertyValue\":{\"id\":\"state/kazakhstan\"}}"))
                .get(0);
        assertThat(best.get("id").asText()).isEqualTo("person/kassym-jomart-tokayev");
        assertThat(best.get("match").asBoolean()).isTrue();
        assertThat(best.get("features"))
                .hasSize(3)
                .allSatisfy(f -> assertThat(f.get("name").asText()).doesNotContain("reconcile."));
    }

    @Test
    void of_several_names_any_will_do() throws IOException {
        assertThat(match(name("[\"Nobody Atall\",\"Albert Rau\"]", ""))
                        .at("/0/id")
                        .asText())
                .isEqualTo("person/albert-rau");
    }

    @Test
    void an_identifier_is_its_own_condition() throws IOException {
        JsonNode found = match("{\"conditions\":[{\"matchType\":\"id\",\"propertyValue\":\"person/albert-rau\"}]}");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/match").asBoolean()).isTrue();
        assertThat(match(
                                name(
                                        "\"Rau\"",
                                        ",{\"matchType\":\"id\",\"propertyValue\":\"person/albert-rau\",\"matchQuantifier\":\"none\"}"))
                        .toString())
                .doesNotContain("person/albert-rau");
    }

    @Test
    void a_required_property_leaves_out_who_does_not_agree() throws IOException {
        String country =
                ",{\"matchType\":\"property\",\"propertyId\":\"country\",\"propertyValue\":\"%s\",\"required\":true,\"matchQuantifier\":\"%s\"}";
        assertThat(match(name("\"Rau\"", country.formatted("Deutschland", "any")))
                        .toString())
                .doesNotContain("person/albert-rau");
        assertThat(match(name("\"Rau\"", country.formatted("Deutschland", "none")))
                        .at("/0/id")
                        .asText())
                .isEqualTo("person/albert-rau");
        assertThat(match(name("\"Rau\"", country.formatted("Kasachstan", "all")))
                        .at("/0/id")
                        .asText())
                .isEqualTo("person/albert-rau");
    }

    @Test
    void that_something_is_not_so_confirms_nobody() throws IOException {
        String none =
                ",{\"matchType\":\"property\",\"propertyId\":\"%s\",\"propertyValue\":\"%s\",\"matchQuantifier\":\"none\"}";
        for (String constraint : List.of(none.formatted("wikidata", "Q1"), none.formatted("birthDate", "1931"))) {
            JsonNode best = match(name("\"Rau\"", constraint)).get(0);
            assertThat(best.get("id").asText()).isEqualTo("person/albert-rau");
            assertThat(best.get("match").asBoolean()).as(constraint).isFalse();
        }
    }

    @Test
    void an_identifier_whose_name_is_another_is_not_chosen_and_left_out_where_the_name_is_required()
            throws IOException {
        String both = "{\"conditions\":[{\"matchType\":\"id\",\"propertyValue\":\"person/albert-rau\"},"
                + "{\"matchType\":\"name\",\"propertyValue\":\"Angela Merkel\"%s}]}";
        assertThat(match(both.formatted(""))).anySatisfy(c -> {
            assertThat(c.get("id").asText()).isEqualTo("person/albert-rau");
            assertThat(c.get("match").asBoolean()).isFalse();
        });
        assertThat(match(both.formatted(",\"required\":true")).toString()).doesNotContain("person/albert-rau");
    }

    static Stream<Path> invalidBatches() {
        return ReconcileSchemas.V1_0.examples("invalid").stream()
                .filter(f -> ReconcileSchemas.schemaOf(f).equals("reconciliation-query-batch"));
    }

    @ParameterizedTest
    @MethodSource("invalidBatches")
    void invalid_batches_of_the_draft_are_refused(Path example) throws IOException {
        problem(SHIPPED.post("/reconcile/v1/match", "application/json", ReconcileSchemas.text(example)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"matchType\":\"name\"}",
                "{\"matchType\":\"property\",\"propertyValue\":\"x\"}",
                "{\"matchType\":\"name\",\"propertyValue\":\"x\",\"matchQuantifier\":\"some\"}",
                "{\"matchType\":\"name\",\"propertyValue\":\"x\",\"required\":\"yes\"}"
            })
    void a_condition_that_lacks_something_is_400(String condition) throws IOException {
        JsonNode problem = problem(
                SHIPPED.post(
                        "/reconcile/v1/match",
                        "application/json",
                        "{\"queries\":[{\"conditions\":[" + condition + "]}]}"),
                400);
        assertThat(problem.get("where").asText()).startsWith("queries[0].conditions[0]");
    }

    @Test
    void a_query_by_an_unknown_property_leaves_the_others_their_answers() throws IOException {
        JsonNode results = json10(
                        SHIPPED.post(
                                "/reconcile/v1/match",
                                "application/json",
                                "{\"queries\":[{\"conditions\":[{\"matchType\":\"property\",\"propertyId\":\"zzz\",\"propertyValue\":\"x\"}]},"
                                        + "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Albert Rau\"}]}]}"),
                        "reconciliation-result-batch")
                .path("results");
        assertThat(results.at("/0/candidates")).isEmpty();
        assertThat(results.at("/0/error").asText()).contains("queries[0]", "zzz");
        assertThat(results.at("/1/candidates/0/id").asText()).isEqualTo("person/albert-rau");
    }

    @Test
    void a_form_is_told_to_use_the_other_version_and_a_qualifier_is_unknown() throws IOException {
        assertThat(problem(CLIENT.form("/reconcile/v1/match", "queries", "{}"), 415)
                        .get("detail")
                        .asText())
                .contains("/reconcile");
        problem(
                SHIPPED.post(
                        "/reconcile/v1/match",
                        "application/json",
                        "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\",\"matchQualifier\":\"skos:exactMatch\"}]}]}"),
                422);
    }

    @Test
    void suggestions_proposals_extension_and_preview_are_below_the_endpoint() throws IOException {
        assertThat(json10(SHIPPED.get("/reconcile/v1/suggest/entity?prefix=toka&limit=3"), "suggest-entities-response")
                        .at("/result")
                        .toString())
                .contains("kassym-jomart-tokayev");
        JsonNode types = json10(SHIPPED.get("/reconcile/v1/suggest/type?prefix=&limit=4"), "suggest-types-response");
        assertThat(json10(SHIPPED.get("/reconcile/v1/suggest/type?prefix=&limit=2&offset=2"), "suggest-types-response")
                        .at("/result/0"))
                .isEqualTo(types.at("/result/2"));
        json10(SHIPPED.get("/reconcile/v1/suggest/property?prefix="), "suggest-properties-response");
        json10(SHIPPED.get("/reconcile/v1/extend/propose?type=Place"), "data-extension-property-proposal");
        String query =
                "{\"ids\":[\"event/wg-economy-9\"],\"properties\":[{\"id\":\"place\",\"settings\":{\"limit\":1}},{\"id\":\"date\"}]}";
        ReconcileSchemas.V1_0.valid("data-extension-query", query);
        JsonNode answer =
                json10(SHIPPED.post("/reconcile/v1/extend", "application/json", query), "data-extension-response");
        assertThat(answer.at("/rows/0/properties/0/values/0/id").asText()).isEqualTo("place/karaganda");
        assertThat(answer.at("/rows/0/properties/1/values/0/str").asText()).isEqualTo("2015-06-09");
        assertThat(SHIPPED.get("/reconcile/v1/preview?id=person%2Falbert-rau").statusCode())
                .isEqualTo(200);
    }
}
