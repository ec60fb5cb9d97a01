package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.entente.ShippedCollection;
import org.entente.query.StoreNames;
import org.entente.store.Store;

/** A server over the shipped collection, and the requests of a reconciliation client: all that goes out and comes in is validated. */
final class ReconcileClient implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebServer server;

    private ReconcileClient(WebServer server) {
        this.server = server;
    }

    static ReconcileClient ofShipped() {
        return of(ServerOptions.defaults());
    }

    static ReconcileClient of(ServerOptions options) {
        Store store = ShippedCollection.store();
        return new ReconcileClient(new WebServer(
                        store, ShippedCollection.catalog(), new StoreNames(store), options.withAddress("127.0.0.1", 0))
                .start());
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> form(String path, String field, String value) {
        return post(path, "application/x-www-form-urlencoded; charset=UTF-8", field + "=" + Urls.encode(value));
    }

    /** A batch as OpenRefine posts it. */
    JsonNode reconcile(String queries) throws IOException {
        ReconcileSchemas.V0_2.valid("reconciliation-query-batch", queries);
        return json(form("/reconcile", "queries", queries), "reconciliation-result-batch");
    }

    /** The candidates of one query. */
    JsonNode candidates(String query) throws IOException {
        return reconcile("{\"q0\":" + query + "}").at("/q0/result");
    }

    JsonNode best(String query) throws IOException {
        JsonNode candidates = candidates(query);
        assertThat(candidates).as(query).isNotEmpty();
        return candidates.get(0);
    }

    static double feature(JsonNode candidate, String id) {
        for (JsonNode feature : candidate.get("features")) {
            if (feature.get("id").asText().equals(id)) {
                return feature.get("value").asDouble();
            }
        }
        throw new AssertionError("no feature " + id + ": " + candidate);
    }

    static JsonNode json(HttpResponse<String> answer, String schema) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        return ReconcileSchemas.V0_2.valid(schema, answer.body());
    }

    static JsonNode json10(HttpResponse<String> answer, String schema) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        return ReconcileSchemas.V1_0.valid(schema, answer.body());
    }

    static JsonNode problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
