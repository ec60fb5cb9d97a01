package org.entente.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.entente.execution.QueryExecutor;
import org.entente.execution.QueryLimiter;
import org.entente.execution.ServiceCalls;
import org.entente.query.EntityResolver;
import org.entente.query.QueryCatalog;
import org.entente.reconcile.CollectionStates;
import org.entente.store.Store;
import org.entente.web.canned.CandidatesPage;
import org.entente.web.canned.CannedEndpoint;
import org.entente.web.canned.CatalogEndpoint;
import org.entente.web.canned.ConflictsPage;
import org.entente.web.canned.CoveragePage;
import org.entente.web.canned.PlausibilityPage;
import org.entente.web.canned.QueryThemes;
import org.entente.web.canned.ResultPage;
import org.entente.web.canned.SourcesPage;
import org.entente.web.dossier.Archive;
import org.entente.web.dossier.DossierEndpoint;
import org.entente.web.dossier.EvidenceEndpoint;
import org.entente.web.dossier.PassageEndpoint;
import org.entente.web.dossier.Passages;
import org.entente.web.entity.EntityEndpoint;
import org.entente.web.home.AboutEndpoint;
import org.entente.web.home.HomeEndpoint;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.links.LinksEndpoint;
import org.entente.web.network.NetworkEndpoint;
import org.entente.web.network.PathEndpoint;
import org.entente.web.ontology.OntologyEndpoint;
import org.entente.web.ontology.OntologyFolder;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.Pages;
import org.entente.web.page.ServiceContext;
import org.entente.web.search.SearchRoutes;
import org.entente.web.reconcile.ReconcileCsvEndpoint;
import org.entente.web.reconcile.ReconcileEndpoint;
import org.entente.web.reconcile.ReconcilePages;
import org.entente.web.sparql.EditorEndpoint;
import org.entente.web.sparql.FusekiBridge;
import org.entente.web.sparql.GraphStoreEndpoint;
import org.entente.web.sparql.ServiceDescription;
import org.entente.web.sparql.SparqlEndpoint;
import org.entente.web.sparql.SparqlPages;
import org.entente.web.sparql.UpdateEndpoint;

/** The HTTP service on one port: pages, canned queries, SPARQL. */
public final class WebServer implements AutoCloseable {
    private final ServerOptions options;
    private final QueryLimiter gate;
    private final Metrics metrics;
    private final ServiceCalls services;
    private final Javalin javalin;

    /**
     * A server, not started yet.
     *
     * @param names what the names in requests mean
     */
    public WebServer(Store store, QueryCatalog catalog, EntityResolver names, ServerOptions options) {
        this.options = options;
        this.gate = new QueryLimiter(
                options.queries().concurrent(),
                options.queries().queued(),
                options.queries().perClient(),
                options.queries().timeout());
        Pages pages = new Pages(options, () -> store.release().id());
        this.services = new ServiceCalls(options.services());
        FusekiBridge fuseki = new FusekiBridge(
                store.dataset(), options.queries().timeout(), options.queries().rows(), services);
        WriteKey key = new WriteKey(options.writeKey());
        QueryExecutor asker = new QueryExecutor(store, gate, options.queries(), services);
        this.metrics = new Metrics(gate);
        CollectionStates snapshots = new CollectionStates(store);
        QueryThemes themes = new QueryThemes(catalog, names);
        SparqlPages sparqlPages = new SparqlPages(themes, asker, pages);
        Archive archive = options.folders().archive().map(Archive::in).orElseGet(Archive::none);
        ServiceContext service =
                new ServiceContext(store, catalog, names, options, asker, gate, services, key, pages);
        List<RouteGroup> rooms = List.of(new SearchRoutes(service));
        Handlers handlers = new Handlers(
                new HomeEndpoint(asker, options, catalog, names, pages),
                new EntityEndpoint(asker, catalog, names, pages),
                new OntologyEndpoint(asker, new OntologyFolder(options.folders().ontology()), pages),
                new CatalogEndpoint(themes, pages, options),
                new CannedEndpoint(catalog, names, asker, options, pages),
                readings(catalog, names),
                new DossierEndpoint(asker, names, new Passages(archive), pages),
                new SparqlEndpoint(
                        store, fuseki, gate, options, new ServiceDescription(store, options, sparqlPages), sparqlPages),
                new EditorEndpoint(themes, asker),
                new UpdateEndpoint(store, gate, key, options),
                new GraphStoreEndpoint(store, fuseki, gate, key, options),
                new VoidEndpoint(asker, options),
                new OpenApiEndpoint(catalog, options),
                new HealthEndpoint(store),
                metrics,
                new StaticFiles(),
                new PathEndpoint(names, asker, pages),
                new NetworkEndpoint(names, asker, pages),
                new PassageEndpoint(asker, archive, pages),
                new EvidenceEndpoint(asker, options, pages),
                new AboutEndpoint(asker, pages),
                new SitemapEndpoint(asker, options),
                new ReconcileEndpoint(asker, options, snapshots, BuildInfo.version()),
                new ReconcilePages(asker, options, snapshots, pages),
                new ReconcileCsvEndpoint(asker, options, snapshots),
                new LinksEndpoint(store, asker, options, gate, key, pages));
        this.javalin = Javalin.create(config -> {
            configure(config);
            fuseki.register(config);
            new ProblemResponses(options, pages).register(config);
            new Routes(config.routes).add(handlers);
            rooms.forEach(room -> room.add(config.routes));
        });
    }

    private static Map<String, ResultPage> readings(QueryCatalog catalog, EntityResolver names) {
        return Map.of(
                "conflicts", new ConflictsPage(),
                "coverage", new CoveragePage(catalog, names),
                "candidates", new CandidatesPage(),
                "plausibility", new PlausibilityPage(),
                "sources", new SourcesPage());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = options.bodies().write();
        config.jetty.multipartConfig.maxTotalRequestSize(options.bodies().write(), SizeUnit.BYTES);
        // As many may wait for their turn as the gate lets wait, and pages still get an answer meanwhile.
        int threads = options.queries().concurrent() + options.queries().queued() + 40;
        config.jetty.threadPool = new QueuedThreadPool(Math.max(200, threads), 8, 60_000);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(32 * 1024);
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
        });
    }

    /** Binds and answers from now on. */
    public WebServer start() {
        javalin.start(options.address().host(), options.address().port());
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
