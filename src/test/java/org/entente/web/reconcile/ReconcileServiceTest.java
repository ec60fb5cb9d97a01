package org.entente.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;
import static org.entente.web.reconcile.ReconcileClient.feature;
import static org.entente.web.reconcile.ReconcileClient.json;
import static org.entente.web.reconcile.ReconcileClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Reconciliation API 0.2 over the shipped collection: whom names mean, why, when nobody is chosen, and what is refused. */
class ReconcileServiceTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final ReconcileClient CLIENT = new ReconcileClient(SHIPPED);

    @ParameterizedTest
    @CsvSource({
        "Tokajew, Person, person/kassym-jomart-tokayev",
        "Тоқаев, Person, person/kassym-jomart-tokayev",
        "Toqaev, Person, person/kassym-jomart-tokayev",
        "Nurmuchambet Abdibekow, Person, person/nurmukhambet-abdibekov",
        "Hochschule Nordhausen, Organization, org/hochschule-nordhausen",
        "Vice Minister Rau, Person, person/albert-rau",
        "Vice Minister Rau, , person/albert-rau",
        "'Rau, Vizeminister', Person, person/albert-rau",
        "Botschafter Herz, Person, person/guido-herz",
        "Schinmeier, Person, person/frank-walter-steinmeier",
        "Ambassador of Germany to Kazakhstan, Post, post/ambassador-de-kz",
        "Караганда, Place, place/karaganda",
        "Q4390898, , person/albert-rau",
        "person/albert-rau, , person/albert-rau",
        "person:albert-rau, , person/albert-rau",
        "https://w3id.org/entente/id/person/albert-rau, , person/albert-rau"
    })
    void a_name_finds_whom_it_means_first(String name, String type, String id) throws IOException {
        String query =
                ReconcileClient.JSON.createObjectNode().put("query", name).toString();
        if (type != null) {
            query = query.replace("}", ",\"type\":\"" + type + "\"}");
        }
        assertThat(CLIENT.best(query).get("id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Albert Rau", "Kassym-Jomart Tokajew", "Hochschule Nordhausen", "Guido Herz"})
    void a_name_alone_is_never_a_match_however_equal_it_is(String name) throws IOException {
        JsonNode best = CLIENT.best("{\"query\":\"" + name + "\"}");
        assertThat(feature(best, "name")).isGreaterThan(0.95);
        assertThat(best.get("match").asBoolean()).isFalse();
    }

    @Test
    void a_country_beside_a_whole_name_makes_a_match_and_another_country_prevents_it() throws IOException {
        String query = "{\"query\":\"Касым-Жомарт Токаев\",\"properties\":[{\"pid\":\"country\",\"v\":\"%s\"}]}";
        for (String kazakhstan : List.of("Kasachstan", "KZ", "Казахстан", "state/kazakhstan")) {
            JsonNode best = CLIENT.best(query.formatted(kazakhstan));
            assertThat(best.get("match").asBoolean()).as(kazakhstan).isTrue();
            assertThat(feature(best, "country")).isEqualTo(1);
        }
        JsonNode contradicted = CLIENT.best(query.formatted("Deutschland"));
        assertThat(contradicted.get("match").asBoolean()).isFalse();
        assertThat(feature(contradicted, "country")).isZero();
    }

    /** Sadyr Japarov is not in the collection, Akylbek Japarov is: type and country say no more than the surname does. */
    @ParameterizedTest
    @CsvSource({
        "Japarov, country, Kirgisistan, ",
        "Guido, country, Deutschland, ",
        "X. Scholz, country, Deutschland, ",
        "Rau, country, Kasachstan, alternateName=Rau",
        "Albert Rau, office, Bundeskanzlerin, country=Kasachstan",
        "Bundespräsident Rau, country, Kasachstan, ",
        "Armin Willingmann, wikidata, Q61386, country=Deutschland",
        "Albert Rau, birthDate, 09/01/1960, country=Kasachstan",
        "Albert Rau, date, garbage, office=Vizeminister"
    })
    void what_confirms_too_little_or_contradicts_is_proposed_and_not_chosen(
            String name, String property, String value, String more) throws IOException {
        ObjectNode query = ReconcileClient.JSON.createObjectNode();
        query.put("query", name).put("type", "Person");
        ArrayNode constraints = query.putArray("properties");
        constraints.addObject().put("pid", property).put("v", value);
        if (more != null) {
            constraints.addObject().put("pid", more.split("=")[0]).put("v", more.split("=")[1]);
        }
        assertThat(CLIENT.candidates(query.toString()))
                .isNotEmpty()
                .allSatisfy(c ->
                        assertThat(c.get("match").asBoolean()).as(c.toString()).isFalse());
    }

    @Test
    void a_surname_is_chosen_where_title_and_country_say_more_than_the_type() throws IOException {
        JsonNode best = CLIENT.best("{\"query\":\"Vice Minister Rau\",\"type\":\"Person\","
                + "\"properties\":[{\"pid\":\"country\",\"v\":\"Kasachstan\"}]}");
        assertThat(best.get("id").asText()).isEqualTo("person/albert-rau");
        assertThat(best.get("match").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "birthDate", "office", "alternateName", "country"})
    void a_value_that_is_an_identifier_without_a_name_is_compared_like_any_other(String property) throws IOException {
        JsonNode best = CLIENT.best("{\"query\":\"Albert Rau\",\"properties\":[{\"pid\":\"" + property
                + "\",\"v\":{\"id\":\"nobody/knows-this\"}}]}");
        assertThat(best.get("id").asText()).isEqualTo("person/albert-rau");
    }

    @Test
    void a_country_that_nobody_knows_changes_nothing_but_is_said_to_be_unknown() throws IOException {
        JsonNode best =
                CLIENT.best("{\"query\":\"Albert Rau\",\"properties\":[{\"pid\":\"country\",\"v\":\"Xqzwv\"}]}");
        assertThat(feature(best, "country")).isEqualTo(0.5);
        assertThat(best.get("match").asBoolean()).isFalse();
    }

    @Test
    void an_office_that_nobody_here_held_contradicts_nobody() throws IOException {
        JsonNode best = CLIENT.best("{\"query\":\"Albert Rau\",\"type\":\"Person\","
                + "\"properties\":[{\"pid\":\"office\",\"v\":\"Papst\"}]}");
        assertThat(best.get("id").asText()).isEqualTo("person/albert-rau");
        assertThat(feature(best, "office")).isEqualTo(0.5);
    }

    @Test
    void an_office_at_a_date_tells_certain_from_possible_from_impossible() throws IOException {
        String query = "{\"query\":\"Herz\",\"type\":\"Person\",\"properties\":"
                + "[{\"pid\":\"office\",\"v\":\"Botschafter\"},{\"pid\":\"date\",\"v\":\"%s\"}]}";
        JsonNode certain = CLIENT.best(query.formatted("2015-06-09"));
        assertThat(feature(certain, "officeAtDate")).isEqualTo(1);
        assertThat(certain.get("match").asBoolean()).isTrue();
        assertThat(feature(CLIENT.best(query.formatted("9.6.2015")), "officeAtDate"))
                .isEqualTo(1);
        JsonNode impossible = CLIENT.best(query.formatted("1999"));
        assertThat(impossible.get("id").asText()).isEqualTo("person/guido-herz");
        assertThat(feature(impossible, "officeAtDate")).isZero();
        assertThat(impossible.get("match").asBoolean()).isFalse();
    }

    @Test
    void who_held_an_office_is_found_without_a_name_but_only_proposed() throws IOException {
        JsonNode found =
                CLIENT.candidates("{\"properties\":[{\"pid\":\"office\",\"v\":{\"id\":\"post/ambassador-de-kz\","
                        + "\"name\":\"Botschafter\"}},{\"pid\":\"date\",\"v\":\"2015-06-09\"}]}");
        assertThat(found.get(0).get("id").asText()).isEqualTo("person/guido-herz");
        assertThat(found.get(0).get("match").asBoolean()).isFalse();
    }

    @Test
    void an_identifier_confirms_and_a_wrong_one_contradicts() throws IOException {
        String query = "{\"query\":\"Rau\",\"type\":\"Person\",\"properties\":[{\"pid\":\"wikidata\",\"v\":\"%s\"}]}";
        assertThat(CLIENT.best(query.formatted("Q4390898")).get("match").asBoolean())
                .isTrue();
        assertThat(CLIENT.best(query.formatted("https://www.wikidata.org/wiki/Q4390898"))
                        .get("match")
                        .asBoolean())
                .isTrue();
        JsonNode wrong = CLIENT.best(query.formatted("Q42"));
        assertThat(wrong.get("match").asBoolean()).isFalse();
        assertThat(feature(wrong, "wikidata")).isZero();
        JsonNode place = CLIENT.best("{\"properties\":[{\"pid\":\"geonames\",\"v\":1526384}]}");
        assertThat(place.get("id").asText()).isEqualTo("place/almaty");
        assertThat(place.get("match").asBoolean()).isTrue();
    }

    @Test
    void somebody_named_together_confirms_a_whole_name() throws IOException {
        JsonNode best =
                CLIENT.best("{\"query\":\"Albert Rau\",\"properties\":[{\"pid\":\"coMentioned\",\"v\":[\"Eckhard"
                        + " Franz\",\"Somebody Else\"]}]}");
        assertThat(feature(best, "coMentioned")).isEqualTo(1);
        assertThat(best.get("match").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thomas Müller", "Alberta Rauch", "Xqzwv Qwrtz", "Wladimir Putin"})
    void whoever_is_not_in_the_collection_is_not_matched_with_anybody(String name) throws IOException {
        for (JsonNode candidate : CLIENT.candidates("{\"query\":\"" + name
                + "\",\"type\":\"Person\",\"properties\":[{\"pid\":\"country\",\"v\":\"Deutschland\"}]}")) {
            assertThat(candidate.get("match").asBoolean())
                    .as(candidate.toString())
                    .isFalse();
        }
    }

    @Test
    void the_score_is_the_weighted_mean_of_the_features_that_are_returned() throws IOException {
        for (JsonNode candidate : CLIENT.candidates(
                "{\"query\":\"Rau\",\"type\":\"Person\",\"type_strict\":\"should\","
                        + "\"limit\":20,\"properties\":[{\"pid\":\"country\",\"v\":\"Kasachstan\"},{\"pid\":\"office\",\"v\":\"Minister\"}]}")) {
            double sum = 60 * feature(candidate, "name")
                    + 25 * feature(candidate, "type")
                    + 15 * feature(candidate, "country")
                    + 20 * feature(candidate, "office");
            assertThat(candidate.get("score").asDouble()).isBetween(100 * sum / 120 - 0.6, 100 * sum / 120 + 0.6);
        }
    }

    @Test
    void candidates_come_by_falling_score_and_at_most_one_is_a_match() throws IOException {
        JsonNode found = CLIENT.candidates("{\"query\":\"Karaganda\",\"limit\":50}");
        assertThat(found.size()).isGreaterThan(5);
        double before = 100;
        for (JsonNode candidate : found) {
            assertThat(candidate.get("score").asDouble()).isBetween(0.0, before);
            before = candidate.get("score").asDouble();
        }
        assertThat(CLIENT.candidates("{\"query\":\"Karaganda\",\"limit\":2}")).hasSize(2);
    }

    @Test
    void types_are_strict_unless_the_client_says_should() throws IOException {
        assertThat(types(CLIENT.candidates("{\"query\":\"Karaganda\",\"type\":\"Place\"}")))
                .allMatch(t -> t.contains("Place"));
        assertThat(
                        types(
                                CLIENT.candidates(
                                        "{\"query\":\"Karaganda\",\"type\":[\"Place\",\"Post\"],\"type_strict\":\"any\",\"limit\":50}")))
                .allMatch(t -> t.contains("Place") || t.contains("Post"))
                .anyMatch(t -> t.contains("Post"));
        assertThat(
                        types(
                                CLIENT.candidates(
                                        "{\"query\":\"Nordhausen\",\"type\":[\"University\",\"Organization\"],\"type_strict\":\"all\"}")))
                .isNotEmpty()
                .allMatch(t -> t.contains("University") && t.contains("Organization"));
        JsonNode should = CLIENT.candidates(
                "{\"query\":\"Karaganda\",\"type\":\"Post\",\"type_strict\":\"should\",\"limit\":50}");
        assertThat(types(should)).anyMatch(t -> t.contains("Place")).anyMatch(t -> t.contains("Post"));
    }

    private static List<String> types(JsonNode candidates) {
        return Stream.iterate(0, i -> i + 1)
                .limit(candidates.size())
                .map(i -> candidates.get(i).get("type").toString())
                .toList();
    }

    @Test
    void the_same_batch_may_come_by_get_and_without_a_query_a_blank_text_has_no_candidates() throws IOException {
        JsonNode answer = json(
                SHIPPED.get("/reconcile?queries="
                        + Urls.encode("{\"a b\":{\"query\":\"Albert Rau\"},\"\":{\"query\":\" \"}}")),
                "reconciliation-result-batch");
        assertThat(answer.at("/a b/result/0/id").asText()).isEqualTo("person/albert-rau");
        assertThat(answer.get("").get("result")).isEmpty();
    }

    @Test
    void a_batch_of_the_stated_size_is_answered_and_a_larger_one_is_413() throws IOException {
        int size = json(SHIPPED.get("/reconcile"), "manifest").get("batchSize").asInt();
        String full = batch(size);
        assertThat(CLIENT.reconcile(full)).hasSize(size);
        JsonNode problem = problem(CLIENT.form("/reconcile", "queries", batch(size + 1)), 413);
        assertThat(problem.get("limit").asInt()).isEqualTo(size);
        assertThat(problem(CLIENT.form("/reconcile", "queries", "x".repeat(3_000_000)), 413)
                        .get("detail")
                        .asText())
                .contains("2000000");
    }

    private static String batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "\"q" + i + "\":{\"query\":\"Name " + i + " Rau\"}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void a_cell_that_is_longer_than_a_name_finds_nobody_and_the_batch_is_answered() throws IOException {
        JsonNode answer = CLIENT.reconcile("{\"a\":{\"query\":\"" + "word ".repeat(1_000)
                + "\"},\"b\":{\"query\":\"Albert Rau\",\"properties\":[{\"pid\":\"alternateName\",\"v\":\""
                + "word ".repeat(1_000) + "\"}]}}");
        assertThat(answer.at("/a/result")).isEmpty();
        assertThat(answer.at("/b/result/0/id").asText()).isEqualTo("person/albert-rau");
    }

    @Test
    void a_query_by_an_unknown_property_has_no_answer_but_a_reason_and_the_others_are_answered() throws IOException {
        String unknown = "{\"query\":\"Albert Rau\",\"properties\":[{\"pid\":\"contry\",\"v\":\"x\"}]}";
        JsonNode answer = CLIENT.reconcile("{\"a\":" + unknown
                + ",\"b\":{\"query\":\"Albert Rau\"},\"c\":{\"query\":\"Rau\"," + "\"type\":\"Persn\"}}");
        assertThat(answer.at("/b/result/0/id").asText()).isEqualTo("person/albert-rau");
        assertThat(answer.at("/b/error").isMissingNode()).isTrue();
        assertThat(answer.at("/a/result")).isEmpty();
        assertThat(answer.at("/a/error").asText()).contains("a.properties[0].pid", "contry", "country");
        assertThat(answer.at("/c/error").asText()).contains("c.type", "Person");
        assertThat(ServedStore.header(
                        CLIENT.form("/reconcile", "queries", "{\"a\":{\"query\":\"Rau\"},\"b\":5}"), "Content-Type"))
                .contains("problem");
    }

    @Test
    void an_unknown_type_or_property_is_refused_with_its_place_and_near_names() throws IOException {
        JsonNode type =
                problem(CLIENT.form("/reconcile", "queries", "{\"q7\":{\"query\":\"x\",\"type\":\"Persn\"}}"), 422);
        assertThat(type.get("where").asText()).isEqualTo("q7.type");
        assertThat(type.get("near").toString()).contains("Person");
        JsonNode property = problem(
                CLIENT.form(
                        "/reconcile",
                        "queries",
                        "{\"q0\":{\"query\":\"x\",\"properties\":[{\"pid\":\"country\",\"v\":\"x\"},{\"pid\":\"contry\",\"v\":\"x\"}]}}"),
                422);
        assertThat(property.get("where").asText()).isEqualTo("q0.properties[1].pid");
        assertThat(property.get("near").toString()).contains("country");
    }

    @Test
    void broken_json_is_refused_with_line_and_column() throws IOException {
        JsonNode problem = problem(CLIENT.form("/reconcile", "queries", "{\"q0\":{\n\"query\": \"Rau\",,}}"), 400);
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "null",
                "",
                "{\"q0\":[]}",
                "{\"q0\":{}}",
                "{\"q0\":{\"query\":5}}",
                "{\"q0\":{\"query\":null}}",
                "{\"q0\":{\"query\":\"x\",\"limit\":0}}",
                "{\"q0\":{\"query\":\"x\",\"limit\":1.5}}",
                "{\"q0\":{\"query\":\"x\",\"limit\":\"5\"}}",
                "{\"q0\":{\"query\":\"x\",\"type\":{}}}",
                "{\"q0\":{\"query\":\"x\",\"type_strict\":\"perhaps\"}}",
                "{\"q0\":{\"query\":\"x\",\"properties\":{}}}",
                "{\"q0\":{\"query\":\"x\",\"properties\":[{\"pid\":\"country\"}]}}",
                "{\"q0\":{\"query\":\"x\",\"properties\":[{\"pid\":\"country\",\"v\":{\"name\":\"x\"}}]}}",
                "{\"q0\":{\"query\":\"x\"},\"q0\":{\"query\":\"y\"}}",
                "{\"q0\":{\"query\":\"x\"}} {}"
            })
    void a_malformed_batch_is_400_and_says_what_to_send(String queries) throws IOException {
        JsonNode problem = problem(CLIENT.form("/reconcile", "queries", queries), 400);
        assertThat(problem.get("detail").asText()).hasSizeGreaterThan(20);
    }

    static Stream<Path> invalidBatches() {
        return ReconcileSchemas.V0_2.examples("invalid").stream()
                .filter(f -> ReconcileSchemas.schemaOf(f).equals("reconciliation-query-batch"));
    }

    @ParameterizedTest
    @MethodSource("invalidBatches")
    void invalid_batches_of_the_specification_are_refused(Path example) throws IOException {
        assertThat(CLIENT.form("/reconcile", "queries", ReconcileSchemas.text(example))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reconcile",
                "/reconcile/suggest/entity?prefix=a",
                "/reconcile/suggest/type?prefix=a",
                "/reconcile/suggest/property?prefix=a",
                "/reconcile/flyout/entity?id=person/albert-rau",
                "/reconcile/preview?id=person/albert-rau",
                "/reconcile/properties?type=Person",
                "/reconcile/v1",
                "/reconcile/v1/match",
                "/reconcile/v1/extend",
                "/reconcile/v1/suggest/entity?prefix=a",
                "/reconcile/csv",
                "/reconcile/view?id=person/albert-rau",
                "/reconcile/help"
            })
    void every_address_may_be_used_from_other_origins_also_after_a_preflight(String path) {
        HttpResponse<String> preflight = SHIPPED.send(SHIPPED.request(path)
                .header("Origin", "https://refine.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST", "GET");
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Content-Type");
        assertThat(SHIPPED.get(path, "Origin", "https://refine.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    @Test
    void jsonp_and_other_bodies_are_refused_with_what_to_do_instead() throws IOException {
        assertThat(problem(SHIPPED.get("/reconcile?callback=f"), 400)
                        .get("detail")
                        .asText())
                .contains("CORS");
        assertThat(problem(SHIPPED.post("/reconcile", "application/json", "{}"), 415)
                        .get("detail")
                        .asText())
                .contains("/reconcile/v1/match");
        assertThat(problem(SHIPPED.post("/reconcile", "application/x-www-form-urlencoded", ""), 400)
                        .get("detail")
                        .asText())
                .contains("queries=");
    }

    @Test
    void answers_are_in_the_language_of_the_reader() throws IOException {
        HttpResponse<String> german = SHIPPED.get("/reconcile/suggest/property?prefix=amt", "Accept-Language", "de");
        assertThat(german.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(json(german, "suggest-properties-response")
                        .at("/result/0/name")
                        .asText())
                .isEqualTo("Amt");
        assertThat(CLIENT.best("{\"query\":\"post/ambassador-de-kz\"}")
                        .get("name")
                        .asText())
                .isEqualTo("Ambassador of Germany to Kazakhstan");
    }

    @Test
    void the_manual_gives_the_formula_in_both_languages() {
        for (String lang : List.of("de", "en")) {
            HttpResponse<String> page = SHIPPED.get("/reconcile/help?lang=" + lang, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<html lang=\"" + lang)
                    .contains("score = 100 · Σ (weight · value) / Σ weight")
                    .contains("id=\"officeAtDate\"")
                    .doesNotContain(">reconcile.");
        }
    }
}
