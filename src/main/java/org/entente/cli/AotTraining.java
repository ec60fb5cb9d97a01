package org.entente.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Does what a start does, so that the JDK can record the classes and what is often called for an AOT cache: fills a store on disk,
 * serves it on a free port, sends some requests, and ends.
 */
final class AotTraining {
    static final String OPTION = "--aot-training";

    private static final List<String> VISITED = List.of(
            "/",
            "/who-met?person=Albert%20Rau",
            "/who-met?person=Albert%20Rau&format=csv",
            "/queries",
            "/page/person/albert-rau",
            "/sparql?query=ASK%7B%7D",
            "/sparql?format=csv&query=SELECT%20*%20%7B%3Fs%20a%20%3Fc%7D%20LIMIT%2010",
            "/health/ready");
    private static final int ROUNDS = 3;
    private static final int MOST_TRIES = 600;

    private AotTraining() {}

    /** @param program makes the command line of the program */
    static int run(Supplier<CommandLine> program) {
        try {
            Path folder = Files.createTempDirectory("entente-training");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            String store = "--store=" + folder.resolve("store");
            int loaded = program.get().execute("load", store);
            return loaded == CommandLine.ExitCode.OK ? serve(program, store) : loaded;
        } catch (IOException e) {
            return CommandLine.ExitCode.SOFTWARE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** The server ends with the process. */
    private static int serve(Supplier<CommandLine> program, String store) throws IOException, InterruptedException {
        int port = freePort();
        Thread server = Thread.ofPlatform().daemon().name("server").start(() -> program.get()
                .execute("serve", "--port=" + port, store));
        String address = "http://127.0.0.1:" + port;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; !isReady(client, address); i++) {
                if (i == MOST_TRIES || !server.isAlive()) {
                    return CommandLine.ExitCode.SOFTWARE;
                }
                Thread.sleep(100);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : VISITED) {
                    get(client, address + path);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean isReady(HttpClient client, String address) throws InterruptedException {
        try {
            return get(client, address + "/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpResponse<Void> get(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // It lies where the system keeps what is temporary.
        }
    }
}
