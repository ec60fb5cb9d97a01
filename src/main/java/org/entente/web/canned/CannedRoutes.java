package org.entente.web.canned;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The canned queries: the list, an address for each, and short addresses for some. */
public final class CannedRoutes implements RouteGroup {
    /** Frequent queries, which have a short address, too. */
    private static final List<String> SHORT =
            List.of("who-met", "conflicts", "coverage", "candidates", "plausibility", "sources");

    /** Short addresses of queries that are shown as pictures. */
    private static final Map<String, String> VIEWS = Map.of(
            "/timeline", "timeline-of-events",
            "/map", "places-with-events",
            "/statistics", "reported-figures",
            "/people", "browse-people",
            "/organizations", "browse-organizations",
            "/offices", "browse-offices",
            "/events", "browse-events",
            "/places", "browse-places",
            "/topics", "browse-topics");

    private final CatalogEndpoint catalog;
    private final CannedEndpoint canned;
    private final UnknownEndpoint unknown;

    public CannedRoutes(ServiceContext service) {
        unknown = new UnknownEndpoint(service);
        catalog = new CatalogEndpoint(
                new QueryThemes(service.catalog(), service.names()), service.pages(), service.options());
        canned = new CannedEndpoint(
                service,
                Map.of(
                        "/conflicts", new ConflictsPage(),
                        "/coverage", new CoveragePage(service.catalog(), service.names()),
                        "/candidates", new CandidatesPage(),
                        "/plausibility", new PlausibilityPage(),
                        "/sources", new SourcesPage()));
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/queries", catalog::handle);
        RouteGroup.get(routes, "/unknown", unknown::handle);
        RouteGroup.getAndPost(routes, "/queries/{id}", ctx -> canned.handle(ctx, ctx.pathParam("id")));
        SHORT.forEach(id -> RouteGroup.getAndPost(routes, "/" + id, ctx -> canned.handle(ctx, id)));
        VIEWS.forEach((path, id) -> RouteGroup.getAndPost(routes, path, ctx -> canned.handle(ctx, id)));
    }
}
