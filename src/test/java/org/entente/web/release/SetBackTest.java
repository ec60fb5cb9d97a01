package org.entente.web.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.Csv;
import org.entente.ServedStore;
import org.entente.release.KeptRelease;
import org.entente.release.SmallTalks;
import org.entente.text.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back to a release and forward again, while readers read and with what was decided since. */
class SetBackTest {
    private static final String WHO_MET = "/queries/who-met?person=person:anna";

    @TempDir
    Path home;

    private SmallTalks talks;
    private ServedStore site;

    @BeforeEach
    void start() {
        talks = new SmallTalks(home);
        site = ServedStore.keeping(talks.store(), talks.catalog(), talks.releases());
    }

    @AfterEach
    void close() {
        site.close();
        talks.close();
    }

    @Test
    void back_and_forward_are_whole_and_what_was_written_since_stays() throws Exception {
        KeptRelease announced = talks.keep("Announced");
        talks.tellThatItWasHeld();
        assertThat(site.update(
                                "INSERT DATA { GRAPH <https://w3id.org/entente/graph/authority/own> {"
                                        + " <https://w3id.org/entente/id/person/anna> <http://www.w3.org/2004/02/skos/core#altLabel> \"Änne\" } }")
                        .statusCode())
                .isLessThan(300);
        KeptRelease held = talks.keep("Held");

        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> reader = () -> {
                int seen = 0;
                while (!done.get()) {
                    // Never both encounters, never none: a reader sees one state or the other.
                    assertThat(levels()).hasSize(1).isSubsetOf("met", "meeting announced");
                    seen++;
                }
                return seen;
            };
            List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
            try {
                JsonNode back = setBack(announced);
                assertThat(back.path("left").asText()).isEqualTo(held.id());
                assertThat(back.path("setBackFrom").asText()).isEqualTo(held.id());
                assertThat(back.path("kept")).singleElement().satisfies(line -> assertThat(line.asText())
                        .contains("Änne"));
                // The name that was written since makes it another state than the one that was kept.
                assertThat(back.path("now").asText()).isNotIn(announced.id(), held.id());
                assertThat(levels()).containsExactly("meeting announced");
                assertThat(talks.store().release().isSetBack()).isTrue();

                JsonNode forward = setBack(held);
                assertThat(forward.path("now").asText()).isEqualTo(held.id());
                assertThat(forward.path("setBackFrom").asText()).isEmpty();
                assertThat(levels()).containsExactly("met");
                assertThat(talks.store().release().files())
                        .isEqualTo(talks.files().contentId());
            } finally {
                done.set(true);
            }
            for (Future<Integer> each : readers) {
                assertThat(each.get()).isPositive();
            }
        }
    }

    @Test
    void a_page_shows_what_would_stay_keeps_what_was_typed_with_a_wrong_key_and_leads_back_and_forward() {
        KeptRelease first = talks.keep("First of the page");
        assertThat(site.update(
                                "INSERT DATA { GRAPH <https://w3id.org/entente/graph/authority/own> {"
                                        + " <https://w3id.org/entente/id/person/boris> <http://www.w3.org/2004/02/skos/core#altLabel> \"Borja\" } }")
                        .statusCode())
                .isLessThan(300);
        talks.tellThatItWasHeld();
        KeptRelease second = talks.keep("Second of the page");
        String address = "/releases/" + first.id() + "/set-back";
        for (String lang : List.of("en", "de")) {
            HttpResponse<String> page = site.get(address + "?lang=" + lang, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("“Borja”", "name=\"key\"", first.id());
        }
        assertThat(site.get("/releases?lang=en", "Accept", "text/html").body()).contains(address);
        assertThat(site.get("/releases/" + second.id() + "/set-back?lang=en", "Accept", "text/html")
                        .body())
                .contains("This is the present state")
                .doesNotContain("name=\"key\"");

        HttpResponse<String> wrong = form(address, "by=Anna+Nord&note=It+was+wrong&key=no", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body())
                .contains("value=\"Anna Nord\"", "value=\"It was wrong\"")
                .doesNotContain("=\"no\"");
        assertThat(talks.store().release().isSetBack()).isFalse();

        HttpResponse<String> done = form(address, "by=Anna+Nord&note=x&key=" + ServedStore.KEY, "text/html");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).hasValue("/releases");
        assertThat(talks.store().release().setBackFrom()).isEqualTo(second.id());
        String forward = "/releases/" + second.id() + "/set-back";
        assertThat(site.get("/releases?lang=en", "Accept", "text/html").body()).contains(forward, "Go forward again");
        assertThat(form(forward, "by=Anna&note=x&key=" + ServedStore.KEY, "text/html")
                        .statusCode())
                .isEqualTo(303);
        assertThat(talks.store().release().isSetBack()).isFalse();
    }

    @Test
    void a_page_of_another_site_sets_nothing_back() {
        KeptRelease kept = talks.keep("Whatever it is");
        for (String path : List.of("/releases/" + kept.id() + "/set-back", "/releases")) {
            assertThat(site.post(
                                    path,
                                    "application/x-www-form-urlencoded",
                                    "by=x&note=x&key=" + ServedStore.KEY,
                                    "Origin",
                                    "https://example.org")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private HttpResponse<String> form(String path, String body, String accept) {
        return site.post(path, "application/x-www-form-urlencoded", body, "Accept", accept);
    }

    @Test
    void nobody_sets_back_without_the_key() {
        assertThat(site.post("/releases/0123456789ab/set-back", "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("0123456789ab").statusCode()).isEqualTo(404);
    }

    private JsonNode setBack(KeptRelease release) throws IOException {
        HttpResponse<String> answer = post(release.id());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> post(String id) {
        return site.post(
                "/releases/" + id + "/set-back",
                "application/x-www-form-urlencoded",
                "by=Tester",
                "Authorization",
                "Bearer " + ServedStore.KEY,
                "Accept",
                "application/json");
    }

    private List<String> levels() {
        return Csv.rows(site.get(WHO_MET, "Accept", "text/csv").body()).stream()
                .map(row -> row.get("levelLabel"))
                .toList();
    }
}
