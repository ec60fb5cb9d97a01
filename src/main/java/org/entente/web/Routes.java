package org.entente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import org.entente.vocab.Ent;
import org.entente.web.http.Urls;
import org.entente.web.reconcile.ReconcileEndpoint;
import org.entente.web.reconcile.ReconcilePages;

/** Every address of the service. */
final class Routes {
    /** Canned queries that are asked so often that they have a short address, too. */
    static final List<String> SHORT =
            List.of("who-met", "conflicts", "coverage", "candidates", "plausibility", "sources");

    /** Pages that are pictures first: each is one canned query. */
    static final Map<String, String> VIEWS =
            Map.of("/timeline", "timeline-of-events", "/map", "places-with-events", "/statistics", "reported-figures");

    private final RoutesConfig routes;

    Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    void add(Handlers handlers) {
        routes.before(handlers.metrics()::begin);
        routes.before(CommonHeaders::add);
        routes.before(Routes::preflight);
        routes.after(handlers.metrics()::end);

        get("/", handlers.home()::handle);
        get("/id/wikidata/{qid}", handlers.links()::wikidata);
        get("/id/<name>", handlers.things()::id);
        get("/page/<name>", handlers.things()::page);
        get("/data/<name>", handlers.things()::data);
        get("/graph/<name>", Routes::graph);
        get("/ontology", handlers.ontology()::handle);

        get("/queries", handlers.catalog()::handle);
        getAndPost("/queries/{id}", ctx -> handlers.canned().handle(ctx, ctx.pathParam("id")));
        SHORT.forEach(id -> getAndPost("/" + id, ctx -> handlers.canned()
                .handle(ctx, id, handlers.readings().get(id))));

        VIEWS.forEach((path, id) -> getAndPost(path, ctx -> handlers.canned().handle(ctx, id)));
        get("/dossier", handlers.dossier()::handle);
        get("/about", handlers.about()::handle);
        get("/cite", CiteEndpoint::handle);
        get("/evidence", handlers.evidence()::handle);

        get("/links", handlers.links()::list);
        routes.post("/links", handlers.links()::decide);
        get("/links/quickstatements", handlers.links()::statements);
        get("/links/<name>", handlers.links()::one);

        getAndPost("/sparql", handlers.sparql());
        routes.post("/sparql/stop", handlers.sparql()::stop);
        routes.post("/sparql/check", handlers.sparql()::check);
        get("/sparql/terms.json", handlers.editor()::terms);
        get("/sparql/examples.json", handlers.editor()::examples);
        routes.post("/update", handlers.update());
        get("/graph-store", handlers.graphStore());
        for (HandlerType write : List.of(HandlerType.PUT, HandlerType.POST, HandlerType.DELETE)) {
            routes.addHttpHandler(write, "/graph-store", handlers.graphStore());
        }

        get("/.well-known/void", handlers.voids()::handle);
        get("/openapi.json", handlers.openApi()::handle);
        get("/robots.txt", handlers.sitemap()::robots);
        get("/sitemap.xml", handlers.sitemap()::handle);
        get("/health/live", handlers.health()::live);
        get("/health/ready", handlers.health()::ready);
        get("/metrics", handlers.metrics()::handle);
        get("/static/<file>", handlers.files()::handle);
        get("/favicon.ico", ctx -> ctx.status(301).header("Location", "/static/icon.svg"));

        get("/path", handlers.path()::handle);
        get("/network", handlers.network()::handle);
        get("/passage/<name>", handlers.passage()::handle);

        reconciliation(handlers.reconcile(), handlers.reconcilePages());
        routes.post("/reconcile/csv", handlers.reconcileCsv()::handle);
    }

    /** The Reconciliation API: the routes of version 0.2 are named in its manifest, those of 1.0 are prescribed. */
    private void reconciliation(ReconcileEndpoint service, ReconcilePages pages) {
        getAndPost("/reconcile", service::service);
        get("/reconcile/view", pages::view);
        get("/reconcile/preview", pages::preview);
        get("/reconcile/help", pages::help);
        get("/reconcile/properties", service::propose);
        for (String kind : ReconcileEndpoint.KINDS) {
            get("/reconcile/suggest/" + kind, ctx -> service.suggest(ctx, kind));
            get("/reconcile/flyout/" + kind, ctx -> pages.flyout(ctx, kind));
            get("/reconcile/v1/suggest/" + kind, ctx -> service.suggest(ctx, kind));
        }
        get("/reconcile/v1", service::manifest10);
        routes.post("/reconcile/v1/match", service::match10);
        routes.post("/reconcile/v1/extend", service::extend10);
        get("/reconcile/v1/extend/propose", service::propose);
        get("/reconcile/v1/preview", pages::preview);
    }

    /** OPTIONS is answered for every address, before any route: a route of its own would make unknown addresses known. */
    private static void preflight(Context ctx) {
        if (ctx.req().getMethod().equals("OPTIONS")) {
            CommonHeaders.preflight(ctx);
            ctx.skipRemainingHandlers();
        }
    }

    /** A graph's IRI leads to the graph in the graph store. */
    private static void graph(Context ctx) {
        String name = ctx.req().getRequestURI().substring("/graph/".length());
        ctx.status(303).header("Location", "/graph-store?graph=" + Urls.encode(Ent.GRAPH + name));
    }

    /** GET, and HEAD, which is GET without its body. */
    private void get(String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void getAndPost(String path, Handler handler) {
        get(path, handler);
        routes.post(path, handler);
    }
}
