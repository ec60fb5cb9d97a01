package org.entente.web.sparql;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import org.entente.vocab.Ent;
import org.entente.web.canned.QueryThemes;
import org.entente.web.http.RouteGroup;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.ServiceContext;

/** SPARQL queries and updates, the graph store and the editor. */
public final class SparqlRoutes implements RouteGroup {
    private final FusekiBridge fuseki;
    private final SparqlEndpoint sparql;
    private final EditorEndpoint editor;
    private final UpdateEndpoint update;
    private final GraphStoreEndpoint graphStore;

    public SparqlRoutes(ServiceContext service) {
        ServerOptions options = service.options();
        fuseki = new FusekiBridge(
                service.store().dataset(),
                options.queries().timeout(),
                options.queries().rows(),
                service.services());
        QueryThemes themes = new QueryThemes(service.catalog(), service.names());
        SparqlPages pages = new SparqlPages(themes, service.executor(), service.pages());
        ServiceDescription description = new ServiceDescription(service.store(), options, pages);
        sparql = new SparqlEndpoint(service.store(), fuseki, service.limiter(), options, description, pages);
        editor = new EditorEndpoint(themes, service.executor());
        update = new UpdateEndpoint(service.store(), service.limiter(), service.key(), options);
        graphStore = new GraphStoreEndpoint(service.store(), fuseki, service.limiter(), service.key(), options);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.getAndPost(routes, "/sparql", sparql);
        routes.post("/sparql/stop", sparql::stop);
        routes.post("/sparql/check", sparql::check);
        routes.post("/sparql/format", sparql::format);
        RouteGroup.get(routes, "/sparql/terms.json", editor::terms);
        RouteGroup.get(routes, "/sparql/examples.json", editor::examples);
        routes.post("/update", update);
        RouteGroup.get(routes, "/graph-store", graphStore);
        for (HandlerType write : List.of(HandlerType.PUT, HandlerType.POST, HandlerType.DELETE)) {
            routes.addHttpHandler(write, "/graph-store", graphStore);
        }
        RouteGroup.get(routes, "/graph/<name>", SparqlRoutes::graph);
    }

    /** Redirects from the IRI of a graph to the graph store. */
    private static void graph(Context ctx) {
        String name = ctx.req().getRequestURI().substring("/graph/".length());
        ctx.status(303).header("Location", "/graph-store?graph=" + Urls.encode(Ent.GRAPH + name));
    }
}
