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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back to a release and forward again, while readers read and with what was decided since. */
class SetBackTest {
    private static final String WHO_MET = "/queries/who-met?person=person:anna";

    @TempDir
    static Path home;

    private static SmallTalks talks;
    private static ServedStore site;

    @BeforeAll
    static void start() {
        talks = new SmallTalks(home);
        site = ServedStore.keeping(talks.store(), talks.catalog(), talks.releases());
    }

    @AfterAll
    static void close() {
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
    void nobody_sets_back_without_the_key() {
        assertThat(site.post("/releases/0123456789ab/set-back", "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("0123456789ab").statusCode()).isEqualTo(404);
    }

    private static JsonNode setBack(KeptRelease release) throws IOException {
        HttpResponse<String> answer = post(release.id());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private static HttpResponse<String> post(String id) {
        return site.post(
                "/releases/" + id + "/set-back",
                "application/x-www-form-urlencoded",
                "by=Tester",
                "Authorization",
                "Bearer " + ServedStore.KEY,
                "Accept",
                "application/json");
    }

    private static List<String> levels() {
        return Csv.rows(site.get(WHO_MET, "Accept", "text/csv").body()).stream()
                .map(row -> row.get("levelLabel"))
                .toList();
    }
}
