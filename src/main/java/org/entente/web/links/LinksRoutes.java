package org.entente.web.links;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Links to Wikidata: the lists and the decisions. */
public final class LinksRoutes implements RouteGroup {
    private final LinksEndpoint links;

    public LinksRoutes(ServiceContext service) {
        links = new LinksEndpoint(
                service.store(),
                service.executor(),
                service.options(),
                service.limiter(),
                service.key(),
                service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/links", links::list);
        routes.post("/links", links::decide);
        RouteGroup.get(routes, "/links/quickstatements", links::statements);
        RouteGroup.get(routes, "/links/<name>", links::one);
        RouteGroup.get(routes, "/id/wikidata/{qid}", links::wikidata);
    }
}
