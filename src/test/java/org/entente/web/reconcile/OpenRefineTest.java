package org.entente.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;
import static org.entente.web.reconcile.ReconcileClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What OpenRefine 3 sends when a user reconciles a column, step by step, with the addresses of the manifest: registering, guessing types,
 * batches, completing by hand, previews, adding columns.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenRefineTest {
    private static final String AJAX = "application/json, text/javascript, */*; q=0.01";

    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final ReconcileClient CLIENT = new ReconcileClient(SHIPPED);
    private static JsonNode manifest;

    @BeforeAll
    static void start() throws IOException {
        manifest = json(SHIPPED.get("/reconcile", "Accept", AJAX, "Origin", "http://127.0.0.1:3333"), "manifest");
    }

    @Test
    @Order(1)
    void registers_the_service_by_its_manifest() {
        assertThat(manifest.get("versions").toString()).isEqualTo("[\"0.2\"]");
        assertThat(manifest.get("identifierSpace").asText() + "person/albert-rau")
                .isEqualTo("https://w3id.org/entente/id/person/albert-rau");
        assertThat(manifest.get("defaultTypes")).hasSize(5);
        assertThat(manifest.at("/suggest/entity/service_url").asText()).isEqualTo(SHIPPED.url("/reconcile"));
    }

    @Test
    @Order(2)
    void guesses_the_type_of_a_column_from_ten_cells() throws IOException {
        JsonNode answer = CLIENT.reconcile(
                "{\"q0\":{\"query\":\"Albert Rau\",\"limit\":3},\"q1\":{\"query\":\"Тоқаев\",\"limit\":3},"
                        + "\"q2\":{\"query\":\"Eckhard Franz\",\"limit\":3},\"q3\":{\"query\":\"Guido Herz\",\"limit\":3},"
                        + "\"q4\":{\"query\":\"Roland Weigert\",\"limit\":3},\"q5\":{\"query\":\"Monika Iwersen\",\"limit\":3},"
                        + "\"q6\":{\"query\":\"Roman Wassilenko\",\"limit\":3},\"q7\":{\"query\":\"Nobody Atall\",\"limit\":3},"
                        + "\"q8\":{\"query\":\"Roman Sklyar\",\"limit\":3},\"q9\":{\"query\":\"Wolfgang Tiefensee\",\"limit\":3}}");
        assertThat(answer).hasSize(10);
        for (int i : List.of(0, 1, 2, 3, 4, 5, 6, 8, 9)) {
            JsonNode first = answer.at("/q" + i + "/result/0");
            assertThat(first.at("/type/0/id").asText()).as(first.toString()).isEqualTo("Person");
            assertThat(first.at("/type/0/name").asText()).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void reconciles_a_batch_of_ten_rows_with_columns_as_properties() throws IOException {
        List<String> names = List.of(
                "Albert Rau",
                "Rau",
                "Kassym-Schomart Tokajew",
                "Қасым-Жомарт Тоқаев",
                "Herz",
                "Nobody Atall",
                "Abdibekow",
                "Franz",
                "Sklyar",
                "Vice Minister Rau");
        ObjectNode batch = ReconcileClient.JSON.createObjectNode();
        for (int i = 0; i < names.size(); i++) {
            ObjectNode query = batch.putObject("q" + i);
            query.put("query", names.get(i)).put("type", "Person").put("type_strict", "should");
            // A cell that was reconciled before is sent as an entity, any other as a text.
            ObjectNode country = query.putArray("properties").addObject().put("pid", "country");
            if (i % 2 == 0) {
                country.putObject("v").put("id", "state/kazakhstan").put("name", "Kazakhstan");
            } else {
                country.put("v", "Kazakhstan");
            }
        }
        JsonNode answer = CLIENT.reconcile(batch.toString());
        List<String> matched = new ArrayList<>();
        answer.properties().forEach(e -> {
            JsonNode best = e.getValue().at("/result/0");
            if (best.path("match").asBoolean()) {
                matched.add(e.getKey() + " " + best.get("id").asText());
            }
        });
        assertThat(matched)
                .contains(
                        "q0 person/albert-rau",
                        "q2 person/kassym-jomart-tokayev",
                        "q3 person/kassym-jomart-tokayev",
                        "q9 person/albert-rau")
                .noneMatch(
                        m -> m.startsWith("q1 ") || m.startsWith("q4 ") || m.startsWith("q5 ") || m.startsWith("q7 "));
    }

    @Test
    @Order(4)
    void completes_types_properties_and_entities_as_the_user_types() throws IOException {
        String types = suggest("type") + "?prefix=uni&spell=always&exact=false&prefixed=true";
        JsonNode university = json(SHIPPED.get(types, "Accept", AJAX), "suggest-types-response");
        assertThat(university.at("/result").toString())
                .contains("\"University\"")
                .contains("broader");
        String properties = suggest("property") + "?prefix=coun&spell=always&exact=false&scoring=schema&prefixed=true";
        JsonNode country = json(SHIPPED.get(properties, "Accept", AJAX), "suggest-properties-response");
        assertThat(country.at("/result/0/id").asText()).isEqualTo("country");
        String entities = suggest("entity") + "?prefix=toka&spell=always&exact=false&prefixed=true";
        JsonNode tokayev = json(SHIPPED.get(entities, "Accept", AJAX), "suggest-entities-response");
        assertThat(tokayev.at("/result").toString()).contains("person/kassym-jomart-tokayev");
        JsonNode byId =
                json(SHIPPED.get(suggest("entity") + "?prefix=person%2Falbert-rau"), "suggest-entities-response");
        assertThat(byId.at("/result/0/id").asText()).isEqualTo("person/albert-rau");
        assertThat(byId.at("/result/0/description").asText()).isNotEmpty();
    }

    @Test
    @Order(5)
    void goes_on_where_the_first_suggestions_end() throws IOException {
        JsonNode all = json(SHIPPED.get(suggest("type") + "?prefix=&limit=6"), "suggest-types-response");
        JsonNode rest = json(SHIPPED.get(suggest("type") + "?prefix=&limit=3&cursor=3"), "suggest-types-response");
        assertThat(rest.at("/result/0")).isEqualTo(all.at("/result/3"));
        JsonNode proposed = json(SHIPPED.get(suggest("property") + "?prefix="), "suggest-properties-response");
        assertThat(proposed.at("/result")).hasSizeGreaterThan(10);
    }

    @Test
    @Order(6)
    void shows_a_small_card_beside_a_suggestion() throws IOException {
        for (String[] one : new String[][] {
            {"entity", "person/albert-rau", "Albert Rau"},
            {"type", "University", "University"},
            {"property", "office", "Office"}
        }) {
            String url =
                    manifest.at("/suggest/" + one[0] + "/flyout_service_url").asText()
                            + manifest.at("/suggest/" + one[0] + "/flyout_service_path")
                                    .asText()
                                    .replace("${id}", Urls.encode(one[1]));
            HttpResponse<String> answer = SHIPPED.get(path(url), "Accept", AJAX);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode card = ReconcileClient.JSON.readTree(answer.body());
            assertThat(card.get("id").asText()).isEqualTo(one[1]);
            assertThat(card.get("html").asText()).contains(one[2]).doesNotContain("<script");
        }
        ReconcileClient.problem(SHIPPED.get("/reconcile/flyout/entity?id=%3Cscript%3E"), 404);
    }

    @Test
    @Order(7)
    void shows_a_preview_in_a_frame_of_another_origin() {
        // encodeURI leaves the slash as it is; the specification demands %2F. Both lead there.
        for (String id : List.of("person/albert-rau", "person%2Falbert-rau")) {
            HttpResponse<String> page = SHIPPED.get(
                    path(manifest.at("/preview/url").asText().replace("{{id}}", id)), "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(header(page, "Content-Type")).startsWith("text/html");
            assertThat(header(page, "Content-Security-Policy")).contains("frame-ancestors *");
            assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
            assertThat(page.body()).contains("Albert Rau").contains("Q4390898").contains("/page/person/albert-rau");
        }
        assertThat(SHIPPED.get("/page/person/albert-rau", "Accept", "text/html")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("frame-ancestors 'none'");
        HttpResponse<String> nobody = SHIPPED.get("/reconcile/preview?id=person/nobody-here%3Cb%3E");
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(header(nobody, "Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(nobody.body()).doesNotContain("here<b>");
    }

    @Test
    @Order(8)
    void leads_from_a_reconciled_cell_to_the_page_of_the_entity() {
        HttpResponse<String> view =
                SHIPPED.get(path(manifest.at("/view/url").asText().replace("{{id}}", "person%2Falbert-rau")));
        assertThat(view.statusCode()).isEqualTo(303);
        assertThat(view.headers().firstValue("Location")).hasValue("/page/person/albert-rau");
    }

    @Test
    @Order(9)
    void adds_columns_from_reconciled_values() throws IOException {
        String propose = manifest.at("/extend/propose_properties/service_url").asText()
                + manifest.at("/extend/propose_properties/service_path").asText();
        JsonNode proposed =
                json(SHIPPED.get(path(propose) + "?type=Person", "Accept", AJAX), "data-extension-property-proposal");
        assertThat(proposed.get("type").asText()).isEqualTo("Person");
        assertThat(proposed.get("properties").toString()).contains("\"office\"").doesNotContain("\"geonames\"");
        assertThat(json(SHIPPED.get(path(propose) + "?type=Person&limit=2"), "data-extension-property-proposal")
                        .get("properties"))
                .hasSize(2);
        JsonNode any = json(SHIPPED.get(path(propose) + "?type="), "data-extension-property-proposal");
        assertThat(any.get("properties").toString()).contains("\"geonames\"");

        String query = "{\"ids\":[\"person/albert-rau\",\"person/guido-herz\",\"person/nobody\"],\"properties\":["
                + "{\"id\":\"office\",\"settings\":{\"date\":\"2015-06-09\",\"certain\":\"on\",\"limit\":\"0\",\"content\":\"entity\"}},"
                + "{\"id\":\"country\"},{\"id\":\"wikidata\"},{\"id\":\"metWith\",\"settings\":{\"limit\":\"1\",\"content\":\"iri\"}},"
                + "{\"id\":\"alternateName\",\"settings\":{\"language\":\"ru\"}}]}";
        ReconcileSchemas.V0_2.valid("data-extension-query", query);
        JsonNode answer = json(CLIENT.form("/reconcile", "extend", query), "data-extension-response");
        JsonNode rau = answer.at("/rows").get("person/albert-rau");
        assertThat(rau.get("office").toString())
                .contains("post/kz-vice-minister-investments-development")
                .doesNotContain("mazhilis");
        assertThat(rau.get("country")).hasSize(1);
        assertThat(rau.at("/country/0/id").asText()).isEqualTo("state/kazakhstan");
        assertThat(rau.at("/wikidata/0/str").asText()).isEqualTo("Q4390898");
        assertThat(rau.get("metWith")).hasSize(1);
        assertThat(rau.at("/metWith/0/str").asText()).startsWith("https://w3id.org/entente/id/");
        assertThat(rau.get("alternateName").toString()).contains("Альберт").doesNotContain("Albert");
        assertThat(answer.at("/rows").get("person/guido-herz").get("office").toString())
                .contains("ambassador-de-kz");
        assertThat(answer.at("/rows").get("person/nobody").get("office")).isEmpty();
        assertThat(answer.at("/meta/0/type/id").asText()).isEqualTo("Post");
    }

    @Test
    @Order(10)
    void is_told_which_setting_or_property_is_wrong() throws IOException {
        assertThat(ReconcileClient.problem(
                                CLIENT.form("/reconcile", "extend", "{\"ids\":[],\"properties\":[{\"id\":\"ofice\"}]}"),
                                422)
                        .get("near")
                        .toString())
                .contains("office");
        assertThat(ReconcileClient.problem(
                                CLIENT.form(
                                        "/reconcile",
                                        "extend",
                                        "{\"ids\":[],\"properties\":[{\"id\":\"office\",\"settings\":{\"date\":\"last week\"}}]}"),
                                400)
                        .get("where")
                        .asText())
                .isEqualTo("properties[0].settings.date");
        assertThat(ReconcileClient.problem(
                                CLIENT.form(
                                        "/reconcile",
                                        "extend",
                                        "{\"ids\":[],\"properties\":[{\"id\":\"office\",\"settings\":{\"dat\":\"2015\"}}]}"),
                                400)
                        .get("detail")
                        .asText())
                .contains("settings.dat is not a setting")
                .contains("certain, content, date, language, limit");
        assertThat(ReconcileClient.problem(
                                CLIENT.form(
                                        "/reconcile",
                                        "extend",
                                        "{\"ids\":[],\"properties\":[{\"id\":\"office\"},{\"id\":\"office\"}]}"),
                                400)
                        .get("where")
                        .asText())
                .isEqualTo("properties[1].id");
        ReconcileClient.problem(CLIENT.form("/reconcile", "extend", "{\"ids\":{}}"), 400);
    }

    private static String suggest(String kind) {
        return path(manifest.at("/suggest/" + kind + "/service_url").asText()
                + manifest.at("/suggest/" + kind + "/service_path").asText());
    }

    private static String path(String url) {
        assertThat(url).startsWith(SHIPPED.url(""));
        return url.substring(SHIPPED.url("").length());
    }
}
