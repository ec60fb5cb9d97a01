package org.entente;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.query.QueryCatalog;
import org.entente.query.StoreEntityResolver;
import org.entente.release.Releases;
import org.entente.store.CollectionFiles;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.web.WebServer;
import org.entente.web.http.ServerOptions;

/** A store behind a real server on a free port of this machine, and a client of that server. The client follows no redirect. */
public final class ServedStore implements AutoCloseable {
    /** The key that {@link #update} sends; a server that shall take writes is given it. */
    public static final String KEY = "let-me-write";

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Store store;
    private final WebServer server;
    private final boolean ownsStore;

    private ServedStore(Store store, QueryCatalog catalog, ServerOptions options, boolean ownsStore) {
        this(store, catalog, options, ownsStore, Optional.empty());
    }

    private ServedStore(
            Store store, QueryCatalog catalog, ServerOptions options, boolean ownsStore, Optional<Releases> releases) {
        this.store = store;
        this.ownsStore = ownsStore;
        this.server = new WebServer(
                        store, catalog, new StoreEntityResolver(store), options.withAddress("127.0.0.1", 0), releases)
                .start();
    }

    /** A server that keeps releases and takes writes with {@link #KEY}; the store stays open. */
    public static ServedStore keeping(Store store, QueryCatalog catalog, Releases releases) {
        return keeping(store, catalog, releases, ServerOptions.defaults().withWriteKey(KEY));
    }

    /** The same with other options. */
    public static ServedStore keeping(Store store, QueryCatalog catalog, Releases releases, ServerOptions options) {
        return new ServedStore(store, catalog, options, false, Optional.of(releases));
    }

    private static final class Shipped {
        static final ServedStore SHARED = shipped(ServerOptions.defaults().withCollection(ShippedCollection.FILES));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SHARED::close));
        }
    }

    /** The one server over the shipped collection for all tests that only read it: nobody closes it. */
    public static ServedStore shipped() {
        return Shipped.SHARED;
    }

    /** A server of its own over the shipped collection, for tests that need other options; the store stays open. */
    public static ServedStore shipped(ServerOptions options) {
        return shipped(ShippedCollection.catalog(), options);
    }

    /** The same with other canned queries. */
    public static ServedStore shipped(QueryCatalog catalog, ServerOptions options) {
        return new ServedStore(ShippedCollection.store(), catalog, options, false);
    }

    /** A server over a copy of the shipped collection in a folder, that takes writes with {@link #KEY} and judges them. */
    public static ServedStore writable(Path folder) {
        Store store = ShippedCollection.copy(folder);
        store.judgeWith(ShippedCollection.validator());
        return over(store, ShippedCollection.catalog(), ServerOptions.defaults().withWriteKey(KEY));
    }

    /** The same over a copy of the files, too: it writes into them. */
    public static ServedStore editable(CollectionFiles files, Path folder) {
        Store store = ShippedCollection.copy(folder);
        store.judgeWith(ShippedCollection.validator().reread(files));
        return over(
                store,
                ShippedCollection.catalog(),
                ServerOptions.defaults().withWriteKey(KEY).withCollection(files));
    }

    /** A server over a small example that takes writes with {@link #KEY}. */
    public static ServedStore example() {
        return example(ServerOptions.defaults().withWriteKey(KEY));
    }

    /** A server over a small example. */
    public static ServedStore example(ServerOptions options) {
        Store store = Store.inMemory(Derivation.NONE);
        store.write(dataset -> {
            try (var in = ServedStore.class.getResourceAsStream("/web/example.trig")) {
                RDFDataMgr.read(dataset, in, Lang.TRIG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return over(store, options);
    }

    /** A server over a store, with the canned queries of the small example; closing it closes the store. */
    public static ServedStore over(Store store, ServerOptions options) {
        return over(store, QueryCatalog.read(Path.of("src/test/resources/web/queries")), options);
    }

    /** A server over a store and canned queries; closing it closes the store. */
    public static ServedStore over(Store store, QueryCatalog catalog, ServerOptions options) {
        return new ServedStore(store, catalog, options, true);
    }

    public Store store() {
        return store;
    }

    public int port() {
        return server.port();
    }

    /** The address of a path of this server. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The start of a request of any kind, for {@link #send}. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    /** The answer with its body as text; a connection that breaks is an {@link UncheckedIOException}. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) {
        return send(with(headers, request(path)));
    }

    /** @param headers names and values in turn, besides the type */
    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send(with(headers, request(path).header("Content-Type", type)).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** The answer to a SPARQL query in a format. */
    public HttpResponse<String> query(String sparql, String accept) {
        return get("/sparql?query=" + encoded(sparql), "Accept", accept);
    }

    /** A SPARQL update, sent with {@link #KEY}. */
    public HttpResponse<String> update(String sparql) {
        return post("/update", "application/sparql-update", sparql, "Authorization", "Bearer " + KEY);
    }

    /** A text as it stands in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The first header of this name; empty if there is none. */
    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The graph that an answer holds. */
    public static Model model(HttpResponse<String> response, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(response.body()), "http://example.org/", lang);
        return model;
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
        if (ownsStore) {
            store.close();
        }
    }
}
