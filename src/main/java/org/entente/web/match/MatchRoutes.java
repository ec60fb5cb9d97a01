package org.entente.web.match;

import io.javalin.config.RoutesConfig;
import org.entente.reconcile.CollectionStates;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The page "Match my list". */
public final class MatchRoutes implements RouteGroup {
    private final MatchEndpoint match;

    public MatchRoutes(ServiceContext service) {
        match = new MatchEndpoint(
                service.executor(), service.options(), new CollectionStates(service.store()), service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/match", match::page);
        routes.post("/match", match::match);
    }
}
