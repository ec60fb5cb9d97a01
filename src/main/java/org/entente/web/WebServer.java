package org.entente.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.entente.execution.QueryExecutor;
import org.entente.execution.QueryLimiter;
import org.entente.execution.SelectAnswers;
import org.entente.execution.ServiceCalls;
import org.entente.operation.AutoCompaction;
import org.entente.operation.Tasks;
import org.entente.query.EntityResolver;
import org.entente.query.ExampleValues;
import org.entente.query.QueryCatalog;
import org.entente.query.StoreEntityResolver;
import org.entente.release.KeptState;
import org.entente.release.Releases;
import org.entente.store.Release;
import org.entente.store.Store;
import org.entente.web.annotate.AnnotateRoutes;
import org.entente.web.ask.AskRoutes;
import org.entente.web.canned.CannedRoutes;
import org.entente.web.decision.DecisionRoutes;
import org.entente.web.dossier.DossierRoutes;
import org.entente.web.entity.EntityRoutes;
import org.entente.web.home.HomeRoutes;
import org.entente.web.http.BuildInfo;
import org.entente.web.http.ByteOrderMark;
import org.entente.web.http.Etags;
import org.entente.web.http.JsonShape;
import org.entente.web.http.KnownAnswers;
import org.entente.web.http.LocalClient;
import org.entente.web.http.RequestBody;
import org.entente.web.http.RouteGroup;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.letter.LetterRoutes;
import org.entente.web.links.LinksRoutes;
import org.entente.web.match.MatchRoutes;
import org.entente.web.mcp.McpRoutes;
import org.entente.web.network.NetworkRoutes;
import org.entente.web.ontology.OntologyRoutes;
import org.entente.web.operation.OperationRoutes;
import org.entente.web.page.Pages;
import org.entente.web.page.ServiceContext;
import org.entente.web.proposal.ProposalRoutes;
import org.entente.web.reconcile.ReconcileRoutes;
import org.entente.web.release.ReleaseRoutes;
import org.entente.web.search.SearchRoutes;
import org.entente.web.sheet.SheetRoutes;
import org.entente.web.site.SiteRoutes;
import org.entente.web.sparql.SparqlRoutes;

/** The HTTP server: pages, canned queries and SPARQL on one port. */
public final class WebServer implements AutoCloseable {
    /** How long requests that are being answered may take when the server is stopped. */
    public static final Duration GRACE = Duration.ofSeconds(8);

    /** Address and headers of a request. */
    private static final int HEAD_BYTES = 32 * 1024;

    private final ServerOptions options;
    private final QueryLimiter limiter;
    private final Metrics metrics;
    private final ServiceCalls services;
    private final Development development;
    private final KnownAnswers known = new KnownAnswers();
    private final LocalClient local = new LocalClient();
    private final Tasks tasks = new Tasks(Clock.systemUTC());
    private final McpRoutes mcp;
    private final Javalin javalin;

    /** A server that keeps no releases. */
    public WebServer(Store store, QueryCatalog catalog, EntityResolver names, ServerOptions options) {
        this(store, catalog, names, options, Optional.empty());
    }

    /**
     * Builds a server; {@link #start} starts it.
     *
     * @param names finds the entities that names in requests mean
     * @param releases the releases of the collection; empty if this server keeps none
     */
    public WebServer(
            Store store,
            QueryCatalog catalog,
            EntityResolver names,
            ServerOptions options,
            Optional<Releases> releases) {
        this(store, catalog, names, options, releases, SelectAnswers.STORE);
    }

    /**
     * The same with somebody who is asked before the store, such as another engine; earlier states are asked of this program alone.
     *
     * @param answers who is asked first
     */
    public WebServer(
            Store store,
            QueryCatalog catalog,
            EntityResolver names,
            ServerOptions options,
            Optional<Releases> releases,
            SelectAnswers answers) {
        this.options = options;
        ExampleValues examples = new ExampleValues(store);
        this.limiter = new QueryLimiter(
                options.queries().concurrent(),
                options.queries().queued(),
                options.queries().perClient(),
                options.queries().timeout());
        this.metrics = new Metrics(limiter, store);
        this.services = new ServiceCalls(options.services());
        ServiceContext service = context(
                store,
                catalog.with(examples),
                examples,
                names,
                options,
                id -> releases.flatMap(shelf -> shelf.find(id)).isPresent(),
                answers);
        this.development = new Development(options.folders().sources(), options.reloads(), catalog);
        this.mcp = new McpRoutes(service, local);
        List<RouteGroup> rooms = new ArrayList<>(List.of(
                metrics,
                new AuditEndpoint(store),
                new CommonHeaders(),
                new LargeBodies(),
                routes -> routes.before(RequestBody::requireReadable),
                development,
                new ReleaseRoutes(service, local, releases, this::earlier)));
        rooms.addAll(collection(service));
        rooms.add(new SheetRoutes(service));
        rooms.add(new OperationRoutes(service, tasks));
        rooms.add(new DecisionRoutes(service));
        rooms.add(new AnnotateRoutes(service));
        rooms.add(mcp);
        AutoCompaction.of(
                store,
                tasks,
                options.upkeep().map(ServerOptions.Upkeep::compactAbove).orElse(0L));
        this.javalin = Javalin.create(config -> {
            configure(config);
            new ProblemResponses(options, service.pages()).register(config);
            config.routes.before(ctx ->
                    service.key().signedIn(ctx).ifPresent(author -> Etags.edition(ctx, "signed in as " + author)));
            rooms.forEach(room -> room.add(config.routes));
        });
    }

