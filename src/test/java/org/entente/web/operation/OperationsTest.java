package org.entente.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees and does over HTTP while the shipped collection is served. */
@Timeout(120)
class OperationsTest {
    private static final String LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final String[] OPERATOR = {"Authorization", "Bearer " + KEY};

    @TempDir
    private static Path folder;

    private static ServedStore site;

    @BeforeAll
    static void start() {
        Store store = ShippedCollection.copy(folder.resolve("store"));
        store.judgeWith(ShippedCollection.validator());
        site = ServedStore.over(
                store,
                ShippedCollection.catalog(),
                ServerOptions.defaults()
                        .withWriteKey(KEY)
                        .withUpkeep(new ServerOptions.Upkeep(folder.resolve("backups"), 2, 0)));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everybody_sees_that_a_query_runs_only_the_operator_what_it_is_and_may_end_it() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> site.query(LONG, "text/csv"));
        JsonNode query = running();
        assertThat(query.path("text").isMissingNode()).isTrue();
        assertThat(query.path("client").isMissingNode()).isTrue();
        assertThat(query.path("ageSeconds").asDouble()).isGreaterThanOrEqualTo(0);

        JsonNode seen = json(site.get("/status", OPERATOR)).at("/queries/0");
        assertThat(seen.path("text").asText()).isEqualTo(LONG);
        assertThat(seen.path("client").asText()).isEqualTo("127.0.0.1");
        String stop = "/status/queries/" + query.path("id").asLong() + "/stop";
        assertThat(site.post(stop, "text/plain", "").statusCode()).isEqualTo(401);
        assertThat(answer.isDone()).isFalse();
        assertThat(site.post(stop, "text/plain", "", OPERATOR).statusCode()).isEqualTo(204);
        HttpResponse<String> stopped = answer.get(20, TimeUnit.SECONDS);
        assertThat(stopped.statusCode()).isEqualTo(503);
        assertThat(stopped.body()).contains("query-stopped");
        assertThat(site.post(stop, "text/plain", "", OPERATOR).statusCode()).isEqualTo(404);
        assertThat(site.post("/status/queries/x/stop", "text/plain", "", OPERATOR)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_wrong_key_shows_nothing() {
        assertThat(site.get("/status", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(403);
        for (String path : new String[] {"/backups", "/tasks", "/tasks/1"}) {
            assertThat(site.get(path).statusCode()).isEqualTo(401);
        }
        assertThat(site.post("/backups", "text/plain", "").statusCode()).isEqualTo(401);
        assertThat(site.post("/compact", "text/plain", "").statusCode()).isEqualTo(401);
        assertThat(folder.resolve("backups"))
                .satisfiesAnyOf(backups -> assertThat(backups).doesNotExist(), backups -> assertThat(backups)
                        .isDirectory());
    }

    @Slow
    @Test
    void a_backup_and_a_compaction_run_in_the_background_and_say_how_far_they_are() throws Exception {
        HttpResponse<String> begun = site.post("/backups", "text/plain", "", OPERATOR);
        assertThat(begun.statusCode()).isEqualTo(202);
        JsonNode done = ended(ServedStore.header(begun, "Location"));
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        JsonNode backups = json(site.get("/backups", OPERATOR)).path("backups");
        assertThat(backups).isNotEmpty();
        assertThat(done.path("outcome").asText()).contains(backups.at("/0/id").asText());
        assertThat(folder.resolve("backups")
                        .resolve(backups.at("/0/id").asText())
                        .resolve("SHA256SUMS"))
                .exists();

        String before = site.get("/who-met?person=Albert%20Rau&format=csv").body();
        HttpResponse<String> compacting = site.post("/compact", "text/plain", "", OPERATOR);
        assertThat(compacting.statusCode()).isEqualTo(202);
        assertThat(site.get("/who-met?person=Guido%20Herz&format=csv").statusCode())
                .isEqualTo(200);
        JsonNode compacted = ended(ServedStore.header(compacting, "Location"));
        assertThat(compacted.path("state").asText()).as(compacted.toString()).isEqualTo("done");
        assertThat(site.get("/who-met?person=Albert%20Rau&format=csv").body()).isEqualTo(before);
        try (var entries = Files.list(folder.resolve("store"))) {
            assertThat(entries.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("Data-")))
                    .hasSize(1)
                    .doesNotContain("Data-0001");
        }
        assertThat(json(site.get("/tasks", OPERATOR)).path("tasks")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(site.get("/tasks/999", OPERATOR).statusCode()).isEqualTo(404);
        assertThat(site.get("/tasks/nonsense", OPERATOR).statusCode()).isEqualTo(404);
    }

    private static JsonNode running() throws Exception {
        for (int i = 0; i < 500; i++) {
            JsonNode queries = json(site.get("/status")).path("queries");
            if (!queries.isEmpty() && queries.get(0).path("running").asBoolean()) {
                return queries.get(0);
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the query never ran");
    }

    private static JsonNode ended(String task) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            JsonNode now = json(site.get(task, OPERATOR));
            if (!now.path("state").asText().equals("running")) {
                return now;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the task did not end");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }
}
