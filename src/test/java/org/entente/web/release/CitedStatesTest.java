package org.entente.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.encoded;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.entente.ServedStore;
import org.entente.release.KeptRelease;
import org.entente.release.SmallTalks;
import org.entente.text.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A state that somebody cites is kept without anybody saying so; where it is not, the page of the citation says it. */
@Timeout(120)
class CitedStatesTest {
    private static final String WHO_MET = "/queries/who-met?person=person:anna";

    @TempDir
    Path home;

    private SmallTalks talks;

    @BeforeEach
    void load() {
        talks = new SmallTalks(home);
    }

    @AfterEach
    void close() {
        talks.close();
    }

    private ServedStore site(int mostCited) {
        return ServedStore.keeping(
                talks.store(), talks.catalog(), talks.releases().withMostCited(mostCited));
    }

    @Test
    void a_citation_made_before_a_document_came_names_it_after_though_nobody_kept_a_release() throws Exception {
        try (ServedStore site = site(5)) {
            String state = talks.store()
                    .release()
                    .answeredBy(talks.catalog().edition())
                    .id();
            String citation = cite(site, WHO_MET);
            // At once: what is being kept is what was cited, not what comes then.
            talks.tellThatItWasHeld();
            while (json(site, citation).path("keeping").asText().equals("under-way")) {
                Thread.sleep(20);
            }
            assertThat(json(site, citation).path("kept").asBoolean()).isTrue();
            assertThat(talks.releases().all())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.id()).isEqualTo(state))
                    .extracting(kept -> kept.manifest().cited())
                    .isEqualTo(true);
            JsonNode again = json(site, citation + "?again=1").path("again");
            assertThat(again.path("same").asBoolean()).isFalse();
            assertThat(again.path("pinnedSame").asBoolean()).isTrue();
            assertThat(again.path("changes")
                            .path(0)
                            .path("causes")
                            .path(0)
                            .path("iri")
                            .asText())
                    .endsWith("/doc/d2");
        }
    }

    @Test
    void a_state_is_kept_once_and_no_more_of_them_than_there_may_be() throws Exception {
        try (ServedStore site = site(1)) {
            String first = cite(site, WHO_MET);
            cite(site, "/page/person/anna");
            kept(site, first);
            assertThat(talks.releases().all()).hasSize(1);
            talks.tellThatItWasHeld();
            String second = cite(site, WHO_MET);
            assertThat(json(site, second).path("keeping").asText()).isEqualTo("not-yet");
            String page = site.get(second + "?lang=en", "Accept", "text/html").body();
            assertThat(page).contains("this state is not kept", "Keep this state", "name=\"key\"");
            assertThat(talks.releases().all()).hasSize(1);
            // Whoever has the key still keeps what they like.
            KeptRelease held = talks.keep("Held");
            assertThat(site.get(second + "?lang=en", "Accept", "text/html").body())
                    .contains("/releases/" + held.id())
                    .doesNotContain("not kept");
        }
    }

    @Test
    void a_state_that_was_cited_but_not_kept_when_the_server_stopped_is_kept_when_it_starts() throws Exception {
        String citation;
        try (ServedStore site = site(0)) {
            citation = cite(site, WHO_MET);
        }
        assertThat(talks.releases().all()).isEmpty();
        try (ServedStore site = site(1)) {
            kept(site, citation);
            assertThat(site.get(citation + "?format=bibtex").statusCode()).isEqualTo(406);
        }
    }

    @Test
    void without_room_for_any_nothing_is_kept_and_nothing_is_promised() throws Exception {
        try (ServedStore site = site(0)) {
            String citation = cite(site, WHO_MET);
            assertThat(json(site, citation).path("kept").asBoolean()).isFalse();
            assertThat(String.join(" ", site.get(WHO_MET).headers().allValues("Link")))
                    .doesNotContain("cite-as");
            assertThat(site.get(WHO_MET + "&lang=en", "Accept", "text/html").body())
                    .contains("This state of the collection is not kept yet");
            talks.tellThatItWasHeld();
            assertThat(json(site, citation).path("keeping").asText()).isEqualTo("no");
            assertThat(site.get(citation + "?again=1&lang=en", "Accept", "text/html")
                            .body())
                    .contains("this state was not kept", "What differs cannot be shown");
            assertThat(talks.releases().all()).isEmpty();
        }
    }

    @Test
    void an_address_is_cited_as_it_stands_in_a_browser_or_encoded() throws Exception {
        try (ServedStore site = site(0)) {
            String cited = cite(site, WHO_MET + "&from=2020");
            for (String query : List.of(
                    "of=/queries/who-met?person=person:anna&from=2020",
                    "of=/queries/who-met?person=person:anna&from=2020&lang=en",
                    "lang=en&of=/queries/who-met?from=2020&person=Anna%20Nord",
                    "of=/queries/who-met?person=Anna+Nord&from=2020",
                    "of=" + encoded("/queries/who-met?person=Anna Nord&from=2020"))) {
                HttpResponse<String> made = site.get("/cite?" + query);
                assertThat(header(made, "Location").replaceFirst("\\?.*", ""))
                        .as(query)
                        .isEqualTo(cited);
            }
            for (String query : List.of(
                    "",
                    "of=",
                    "of=queries/who-met",
                    "of=%2Fqueries%2Fwho-met%3Fperson%3Dperson:anna&from=2020",
                    "of=/cite?of=/",
                    "of=//example.org/?a",
                    "of=/%5C%5Cexample.org")) {
                HttpResponse<String> refused = site.get("/cite?" + query);
                assertThat(refused.statusCode()).as(query).isIn(400, 422);
                assertThat(refused.body())
                        .as(query)
                        .containsAnyOf("percent-encoded as a whole", "malformed", "encoded");
            }
        }
    }

    private static void kept(ServedStore site, String citation) throws Exception {
        while (json(site, citation).path("keeping").asText().equals("under-way")) {
            Thread.sleep(20);
        }
        assertThat(json(site, citation).path("kept").asBoolean()).isTrue();
    }

    private static String cite(ServedStore site, String of) {
        HttpResponse<String> made = site.get("/cite?of=" + encoded(of));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return header(made, "Location").replaceFirst("\\?.*", "");
    }

    private static JsonNode json(ServedStore site, String path) throws IOException {
        HttpResponse<String> answer = site.get(path, "Accept", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }
}
