package org.entente.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names over HTTP, in the shipped collection. */
class SearchTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "Vass, person:roman-vassilenko",
        "Васс, person:roman-vassilenko",
        "Vassilenko Ro, person:roman-vassilenko",
        "roman vass, person:roman-vassilenko",
        "Wass, person:roman-vassilenko",
        "Ток, person:kassym-jomart-tokayev",
        "Toka, person:kassym-jomart-tokayev",
        "Тоқ, person:kassym-jomart-tokayev",
        "Альберт Р, person:albert-rau",
        "Skly, person:roman-sklyar"
    })
    void a_name_that_has_begun_finds_its_person(String typed, String expected) throws Exception {
        JsonNode found = JSON.readTree(
                get("/suggest?type=person&q=" + Urls.encode(typed)).body());
        assertThat(found.findValuesAsText("id")).as(found.toPrettyString()).startsWith(expected);
        JsonNode first = found.get(0);
        assertThat(first.get("iri").asText()).isEqualTo("https://w3id.org/entente/id/" + expected.replace(':', '/'));
        assertThat(first.get("type").asText()).isEqualTo("person");
        assertThat(first.get("description").asText()).isNotEmpty();
        assertThat(first.get("why").asText()).isNotEmpty();
        assertThat(first.get("score").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void suggestions_are_of_the_kinds_asked_for_and_no_more_than_asked_for() throws Exception {
        JsonNode places = JSON.readTree(get("/suggest?type=place&q=Ast").body());
        assertThat(places.findValuesAsText("type")).isNotEmpty().containsOnly("place");
        JsonNode agents =
                JSON.readTree(get("/suggest?type=person,org&limit=3&q=A").body());
        assertThat(agents.findValuesAsText("type")).hasSize(3).allMatch(t -> t.equals("person") || t.equals("org"));
        JsonNode ministries =
                JSON.readTree(get("/suggest?type=ent:Ministry&q=mini").body());
        assertThat(ministries.findValuesAsText("type")).isNotEmpty().containsOnly("org");
    }

    @Test
    void reasons_come_in_the_language_of_the_reader() throws Exception {
        JsonNode german = JSON.readTree(
                        get("/suggest?lang=de&q=" + Urls.encode("Роман Скляр")).body())
                .get(0);
        JsonNode english = JSON.readTree(
                        get("/search?format=json&lang=en&q=Iversen").body())
                .at("/hits/0");
        assertThat(german.get("why").asText()).isEqualTo("andere Schrift");
        assertThat(english.get("why").asText()).contains("part of a longer name");
        assertThat(english.get("reasons").toString()).contains("\"part\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/suggest",
                "/suggest?q=",
                "/suggest?q=%20%20",
                "/suggest?q=qqqqqqqq",
                "/suggest?q=%2A%3F%22%27%3C%3E"
            })
    void nothing_typed_or_nothing_found_is_an_empty_list(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/suggest?q=a&type=dragon, type",
        "/search?q=a&type=dragon, type",
        "/suggest?q=a&limit=0, limit",
        "/suggest?q=a&limit=many, limit"
    })
    void a_wrong_parameter_is_named(String path, String parameter) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(response.body()).get("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void a_text_longer_than_any_name_is_refused() throws Exception {
        HttpResponse<String> response = get("/search?format=json&q=" + "a".repeat(301));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("at most 300 characters");
    }

    @Test
    void the_page_shows_hits_by_kind_with_their_reason() throws Exception {
        String page =
                get("/search?lang=en&format=html&q=" + Urls.encode("Тоқаев")).body();
        assertThat(page)
                .contains("id=\"kind-person\"")
                .contains("href=\"/page/person/kassym-jomart-tokayev\"")
                .contains("different script")
                .contains("<meta name=\"robots\" content=\"noindex\">");
    }

    @Test
    void the_page_gives_advice_where_nothing_is_called_so() throws Exception {
        String none = get("/search?lang=de&format=html&q=Qwrtzp%3Cscript%3E").body();
        assertThat(none)
                .contains("auch nichts Ähnliches")
                .contains("Was helfen kann")
                .contains("Qwrtzp&lt;script")
                .doesNotContain("<script>");
        String similar =
                get("/search?lang=en&format=html&type=person&q=Tokajeff").body();
        assertThat(similar).contains("Similar names:").contains("Tokayev");
    }

    @Test
    void words_of_the_texts_are_found_behind_the_names_with_passage_and_source() throws Exception {
        String page = get("/search?lang=de&format=html&q=Wasserstoffe").body();
        assertThat(page)
                .contains("In den Texten", "<mark>", "Notiz zu einem Bericht", "href=\"/page/doc/")
                .contains("Thema: seine Ereignisse", "/events?");
        String both = get("/search?lang=en&format=html&q=Karaganda").body();
        assertThat(both.indexOf("id=\"kind-place\"")).isPositive().isLessThan(both.indexOf("id=\"texts\""));
        JsonNode found = JSON.readTree(
                        get("/search?format=json&lang=en&q=green%20hydrogen").body())
                .get("texts");
        assertThat(found).isNotEmpty().allSatisfy(text -> {
            assertThat(text.get("text").asText()).containsIgnoringCase("hydrogen");
            assertThat(text.get("href").asText()).startsWith("/");
        });
        assertThat(JSON.readTree(get("/search?format=json&type=person&q=hydrogen")
                                .body())
                        .get("texts"))
                .as("texts are of no kind")
                .isEmpty();
    }

    @Test
    void an_answer_that_is_known_is_not_sent_again() throws Exception {
        String path = "/suggest?q=Rau";
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", tag, "Accept-Language", "de").statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return SHIPPED.get(path, headers);
    }
}
