package org.entente.w3c;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.entente.ServedStore;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.web.http.ServerOptions;

/** A server under test: the addresses of its services, and what has been sent to it. */
final class W3cServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    final String query;
    final String update;
    final String graphs;
    private final AutoCloseable server;
    private final Set<String> loaded = new HashSet<>();

    private W3cServer(String query, String update, String graphs, AutoCloseable server) {
        this.query = query;
        this.update = update;
        this.graphs = graphs;
        this.server = server;
    }

    /** Entente over an empty store, in which the default graph can be written. */
    static W3cServer entente(Path folder) {
        ServedStore served = ServedStore.over(
                Store.onDisk(folder, Derivation.OPEN), ServerOptions.defaults().withWriteKey(ServedStore.KEY));
        return new W3cServer(served.url("/sparql"), served.url("/update"), served.url("/graph-store"), served);
    }

    /** Fuseki as it comes, over the same kind of store. */
    static W3cServer fuseki(Path folder) {
        FusekiServer fuseki = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/ds", DatabaseMgr.connectDatasetGraph(folder.toString()))
                .build()
                .start();
        String base = "http://127.0.0.1:" + fuseki.getHttpPort() + "/ds";
        return new W3cServer(base + "/sparql", base + "/update", base, fuseki::stop);
    }

    HttpResponse<byte[]> send(String method, String address, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + ServedStore.KEY);
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param dataset parameters of the address, "" for none */
    HttpResponse<byte[]> query(String text, String accept, String dataset) {
        return send(
                "POST",
                query + (dataset.isEmpty() ? "" : "?" + dataset),
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/sparql-query", "Accept", accept));
    }

    HttpResponse<byte[]> update(String text) {
        loaded.clear();
        return send(
                "POST",
                update,
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/sparql-update"));
    }

    void reset() {
        require(update("DROP ALL"));
    }

    /** Replaces a graph by files, unless exactly they were sent before. */
    void load(W3cFiles from, String graph, List<String> files) {
        if (loaded.contains(graph + files)) {
            return;
        }
        String method = "PUT";
        for (String file : files) {
            // With absolute IRIs: what they are relative to is not what is tested.
            require(put(method, graph, "application/n-triples", from.triples(file)));
            method = "POST";
        }
        loaded.add(graph + files);
    }

    /** @param graph name; "" for the default graph */
    HttpResponse<byte[]> put(String method, String graph, String type, byte[] body) {
        return send(
                method,
                graphs + (graph.isEmpty() ? "?default" : "?graph=" + encoded(graph)),
                body,
                Map.of("Content-Type", type));
    }

    /** Everything in the store but what Entente notes about its states. */
    DatasetGraph everything() {
        HttpResponse<byte[]> all = require(send("GET", graphs, new byte[0], Map.of("Accept", "application/n-quads")));
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(all.body())).lang(Lang.NQUADS).parse(dataset);
        dataset.removeGraph(NodeFactory.createURI(Ent.GRAPH + "release"));
        return dataset;
    }

    static HttpResponse<byte[]> require(HttpResponse<byte[]> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(said(response));
        }
        return response;
    }

    static String said(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return response.statusCode() + " " + body.substring(0, Math.min(300, body.length()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
