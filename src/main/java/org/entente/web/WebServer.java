package org.entente.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.util.Map;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.entente.query.EntityNames;
import org.entente.query.QueryCatalog;
import org.entente.reconcile.Snapshots;
import org.entente.store.Store;

/** The HTTP service on one port: pages, canned queries, SPARQL. */
public final class WebServer implements AutoCloseable {
    private final ServerOptions options;
    private final QueryGate gate;
    private final Metrics metrics;
    private final ServiceCalls services;
    private final Javalin javalin;

    /**
     * A server, not started yet.
     *
     * @param names what the names in requests mean
     */
    public WebServer(Store store, QueryCatalog catalog, EntityNames names, ServerOptions options) {
        this.options = options;
        this.gate = new QueryGate(
                options.concurrentQueries(),
                options.queuedQueries(),
                options.queriesPerClient(),
                options.queryTimeout());
        Pages pages = new Pages(options, () -> store.release().id());
        this.services = new ServiceCalls(options.services());
        FusekiBridge fuseki = new FusekiBridge(store.dataset(), options.queryTimeout(), options.rowLimit(), services);
        WriteKey key = new WriteKey(options.writeKey());
        Asker asker = new Asker(store, gate, options, services);
        this.metrics = new Metrics(gate);
        Snapshots snapshots = new Snapshots(store);
        NameFinder finder = new NameFinder(store, asker);
        QueryThemes themes = new QueryThemes(catalog, names);
        SparqlPages sparqlPages = new SparqlPages(themes, asker, pages);
        Archive archive = options.archive().map(Archive::in).orElseGet(Archive::none);
        Handlers handlers = new Handlers(
                new HomeEndpoint(asker, catalog, names, pages),
                new ThingEndpoint(asker, catalog, names, pages),
                new OntologyEndpoint(asker, new OntologyFolder(options.ontology()), pages),
                new CatalogEndpoint(themes, pages, options),
                new CannedEndpoint(catalog, names, asker, pages),
                readings(catalog, names),
                new DossierEndpoint(asker, names, new Passages(archive), pages),
                new SparqlEndpoint(
                        store, fuseki, gate, options, new ServiceDescription(store, options, sparqlPages), sparqlPages),
                new EditorEndpoint(themes, asker),
                new UpdateEndpoint(store, gate, key, options),
                new GraphStoreEndpoint(store, fuseki, gate, key, options),
                new VoidEndpoint(asker),
                new OpenApiEndpoint(catalog, options),
                new HealthEndpoint(store),
                metrics,
                new StaticFiles(),
                new PathEndpoint(names, asker, pages),
                new NetworkEndpoint(names, asker, pages),
                new PassageEndpoint(asker, archive, pages),
                new EvidenceEndpoint(asker, pages),
                new FindEndpoint(catalog, names, asker, pages),
                new AboutEndpoint(asker, pages),
                new SitemapEndpoint(asker),
                new SearchEndpoint(finder, asker, pages),
                new SuggestEndpoint(finder, asker),
                new ReconcileEndpoint(asker, snapshots, Built.version()),
                new ReconcilePages(asker, snapshots, pages),
                new ReconcileCsvEndpoint(asker, snapshots),
                new LinksEndpoint(store, asker, gate, key, pages));
        this.javalin = Javalin.create(config -> {
            configure(config);
            fuseki.register(config);
            new Problems(options, pages).register(config);
            new Routes(config.routes).add(handlers);
        });
    }

    private static Map<String, Reading> readings(QueryCatalog catalog, EntityNames names) {
        return Map.of(
                "conflicts", new ConflictsReading(),
                "coverage", new CoverageReading(catalog, names),
                "candidates", new CandidatesReading(),
                "plausibility", new PlausibilityReading(),
                "sources", new SourcesReading());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = options.maxWriteBytes();
        config.jetty.multipartConfig.maxTotalRequestSize(options.maxWriteBytes(), SizeUnit.BYTES);
        // As many may wait for their turn as the gate lets wait, and pages still get an answer meanwhile.
        int threads = options.concurrentQueries() + options.queuedQueries() + 40;
        config.jetty.threadPool = new QueuedThreadPool(Math.max(200, threads), 8, 60_000);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(32 * 1024);
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
        });
    }

    /** Binds and answers from now on. */
    public WebServer start() {
        javalin.start(options.host(), options.port());
        return this;
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
        gate.close();
        metrics.close();
        services.close();
    }
}
