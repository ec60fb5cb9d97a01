package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.Csv;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.query.CannedQuery;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions that the first release was made for, asked over HTTP of the shipped collection. */
class ShippedServiceTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();

    @Test
    void the_openapi_description_has_short_addresses_too_as_references_to_the_long_ones() throws Exception {
        JsonNode paths =
                new ObjectMapper().readTree(SHIPPED.get("/openapi.json").body()).get("paths");
        for (String address : List.of(
                "/who-met",
                "/conflicts",
                "/coverage",
                "/candidates",
                "/plausibility",
                "/sources",
                "/timeline",
                "/map",
                "/statistics",
                "/people",
                "/organizations",
                "/offices",
                "/events",
                "/places",
                "/topics")) {
            String of = paths.path(address).path("$ref").asText();
            assertThat(of).as(address).startsWith("#/paths/~1queries~1");
            assertThat(paths.has(of.substring("#/paths/".length()).replace("~1", "/")))
                    .as(of)
                    .isTrue();
        }
        for (String address : List.of("/passage/{name}", "/robots.txt", "/unknown", "/mcp")) {
            assertThat(paths.has(address)).as(address).isTrue();
        }
    }

    @Test
    void rau_met_franz_and_co_attended_with_herz_but_never_met_the_akim() {
        List<Map<String, String>> rows = rows("/who-met?person=Albert%20Rau");
        assertThat(rows)
                .filteredOn(r -> r.get("event").endsWith("/event/wg-economy-9"))
                .extracting(r -> r.get("whomLabel") + ": " + r.get("levelLabel"))
                .containsExactlyInAnyOrder("Eckhard Franz: met", "Guido Herz: attended the same event");
        Map<String, String> franz = rows.stream()
                .filter(r -> r.get("whomLabel").equals("Eckhard Franz")
                        && r.get("event").endsWith("wg-economy-9"))
                .findFirst()
                .orElseThrow();
        assertThat(franz)
                .containsEntry("date", "2015-06-09")
                .containsEntry("placeLabel", "Karaganda")
                .containsEntry("sessionNumber", "9");
        assertThat(franz.get("sources")).contains("/doc/s003").contains("/doc/d031");
        assertThat(franz.get("officeLabel")).contains("Vice-Minister for Investments and Development");
        assertThat(franz.get("whomOfficeLabel")).contains("foreign trade policy department");
        assertThat(rows).extracting(r -> r.get("whomLabel")).noneMatch(n -> n.contains("Abdibekov"));
    }

    @Test
    void willingmann_was_to_talk_with_three_office_holders_and_no_source_says_that_he_did() {
        assertThat(rows("/who-met?person=Armin%20Willingmann&level=announcedHolderOf"))
                .hasSize(3)
                .allSatisfy(r -> {
                    assertThat(r.get("whom")).contains("/post/");
                    assertThat(r.get("sources")).endsWith("/doc/s002");
                });
        assertThat(rows("/who-met?person=Armin%20Willingmann&level=metHolderOf"))
                .isEmpty();
    }

    @Test
    void weigert_met_five_hosts_in_july_2023_and_the_contradiction_about_the_year_names_both_sources() {
        List<Map<String, String>> met = rows("/who-met?person=Roland%20Weigert&level=met");
        assertThat(met)
                .filteredOn(r -> r.get("date").startsWith("[2023-07-12"))
                .extracting(r -> r.get("whomLabel"))
                .containsExactlyInAnyOrder(
                        "Roman Sklyar",
                        "Dinara Chsheglova",
                        "Akylbek Japarov",
                        "Taalaibek Ibraev",
                        "Kudaibergen Bazarbaev");
        assertThat(met).filteredOn(r -> r.get("date").startsWith("[2023-07-12")).allSatisfy(r -> {
            assertThat(r.get("sources")).contains("/doc/d001");
            assertThat(r.get("conflict")).contains("time");
            assertThat(r.get("conflictSources")).contains("/doc/d001").contains("/doc/s000");
        });
    }

    @Test
    void tiefensee_meets_nobody() {
        assertThat(rows("/who-met?person=Wolfgang%20Tiefensee&level=met&level=metHolderOf&level=coAttended"))
                .isEmpty();
        assertThat(rows("/who-met?person=Wolfgang%20Tiefensee&level=announced"))
                .extracting(r -> r.get("whomLabel"))
                .contains("Roman Sklyar", "Abdulla Aripov");
    }

    @Test
    void a_thing_without_contradictions_has_an_empty_answer() {
        assertThat(rows("/conflicts?thing=person:guido-herz")).isEmpty();
    }

    @Test
    void mediation_is_no_meeting() {
        assertThat(rows("/who-met?person=Roland%20Weigert"))
                .extracting(r -> r.get("whomLabel"))
                .noneMatch(n -> n.contains("Onzhanov") || n.contains("Consul"));
    }

    @ParameterizedTest
    @CsvSource({"Schinmeier, frank-walter-steinmeier", "Tokajew, kassym-jomart-tokayev", "Токаев, kassym-jomart-tokayev"
    })
    void a_misspelt_or_transliterated_name_finds_whom_it_means(String name, String slug) {
        HttpResponse<String> answer = get("/who-met?person=" + Urls.encode(name), "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Link").toString()).contains(slug);
    }

    @Test
    void a_name_that_means_nobody_is_refused_with_near_names() throws Exception {
        HttpResponse<String> answer = get("/who-met?person=Albrt%20Rauw", "application/json");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("parameter").asText()).isEqualTo("person");
        assertThat(problem.toString()).contains("albert-rau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/tab-separated-values",
                "application/sparql-results+json",
                "application/sparql-results+xml"
            })
    void the_accounts_of_the_sources_are_open_to_sparql_in_all_four_formats(String format) {
        String sparql =
                "PREFIX ent: <https://w3id.org/entente/ontology#> SELECT ?source ?status WHERE { GRAPH ?source {"
                        + " ?report ent:reports <https://w3id.org/entente/id/event/vassilenko-iwersen-2024> ; ent:reportedStatus ?status } }";
        HttpResponse<String> answer = get("/sparql?query=" + Urls.encode(sparql), format);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(format);
        assertThat(answer.body())
                .contains("source/s004")
                .contains("source/d121")
                .contains("announced")
                .contains("held");
    }

    static List<String> queries() {
        return ShippedCollection.catalog().queries().stream()
                .map(CannedQuery::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void every_canned_query_answers_as_page_and_as_csv_in_both_languages(String id) {
        String example = ShippedCollection.catalog().query(id).orElseThrow().header().example().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + "=" + Urls.encode(v)))
                .collect(Collectors.joining("&"));
        for (String lang : List.of("de", "en")) {
            HttpResponse<String> page = get("/queries/" + id + "?" + example + "&lang=" + lang, "text/html");
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).contains("<html lang=\"" + lang + "\"").contains("SELECT");
            assertThat(get("/queries/" + id + "?" + example + "&lang=" + lang, "text/csv")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void every_entity_of_the_collection_has_a_page_and_data() {
        List<Map<String, String>> things = Csv.rows(get(
                        "/sparql?query="
                                + Urls.encode(
                                        "PREFIX ent: <https://w3id.org/entente/ontology#> SELECT ?class (MIN(?x) AS ?thing)"
                                                + " WHERE { ?x a ?class FILTER(STRSTARTS(STR(?x), 'https://w3id.org/entente/id/')) } GROUP BY ?class"),
                        "text/csv")
                .body());
        assertThat(things).hasSizeGreaterThan(20);
        for (Map<String, String> row : things) {
            String name = row.get("thing").replace("https://w3id.org/entente/id/", "");
            assertThat(get("/page/" + name, "text/html").statusCode()).as(name).isEqualTo(200);
            assertThat(get("/data/" + name, "text/turtle").statusCode())
                    .as(name)
                    .isEqualTo(200);
        }
    }

    private static List<Map<String, String>> rows(String path) {
        HttpResponse<String> answer = get(path, "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Csv.rows(answer.body());
    }

    private static HttpResponse<String> get(String path, String accept) {
        return SHIPPED.get(path, "Accept", accept);
    }
}
