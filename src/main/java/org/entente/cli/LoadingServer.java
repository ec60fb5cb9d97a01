package org.entente.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Has the port while the collection is loaded, which can take a minute: the process is alive, everything else is asked to come again. A port
 * that somebody else has is told before the load.
 */
final class LoadingServer implements AutoCloseable {
    private static final String LATER =
            "{\"title\":\"The collection is being loaded\",\"status\":503,\"detail\":\"Try again in some seconds.\"}";

    private final Optional<HttpServer> server;

    private LoadingServer(Optional<HttpServer> server) {
        this.server = server;
    }

    /**
     * @param port 0 for any, which nobody knows yet: then nothing listens
     * @throws CommandException if it is in use
     */
    static LoadingServer listen(String host, int port) {
        if (port == 0) {
            return new LoadingServer(Optional.empty());
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.createContext("/", LoadingServer::answer);
            server.start();
            return new LoadingServer(Optional.of(server));
        } catch (BindException e) {
            throw inUse(host, port);
        } catch (IOException e) {
            // The server itself will say what is wrong with this address.
            return new LoadingServer(Optional.empty());
        }
    }

    static CommandException inUse(String host, int port) {
        return new CommandException("Port " + port + " of " + host
                + " is in use. Choose another one with --port, or stop the program that uses it.");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean alive = exchange.getRequestURI().getPath().equals("/health/live");
            byte[] body = (alive ? "{\"status\":\"UP\"}" : LATER).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", alive ? "application/json" : "application/problem+json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Connection", "close");
            if (!alive) {
                exchange.getResponseHeaders().set("Retry-After", "10");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(alive ? 200 : 503, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Leaves the port to the server. */
    @Override
    public void close() {
        server.ifPresent(one -> one.stop(0));
    }
}