    private ServiceContext context(
            Store store,
            QueryCatalog catalog,
            ExampleValues examples,
            EntityResolver names,
            ServerOptions options,
            Predicate<String> kept,
            SelectAnswers answers) {
        Supplier<Release> release = () -> store.release().answeredBy(catalog.edition());
        WriteKey key = new WriteKey(options.writeKey());
        return new ServiceContext(
                store,
                catalog,
                examples,
                names,
                options,
                new QueryExecutor(store, limiter, options.queries(), services, release).askingFirst(answers),
                limiter,
                services,
                key,
                new Pages(options, release, store::description, kept, known, ctx -> key.signedIn(ctx)
                        .isPresent()));
    }

    private ServiceContext earlierContext(KeptState state, String prefix) {
        ExampleValues examples = new ExampleValues(state.store());
        return context(
                state.store(),
                state.catalog().with(examples),
                examples,
                new StoreEntityResolver(state.store()),
                options.below(prefix),
                id -> true,
                SelectAnswers.STORE);
    }

    /** What shows the collection, now or as it was. */
    private static List<RouteGroup> collection(ServiceContext service) {
        // The first matching route answers, so /id/wikidata/ of the links comes before /id/ of the entities.
        return List.of(
                new ByteOrderMark(),
                new JsonShape(),
                new HomeRoutes(service),
                new SearchRoutes(service),
                new AskRoutes(service),
                new LinksRoutes(service),
                new EntityRoutes(service),
                new OntologyRoutes(service),
                new CannedRoutes(service),
                new DossierRoutes(service),
                new NetworkRoutes(service),
                new SparqlRoutes(service),
                new ReconcileRoutes(service),
                new MatchRoutes(service),
                new ProposalRoutes(service),
                new LetterRoutes(service),
                new SiteRoutes(service));
    }

    /** The same rooms over an earlier state, without a port: requests are passed on to it. It has the same limits. */
    private Servlet earlier(KeptState state, String prefix) {
        ServiceContext service = earlierContext(state, prefix);
        List<RouteGroup> rooms = collection(service);
        String edition = String.join(" ", BuildInfo.version(), state.id());
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.http.prefer405over404 = true;
                    config.http.maxRequestSize = options.bodies().query();
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    config.routes.before(ctx -> Etags.edition(ctx, edition));
                    new ProblemResponses(service.options(), service.pages()).register(config);
                    rooms.forEach(room -> room.add(config.routes));
                })
                .javalinServlet();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = options.bodies().write();
        // Enough for all queries that run or wait in the limiter, for who waits for the answers of others, and 40 more
        // for everything else.
        int threads = options.queries().concurrent() + options.queries().queued() + KnownAnswers.MOST_WAITING + 40;
        config.jetty.threadPool = new QueuedThreadPool(Math.max(200, threads), 8, 60_000);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(GRACE.toMillis());
            server.setErrorHandler(new JettyErrors(HEAD_BYTES));
            server.setRequestLog(new AccessLog());
            // Outside, so that a stop does not wait for bodies that are still coming.
            server.setHandler(
                    new HostCheck(options.address(), new CachedAnswers(LargeBodies.around(new GracefulHandler()))));
        });
        // Without its own the context would ask Jetty's.
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors(HEAD_BYTES)));
        config.jetty.modifyHttpConfiguration(http -> {
            http.addCustomizer(options.address().proxies());
            http.setRequestHeaderSize(HEAD_BYTES);
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
        });
    }

    /** Binds the port and starts to answer. */
    public WebServer start() {
        javalin.start(options.address().host(), options.address().port());
        local.start(javalin.jettyServer().server());
        return this;
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** Receives the changes that development mode passes on to browsers. */
    public Development development() {
        return development;
    }

    /** The tools for language models, to be offered over standard input and output. */
    public McpRoutes mcp() {
        return mcp;
    }

    /** Takes no more requests and lets those that are being answered end, for {@link #GRACE} at most. */
    @Override
    public void close() {
        development.close();
        javalin.stop();
        tasks.close();
        local.close();
        limiter.close();
        metrics.close();
        services.close();
    }
}
