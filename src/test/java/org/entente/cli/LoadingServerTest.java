package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingServerTest {
    @TempDir
    Path folder;

    @Test
    void while_the_collection_is_loaded_the_process_is_alive_and_readers_are_asked_to_come_again() throws Exception {
        int port = free();
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (LoadingServer loading = LoadingServer.listen("127.0.0.1", port)) {
                assertThat(get(client, port, "/health/live").statusCode()).isEqualTo(200);
                for (String path : new String[] {"/health/ready", "/", "/who-met?person=x", "/health/live/x"}) {
                    HttpResponse<String> answer = get(client, port, path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    assertThat(answer.body()).contains("is being loaded");
                }
                assertThatThrownBy(() -> LoadingServer.listen("127.0.0.1", port))
                        .isInstanceOf(CommandException.class)
                        .hasMessageContaining("Port " + port + " of 127.0.0.1 is in use");
            }
            LoadingServer.listen("127.0.0.1", port).close();
        }
    }

    @Test
    void a_port_that_somebody_else_has_is_told_before_anything_is_loaded() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CommandRun run = CommandRun.of(List.of(
                    "serve",
                    "--port",
                    Integer.toString(taken.getLocalPort()),
                    "--no-watch",
                    "--store",
                    folder.resolve("store").toString()));
            assertThat(run.exit()).isNotZero();
            assertThat(run.err()).contains("is in use").doesNotContain("Loaded", "Writing");
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
