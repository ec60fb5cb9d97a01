package org.entente.web.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.entente.ServedStore;
import org.junit.jupiter.api.Test;

/** Who knows a name that the sources leave out gets a text to send; the collection stays as it is. */
class ProposalTest {
    private static final String FORM = "/suggest-name?lang=en&event=event:wg-economy-9&post=post:ambassador-de-kz";

    @Test
    void the_form_names_the_office_and_the_event() {
        HttpResponse<String> form = ServedStore.shipped().get(FORM);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("Ambassador of Germany to Kazakhstan", "9th session", "name=\"source\"")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void a_name_without_a_source_is_answered_by_what_is_missing() {
        HttpResponse<String> answer = ServedStore.shipped().get(FORM + "&name=Guido+Herz&source=&passage=");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("A source is missing: without one the name cannot be entered.")
                .contains("Please copy the words of the source")
                .contains("value=\"Guido Herz\"")
                .doesNotContain("The proposal</h2>");
        assertThat(ServedStore.shipped()
                        .get(FORM + "&name=Guido+Herz&source=in+a+book&passage=x")
                        .body())
                .contains("This is not an address");
    }

    @Test
    void a_complete_one_is_a_text_to_keep_and_changes_nothing() {
        ServedStore served = ServedStore.shipped();
        String before = served.get("/health/ready")
                .headers()
                .firstValue("Entente-Release")
                .orElse("");
        String filled =
                FORM + "&name=Guido+Herz&source=https://example.org/a%3Fb&passage=%22Botschafter+Herz%22+%3Cb%3E";
        assertThat(served.get(filled).body())
                .contains("The proposal</h2>", "Source: https://example.org/a?b", "&lt;b&gt;", "format=text");
        HttpResponse<String> file = served.get(filled + "&format=text");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(file.body())
                .contains(
                        "Office: Ambassador of Germany to Kazakhstan https://w3id.org/entente/id/post/ambassador-de-kz")
                .contains("Event: ", "https://w3id.org/entente/id/event/wg-economy-9")
                .contains("Name: Guido Herz", "Passage: \"Botschafter Herz\" <b>");
        assertThat(served.get("/health/ready")
                        .headers()
                        .firstValue("Entente-Release")
                        .orElse(""))
                .isEqualTo(before);
    }

    @Test
    void it_is_reached_from_where_an_office_has_no_name() {
        assertThat(ServedStore.shipped().get("/candidates?lang=en&format=html").body())
                .contains("/suggest-name?event=event:", "Suggest a name");
    }
}
