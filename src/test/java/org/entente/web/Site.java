package org.entente.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.query.QueryCatalog;
import org.entente.store.Derivation;
import org.entente.store.Store;

/** A server on a free port over a small example, and a client for it. */
final class Site implements AutoCloseable {
    static final String KEY = "let-me-write";

    final Store store;
    final WebServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** A server over a store of the test. */
    static Site over(Store store, ServerOptions options) {
        return new Site(store, options);
    }

    private Site(Store store, ServerOptions options) {
        this.store = store;
        QueryCatalog catalog = QueryCatalog.read(Path.of("src/test/resources/web/queries"));
        this.server = new WebServer(store, catalog, new LabelNames(store), options.withAddress("127.0.0.1", 0)).start();
    }

    static Site withExample() {
        return withExample(ServerOptions.defaults().withWriteKey(KEY));
    }

    static Site withExample(ServerOptions options) {
        Store store = Store.inMemory(Derivation.NONE);
        store.write(dataset -> {
            try (var in = Site.class.getResourceAsStream("/web/example.trig")) {
                RDFDataMgr.read(dataset, in, Lang.TRIG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Site(store, options);
    }

    static Site empty(ServerOptions options) {
        return new Site(Store.inMemory(Derivation.NONE), options);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> query(String sparql, String accept) {
        return get("/sparql?query=" + Urls.encode(sparql), "Accept", accept);
    }

    HttpResponse<String> update(String sparql) {
        return post("/update", "application/sparql-update", sparql, "Authorization", "Bearer " + KEY);
    }

    static Model model(HttpResponse<String> response, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(response.body()), "http://example.org/", lang);
        return model;
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
