package org.entente.web.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.MemoryConnector;
import org.eclipse.jetty.server.MemoryTransport;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.entente.execution.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Asks this server from within, without a socket. The request passes the same filters, limits and routes as one from outside and
 * counts as one of the client on whose behalf it is made.
 */
public final class LocalClient implements AutoCloseable {
    private static final int LARGEST_ANSWER = 20_000_000;
    /** More than any query may take. */
    private static final long SECONDS = 150;

    private final HttpClient client = new HttpClient();
    /** Its own threads: requests that wait for answers from within may hold all threads of the server. */
    private final QueuedThreadPool threads = new QueuedThreadPool();

    /** The server, once it is running. */
    private volatile @Nullable Server server;
    /** Made for the first request. */
    private @Nullable MemoryConnector connector;

    /**
     * For whom a request is made.
     *
     * @param address network address of the client, which the limits for each client count
     * @param base address of this server as the client sees it, such as {@code http://127.0.0.1:8080}
     */
    public record Caller(String address, String base) {}

    /** @param headers by their names in lower case */
    public record Answer(int status, String mediaType, String text, Map<String, String> headers) {
        public boolean succeeded() {
            return status < 300;
        }
    }

    /** From now on it takes requests for a server that is running. */
    public void start(Server running) {
        server = running;
    }

    private synchronized MemoryConnector connector() {
        MemoryConnector known = connector;
        if (known != null) {
            return known;
        }
        Server running = server;
        if (running == null) {
            throw unavailable("The server is still starting. Try again in a moment.");
        }
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new ForwardedRequestCustomizer());
        MemoryConnector made = new MemoryConnector(running, threads, null, null, new HttpConnectionFactory(http));
        client.setFollowRedirects(false);
        try {
            // Not one of the server's connectors: a stop of the server would wait for connections that are kept open
            // here.
            threads.start();
            made.start();
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server cannot ask itself.", e);
        }
        connector = made;
        return made;
    }

    /** @param path with its parameters, percent-encoded */
    public Answer get(Caller caller, String path) {
        return send(request(caller, path).method(HttpMethod.GET));
    }

    /** Sends parameters as a form, for which they may be longer than in an address. */
    public Answer post(Caller caller, String path, Map<String, List<String>> form) {
        Fields fields = new Fields();
        form.forEach((name, values) -> values.forEach(value -> fields.add(name, value)));
        return send(request(caller, path).method(HttpMethod.POST).body(new FormRequestContent(fields)));
    }

    private Request request(Caller caller, String path) {
        return client.newRequest("http://localhost" + path)
                .transport(new MemoryTransport(connector()))
                .headers(headers -> headers.put(HttpHeader.X_FORWARDED_FOR, caller.address())
                        .put(HttpHeader.X_FORWARDED_PROTO, caller.base().replaceFirst("://.*", ""))
                        .put(HttpHeader.X_FORWARDED_HOST, caller.base().replaceFirst("^.*://", ""))
                        .put(HttpHeader.ACCEPT, "application/json, application/ld+json;q=0.5"));
    }

    private static Answer send(Request request) {
        try {
            ContentResponse response = new CompletableResponseListener(request, LARGEST_ANSWER)
                    .send()
                    .get(SECONDS, TimeUnit.SECONDS);
            Map<String, String> headers = new HashMap<>();
            response.getHeaders()
                    .forEach(field -> headers.merge(
                            field.getLowerCaseName(),
                            String.valueOf(field.getValue()),
                            (first, second) -> first + ", " + second));
            String type = headers.getOrDefault("content-type", "").split(";", 2)[0];
            return new Answer(
                    response.getStatus(), type, new String(response.getContent(), StandardCharsets.UTF_8), headers);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable("The answer is too large or took too long. Ask for less.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The server is being stopped.");
        }
    }

    private static Problem unavailable(String detail) {
        return Problem.of(503, "unavailable", "No answer", detail);
    }

    @Override
    public synchronized void close() {
        server = null;
        try {
            client.stop();
            if (connector != null) {
                connector.stop();
            }
            threads.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
