package org.entente.web.ask;

import io.javalin.config.RoutesConfig;
import org.entente.ask.Asker;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Questions in sentences. */
public final class AskRoutes implements RouteGroup {
    private final AskEndpoint ask;
    private final CompleteEndpoint complete;

    public AskRoutes(ServiceContext service) {
        Asker asker = new Asker(service.catalog(), service.names());
        ask = new AskEndpoint(service, asker);
        complete = new CompleteEndpoint(service, asker);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/ask", ask::handle);
        RouteGroup.get(routes, "/ask/complete", complete::handle);
    }
}
