package org.entente.web.canned;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.entente.ServedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods that end before they begin, and tables for Excel. */
class PeriodsAndMarksTest {
    private static final ServedStore SITE = ServedStore.shipped();
    private static final String SPARQL = "/sparql?query=SELECT%20(1%20AS%20%3Fx)%20%7B%7D";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/who-met?person=Albert%20Rau&from=2016&to=2015",
                "/who-met?person=Albert%20Rau&from=2015-06-10&to=2015-06-09",
                "/who-met?person=Albert%20Rau&from=June%202016&to=2015",
                "/network?person=Albert%20Rau&from=2016&to=2015"
            })
    void a_period_that_ends_before_it_begins_is_refused(String address) {
        HttpResponse<String> answer = SITE.get(address + "&format=json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("Parameter to: is before from (", "write the earlier date in from");
        HttpResponse<String> page = SITE.get(address, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .containsPattern("is before (from|the beginning of the period)")
                .doesNotContain("not understood");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/who-met?person=Albert%20Rau&from=2015&to=2015",
                "/who-met?person=Albert%20Rau&from=2015-06&to=2015",
                "/who-met?person=Albert%20Rau&from=2015&to=2015-06",
                "/who-met?person=Albert%20Rau&from=2015-06-09&to=2015-06-09",
                "/network?person=Albert%20Rau&from=2015&to=2015-06"
            })
    void a_period_within_another_is_none_that_ends_too_early(String address) {
        assertThat(SITE.get(address + "&format=json").statusCode()).isEqualTo(200);
    }

    @Test
    void a_question_with_such_a_period_is_no_fault_of_the_server() {
        assertThat(SITE.get("/ask?q=Whom%20did%20Albert%20Rau%20meet%20from%202016%20to%202015%3F&format=json")
                        .statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/who-met?person=Albert%20Rau&format=csv",
                "/network?person=Albert%20Rau&format=csv",
                "/dossier?a=Albert%20Rau&b=Eckhard%20Franz&format=csv",
                SPARQL + "&format=csv"
            })
    void csv_begins_with_a_mark_if_asked_for_and_only_once(String address) {
        byte[] plain = bytes(address);
        byte[] marked = bytes(address + "&bom=1");
        assertThat(plain[0]).isNotEqualTo((byte) 0xEF);
        assertThat(marked)
                .startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF)
                .hasSize(plain.length + 3)
                .endsWith(plain);
        assertThat(bytes(address + "&bom=0")).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/who-met?person=Albert%20Rau&format=json", SPARQL + "&format=json"})
    void nothing_else_begins_with_it(String address) {
        assertThat(bytes(address + "&bom=1")).isEqualTo(bytes(address));
    }

    @Test
    void another_value_is_refused() {
        HttpResponse<String> answer = SITE.get("/who-met?person=Albert%20Rau&format=csv&bom=yes");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("bom", "expected 1");
    }

    private static byte[] bytes(String address) {
        HttpRequest.Builder request = SITE.request(address);
        HttpResponse<byte[]> answer = SITE.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
