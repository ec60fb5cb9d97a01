package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.entente.query.StoreEntityResolver;
import org.entente.store.Progress;
import org.entente.web.WebServer;
import org.entente.web.http.ServerOptions;
import picocli.CommandLine;

/**
 * Starts the server, sends some requests and stops, so that the JDK can record the classes for an AOT cache. Uses a
 * store in memory and a free port.
 */
final class AotTraining {
    static final String OPTION = "--aot-training";

    private static final List<String> VISITED =
            List.of("/", "/who-met?person=Albert%20Rau", "/queries", "/sparql?query=ASK%7B%7D", "/health/ready");

    private AotTraining() {}

    static int run() {
        CollectionOptions options = new CollectionOptions();
        CommandLine.populateCommand(options);
        try (Application application = Application.inMemory(options)) {
            application.load(Progress.SILENT);
            ServerOptions anyPort = ServerOptions.defaults().withAddress("127.0.0.1", 0);
            try (WebServer server = new WebServer(
                                    application.store(),
                                    application.catalog(),
                                    new StoreEntityResolver(application.store()),
                                    anyPort)
                            .start();
                    HttpClient client = HttpClient.newHttpClient()) {
                for (String path : VISITED) {
                    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
                }
            }
            return 0;
        } catch (IOException e) {
            return CommandLine.ExitCode.SOFTWARE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
