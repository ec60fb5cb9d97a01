package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.entente.Slow;
import org.entente.crash.EntenteProcess;
import org.entente.crash.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop lets the requests end that it is answering. */
class StoppedServerTest {
    /** Some seconds of work: it counts the pairs of some hundred documents. */
    private static final String LONG = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a a ?class . ?b a ?class } }";

    @TempDir
    Path folder;

    @Slow
    @Test
    @Timeout(120)
    void a_query_that_runs_is_answered_and_the_process_ends_soon_after() throws Exception {
        EntenteProcess entente = new EntenteProcess(folder);
        Process process = entente.serve(folder.resolve("store"), entente.collection("many", 700));
        try (RunningServer server = RunningServer.of(process)) {
            stopWhileItAnswers(server);
        }
    }

    private static void stopWhileItAnswers(RunningServer server) throws Exception {
        String address = server.address();
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                HttpRequest.newBuilder(
                                URI.create(address + "sparql?query=" + URLEncoder.encode(LONG, StandardCharsets.UTF_8)))
                        .header("Accept", "text/csv")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        untilItRuns(client, address);

        // Not destroy() of the process, which would close its output as well.
        server.process().toHandle().destroy();

        HttpResponse<String> response = answer.get(20, TimeUnit.SECONDS);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("n");
        // To the end of the process.
        assertThat(server.output().lines().toList())
                .noneMatch(line -> line.contains("Exception"))
                .noneMatch(line -> line.contains("unstable"));
        assertThat(server.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void untilItRuns(HttpClient client, String address) throws IOException, InterruptedException {
        HttpRequest metrics =
                HttpRequest.newBuilder(URI.create(address + "metrics")).build();
        for (int i = 0; i < 200; i++) {
            String text =
                    client.send(metrics, HttpResponse.BodyHandlers.ofString()).body();
            if (text.lines().anyMatch(line -> line.matches("entente_queries_running 1(\\.0)?"))) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the query never ran");
    }
}
