package org.entente.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.entente.ServedStore;
import org.entente.text.Json;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;

/** {@code /ask} on a real server over the shipped collection. */
class AskServiceTest {
    private static final ServedStore SITE = ServedStore.shipped();
    private static final String RAU = "/ask?q=" + Urls.encode("Whom did Albert Rau meet in June 2015?");

    @Test
    void the_answer_as_data_says_what_was_understood_and_on_what_it_rests() throws Exception {
        JsonNode answer = Json.MAPPER.readTree(SITE.get(RAU + "&format=json").body());
        assertThat(answer.fieldNames())
                .toIterable()
                .contains("understood", "query", "parameters", "verdict", "answer", "rows", "coverage", "alternatives");
        assertThat(answer.at("/query").asText()).isEqualTo("who-met");
        assertThat(answer.at("/understood/slots/person/values/0/id").asText()).endsWith("/person/albert-rau");
        assertThat(answer.at("/rows/0/sources")).isNotEmpty();
        assertThat(answer.at("/rows/0/sources/0/locator").asText()).startsWith("P");
    }

    @Test
    void what_is_measured_is_named_in_words() throws Exception {
        JsonNode answer = Json.MAPPER.readTree(SITE.get("/ask?format=json&q="
                        + Urls.encode("What was the trade volume between Germany and Kazakhstan?"))
                .body());
        assertThat(answer.at("/understood/slots/measure/values/0/label").asText())
                .isEqualTo("trade volume");
        assertThat(answer.at("/understood/slots/measure/said").asText()).isEqualTo("trade volume");
    }

    @Test
    void a_slot_can_be_changed() throws Exception {
        JsonNode answer = Json.MAPPER.readTree(
                SITE.get(RAU + "&format=json&slot.from=2019&slot.to=2019").body());
        assertThat(answer.at("/answer").asText()).contains("Ute Rettler").doesNotContain("Guido Herz");
    }

    @Test
    void a_client_that_has_the_answer_gets_304_and_one_without_a_question_422() {
        HttpResponse<String> first = SITE.get(RAU, "Accept", "application/json");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(SITE.get(RAU, "Accept", "application/json", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(SITE.get("/ask?format=json").statusCode()).isEqualTo(422);
        assertThat(SITE.get("/ask?q=x&nonsense=1", "Accept", "application/json").statusCode())
                .isEqualTo(422);
        assertThat(SITE.get("/ask", "Accept", "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_in_russian_says_so() {
        String page = SITE.get("/ask?q=" + Urls.encode("Кто такой Гидо Херц?"), "Accept", "text/html")
                .body();
        assertThat(page).contains("<div class=\"asked\" lang=\"ru\">", "Посол Германии в Казахстане");
    }

    @Test
    void a_sentence_that_has_begun_is_completed_with_what_has_an_answer() throws Exception {
        JsonNode found = Json.MAPPER.readTree(
                SITE.get("/ask/complete?q=" + Urls.encode("Whom did Albert R")).body());
        assertThat(found.findValuesAsText("name")).contains("Whom did Albert Rau meet?");
    }
}
