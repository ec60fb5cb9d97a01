package org.entente.web.canned;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.execution.Rows;
import org.entente.query.CannedQuery;
import org.entente.text.Json;
import org.entente.web.page.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A count says how many there are at least, on pages and in JSON, and under which conditions. */
class CountCoverageTest {
    private static final String HELD = "/queries/browse-events?status=held";
    private final ServedStore served = ServedStore.shipped();

    private JsonNode json(String path) throws Exception {
        return Json.MAPPER.readTree(
                served.get(path, "Accept", "application/json").body());
    }

    /** How many held events have so many independent witnesses, as the rules have counted them. */
    private long witnessed(int times) throws Exception {
        for (JsonNode row : json("/queries/collection-figures?format=json").at("/results/bindings")) {
            if (row.at("/figure/value").asText().startsWith("held events by number")
                    && row.at("/kind/value").asText().equals(Integer.toString(times))) {
                return row.at("/number/value").asLong();
            }
        }
        return 0;
    }

    @Test
    void json_has_what_the_rules_counted_and_chaos_bound_of_it() throws Exception {
        JsonNode coverage = json(HELD + "&format=json&limit=1").get("coverage");
        long once = witnessed(1);
        long twice = witnessed(2);
        assertThat(once).isGreaterThan(twice).isGreaterThan(0);
        assertThat(coverage.get("once").asLong()).isEqualTo(once);
        assertThat(coverage.get("twice").asLong()).isEqualTo(twice);
        long observed = coverage.get("observed").asLong();
        assertThat(observed)
                .isEqualTo(json(HELD + "&format=json&limit=1000")
                        .at("/results/bindings")
                        .size());
        assertThat(coverage.get("atLeast").asLong()).isEqualTo(observed + once * once / (2 * twice));
        assertThat(coverage.get("interval").get(0).asLong())
                .isBetween(observed, coverage.get("atLeast").asLong());
        assertThat(coverage.get("interval").get(1).asLong())
                .isGreaterThan(coverage.get("atLeast").asLong());
        assertThat(coverage.get("conditions").toString())
                .contains("lower bound (Chao1)", "Only independent sources count");
    }

    @Test
    void the_rows_are_still_results_of_sparql() {
        String body = served.get(HELD + "&format=json&limit=3").body();
        assertThat(Rows.read(body.getBytes(StandardCharsets.UTF_8)).rows()).hasSize(3);
        assertThat(served.get(HELD + "&format=csv&limit=3").body()).doesNotContain("lower bound");
        assertThat(served.get("/queries/sources?format=json").body()).doesNotContain("\"coverage\"");
    }

    @Test
    void every_page_of_an_answer_has_the_same() throws Exception {
        assertThat(json(HELD + "&format=json&limit=10&page=2").get("coverage"))
                .isEqualTo(json(HELD + "&format=json&limit=1000").get("coverage"));
    }

    @Test
    void a_count_of_few_things_says_why_there_is_no_estimate() throws Exception {
        JsonNode coverage =
                json("/who-met?person=Albert%20Rau&format=json&lang=de").get("coverage");
        assertThat(coverage.get("observed").asLong()).isGreaterThan(1);
        assertThat(coverage.has("atLeast")).isFalse();
        assertThat(coverage.has("interval")).isFalse();
        assertThat(coverage.get("conditions").get(0).asText()).startsWith("Keine Schätzung, weil");
    }

    @Test
    void what_is_counted_has_words_in_both_languages() {
        for (CannedQuery query : ShippedCollection.catalog().queries()) {
            query.header().counted().ifPresent(counted -> {
                for (String language : List.of("de", "en")) {
                    assertThat(Messages.in(language).get("atLeast.of." + counted.column(), 2))
                            .as(query.id())
                            .startsWith("2 ");
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "top-contacts?limit=3, not pairs",
        "partners-of-country?country=region:saxony-anhalt, No source reports",
        "common-contacts?one=Roland%20Weigert&other=Monika%20Iwersen, two encounters",
        "coverage?limit=3, what the collection has",
        "coverage-gaps?within=Germany, what the collection has"
    })
    void what_no_source_reports_one_by_one_says_why_nothing_is_estimated(String query, String why) throws Exception {
        String path = "/queries/" + query + (query.contains("?") ? "&" : "?") + "lang=en";
        JsonNode coverage = json(path + "&format=json").get("coverage");
        assertThat(coverage.get("conditions").get(0).asText()).contains(why);
        assertThat(coverage.has("observed")).isFalse();
        assertThat(served.get(path, "Accept", "text/html").body())
                .contains("Why it does not say how many there are at least", why);
        assertThat(served.get(path + "&format=csv").body()).doesNotContain(why);
    }

    @Test
    void who_led_counts_how_often_somebody_is_reported_as_leading() throws Exception {
        JsonNode coverage = json("/queries/who-led?format=json&limit=2").get("coverage");
        assertThat(coverage.get("counted").asText()).isEqualTo("participation");
        assertThat(coverage.get("observed").asLong()).isGreaterThan(20);
        assertThat(coverage.get("once").asLong() + coverage.get("twice").asLong())
                .isBetween(1L, coverage.get("observed").asLong());
    }

    @Test
    void an_answer_without_rows_claims_nothing() {
        assertThat(served.get("/queries/browse-events?status=unheardOf&format=json")
                        .body())
                .contains("\"bindings\"")
                .doesNotContain("\"coverage\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /events?status=held&lang=en         | <details class="atLeast"><summary>At least [0-9,]+ events: that many are reported. What is reported once or twice suggests [0-9,]+ or more.
            /events?status=held&lang=de         | <details class="atLeast"><summary>Mindestens [0-9.]+ Ereignisse: So viele sind berichtet.
            /people?lang=en                     | <summary>At least [0-9,]+ people: that many
            /page/region/bavaria?lang=en        | <summary>At least [0-9,]+ [a-z]+. How many may be missing.</summary>
            /dossier?a=Kazakhstan&b=Germany&lang=de | <summary>Mindestens [0-9.]+ Ereignisse: So viele
            /ask?q=What%20happened%20in%202023%3F&lang=en  | <summary>At least [0-9,]+ events[.:]
            /?lang=en                           | <a href="/events\\?status=held">at least [0-9,]+</a>
            """)
    void pages_say_it_shortly(String path, String said) {
        assertThat(served.get(path, "Accept", "text/html").body()).containsPattern(said);
    }

    @Test
    void answers_to_questions_and_dossiers_have_it_in_json() throws Exception {
        JsonNode asked =
                json("/ask?q=What%20happened%20in%202023%3F&format=json").get("coverage");
        assertThat(asked.get("sources").asLong()).isGreaterThan(100);
        assertThat(asked.get("observed").asLong()).isGreaterThan(10);
        assertThat(asked.get("conditions")).isNotEmpty();
        assertThat(json("/ask?q=Who%20is%20Albert%20Rau%3F&format=json")
                        .get("coverage")
                        .has("observed"))
                .isFalse();
        JsonNode dossier = json("/dossier?a=Kazakhstan&b=Germany&format=json").get("coverage");
        assertThat(dossier.get("observed").asLong()).isGreaterThan(10);
        assertThat(json("/openapi.json")
                        .at("/components/schemas/CountCoverage/properties")
                        .size())
                .isEqualTo(8);
    }
}
