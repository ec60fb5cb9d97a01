package org.entente.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.entente.Csv;
import org.entente.ServedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dossiers over HTTP, of the shipped collection. */
class DossierPagesTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VASSILENKO_IWERSEN = "/dossier?a=Roman%20Vassilenko&b=Monika%20Iwersen";

    @Test
    void an_office_that_somebody_held_at_another_time_is_no_mention_of_that_person() throws Exception {
        for (String former : List.of("Richard%20von%20Weizs%C3%A4cker", "Horst%20K%C3%B6hler")) {
            String page = get("/dossier?a=Shavkat%20Mirziyoyev&b=" + former + "&lang=en", "text/html")
                    .body();
            assertThat(page).contains("No evidence of a meeting").doesNotContain("side by side");
        }
        assertThat(get("/dossier?a=Shavkat%20Mirziyoyev&b=Frank-Walter%20Steinmeier&lang=en", "text/html")
                        .body())
                .contains("Reception of Mirziyoyev by the Federal President 2019");
    }

    @Test
    void the_page_shows_conflict_decision_and_evidence() throws Exception {
        HttpResponse<String> page = get(VASSILENKO_IWERSEN + "&lang=de", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"de\">", "Roman Vassilenko × Monika Iwersen", "trafen sich zweimal")
                .contains("Quellen widersprechen sich", "/page/decision/vassilenko-iwersen-2024-held")
                .contains("/page/doc/s004", "/page/doc/d121", "/page/doc/d059", "/page/doc/d043")
                .contains("SELECT", "format=csv", "format=json")
                .doesNotContain("dossier.");
    }

    @Test
    void a_contradiction_about_the_office_of_a_third_person_is_none_between_the_two() throws Exception {
        JsonNode dispute = JSON.readTree(get("/dossier?a=Vladimir%20Bozhko&b=Ute%20Rettler&lang=en", "application/json")
                        .body())
                .findValue("disputes")
                .get(0);
        assertThat(dispute.at("/about/label").asText()).isEqualTo("Ute Rettler");
        assertThat(get("/dossier?a=Vladimir%20Bozhko&b=Ute%20Rettler&lang=en", "text/html")
                        .body())
                .contains("the sources disagree (office)", "/page/person/ute-rettler");
        assertThat(get("/dossier?a=Vladimir%20Bozhko&b=Albert%20Rau&lang=en", "text/html")
                        .body())
                .contains("Bozhko")
                .doesNotContain("the sources disagree (office)");
    }

    @Test
    void the_page_says_how_the_names_were_read() throws Exception {
        assertThat(get("/dossier?a=Weigert&b=Rau,%20Albert&lang=en", "text/html")
                        .body())
                .contains(
                        "“Weigert” was read as Roland Weigert",
                        "“Rau, Albert” was read as Albert Rau (different word order)");
        assertThat(get("/dossier?a=Weigert&b=Iwersen&lang=de", "text/html").body())
                .contains("„Iwersen“ wurde als Monika Iwersen gelesen (Teil eines längeren Namens)");
        assertThat(get(VASSILENKO_IWERSEN + "&lang=en", "text/html").body())
                .as("a name that is written as it is shown")
                .doesNotContain("was read as");
    }

    @Test
    void without_names_there_is_a_form_and_with_one_it_is_filled() throws Exception {
        assertThat(get("/dossier", "text/html").body())
                .contains("name=\"a\"", "name=\"b\"")
                .doesNotContain("dossier.");
        HttpResponse<String> one = get("/dossier?a=person:albert-rau", "text/html");
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).contains("value=\"person:albert-rau\"");
        assertThat(get("/dossier?a=person:albert-rau", "application/json").statusCode())
                .isEqualTo(422);
        assertThat(get("/", "text/html").body()).contains("href=\"/dossier\"");
        assertThat(get("/page/person/albert-rau", "text/html").body())
                .contains("action=\"/dossier\"", "name=\"a\" value=\"person:albert-rau\"");
    }

    @Test
    void json_is_whole_and_keeps_its_schema() throws Exception {
        JsonNode schemas =
                JSON.readTree(get("/openapi.json", "application/json").body()).at("/components/schemas");
        for (String pair : List.of(
                VASSILENKO_IWERSEN,
                "/dossier?a=Weigert&b=Onzhanov",
                "/dossier?a=Vladimir%20Bozhko&b=Ute%20Rettler",
                "/dossier?a=Armin%20Willingmann&b=post:ambassador-de-kz",
                "/dossier?a=region:bavaria&b=state:kazakhstan")) {
            HttpResponse<String> answer = get(pair, "application/json");
            assertThat(header(answer, "Content-Type")).startsWith("application/json");
            conforms(JSON.readTree(answer.body()), schemas.get("Dossier"), schemas, pair);
        }
    }

    @Test
    void tables_have_a_line_for_each_row_and_mention() throws Exception {
        List<List<String>> lines =
                Csv.lines(get("/dossier?a=Weigert&b=Onzhanov&format=csv", "*/*").body());
        assertThat(lines.getFirst()).isEqualTo(DossierTable.COLUMNS);
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allSatisfy(line -> {
            assertThat(line.getFirst()).isEqualTo("mentioned");
            assertThat(line.getLast()).isNotEmpty();
            assertThat(line.get(DossierTable.COLUMNS.indexOf("document"))).contains("/id/doc/");
        });
        assertThat(Csv.lines(
                        get(VASSILENKO_IWERSEN + "&format=csv&tier=met", "*/*").body()))
                .hasSize(3);
        assertThat(get(VASSILENKO_IWERSEN + "&format=tsv", "*/*").body().lines().count())
                .isGreaterThan(3);
    }

    @Test
    void a_known_answer_is_not_sent_again() throws Exception {
        HttpResponse<String> first = get(VASSILENKO_IWERSEN, "application/json");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                SHIPPED.get(VASSILENKO_IWERSEN, "Accept", "application/json", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(get(VASSILENKO_IWERSEN + "&lang=de", "application/json")
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow())
                .isNotEqualTo(tag);
    }

    @Test
    void a_wrong_name_leads_to_near_names_that_keep_the_other_side() throws Exception {
        HttpResponse<String> answer = get("/dossier?a=Rolan%20Weigrt&b=Onzhanov", "application/json");
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/parameter").asText()).isEqualTo("a");
        assertThat(problem.at("/near/0/id").asText()).isEqualTo("person:roland-weigert");
        assertThat(problem.at("/near/0/href").asText()).isEqualTo("/dossier?a=person%3Aroland-weigert&b=Onzhanov");
        assertThat(get("/dossier?a=Rolan%20Weigrt&b=Onzhanov", "text/html").body())
                .contains("role=\"alert\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tier=nothing", "page=0", "limit=x", "c=d", "format=xml"})
    void a_wrong_parameter_is_refused(String wrong) throws Exception {
        assertThat(get(VASSILENKO_IWERSEN + "&" + wrong, "*/*").statusCode()).isIn(406, 422);
    }

    @ParameterizedTest
    @CsvSource({"state:germany, state:kazakhstan", "org:ministry-foreign-affairs-kz, state:germany"})
    void long_tiers_are_paged_and_pages_stay_small(String a, String b) throws Exception {
        HttpResponse<String> page = get("/dossier?a=" + a + "&b=" + b + "&limit=5", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("rel=\"next\"");
        assertThat(page.body().split("<article class=\"encounter met\"", -1)).hasSizeLessThanOrEqualTo(6);
    }

    /** Types, required fields, enumerated values: what the description promises, nothing else. */
    private static void conforms(JsonNode value, JsonNode schema, JsonNode schemas, String at) {
        if (schema.has("$ref")) {
            conforms(value, schemas.get(schema.get("$ref").asText().replaceFirst(".*/", "")), schemas, at);
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> {
                assertThat(value.isObject()).as(at).isTrue();
                schema.path("required").forEach(name -> assertThat(value.has(name.asText()))
                        .as(at + "/" + name.asText())
                        .isTrue());
                value.properties().forEach(e -> {
                    JsonNode property = schema.path("properties").get(e.getKey());
                    if (property == null) {
                        assertThat(schema.has("additionalProperties"))
                                .as(at + "/" + e.getKey())
                                .isTrue();
                        property = schema.get("additionalProperties");
                    }
                    conforms(e.getValue(), property, schemas, at + "/" + e.getKey());
                });
            }
            case "array" -> {
                assertThat(value.isArray()).as(at).isTrue();
                for (int i = 0; i < value.size(); i++) {
                    conforms(value.get(i), schema.get("items"), schemas, at + "/" + i);
                }
            }
            case "integer" -> assertThat(value.isInt()).as(at).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(at).isTrue();
            default -> {
                assertThat(value.isTextual()).as(at).isTrue();
                if (schema.has("enum")) {
                    assertThat(schema.get("enum")).as(at).anyMatch(allowed -> allowed.equals(value));
                }
            }
        }
    }

    private static HttpResponse<String> get(String path, String accept) {
        return SHIPPED.get(path, "Accept", accept);
    }
}
