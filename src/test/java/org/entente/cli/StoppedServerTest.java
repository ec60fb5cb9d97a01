package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop lets the requests end that it is answering. */
class StoppedServerTest {
    /** Some seconds of work: it counts the pairs of some hundred documents. */
    private static final String LONG = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a a ?class . ?b a ?class } }";

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void a_query_that_runs_is_answered_and_the_process_ends_soon_after() throws Exception {
        EntenteProcess entente = new EntenteProcess(folder);
        Process server = entente.start(
                "serve",
                "--port",
                "0",
                "--no-watch",
                "--data",
                entente.collection("many", 700).toString(),
                "--store",
                folder.resolve("store").toString());
        BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        try {
            stopWhileItAnswers(server, said);
        } finally {
            server.destroyForcibly();
        }
    }

    private static void stopWhileItAnswers(Process server, BufferedReader said) throws Exception {
        String address = address(said);
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                HttpRequest.newBuilder(
                                URI.create(address + "sparql?query=" + URLEncoder.encode(LONG, StandardCharsets.UTF_8)))
                        .header("Accept", "text/csv")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        untilItRuns(client, address);

        // Not destroy() of the process, which would close its output as well.
        server.toHandle().destroy();

        HttpResponse<String> response = answer.get(20, TimeUnit.SECONDS);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("n");
        // To the end of the process.
        assertThat(said.lines().toList())
                .noneMatch(line -> line.contains("Exception"))
                .noneMatch(line -> line.contains("unstable"));
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
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

    private static String address(BufferedReader said) throws IOException {
        Pattern serving = Pattern.compile("on (http://\\S+/)");
        StringBuilder all = new StringBuilder();
        for (String line; (line = said.readLine()) != null; ) {
            all.append(line).append('\n');
            Matcher matcher = serving.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("The server did not start:\n" + all);
    }
}
