package org.entente.web.sheet;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The page of sheets. */
public final class SheetRoutes implements RouteGroup {
    private final SheetEndpoint sheet;

    public SheetRoutes(ServiceContext service) {
        sheet = new SheetEndpoint(service);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/sheet", sheet::page);
        routes.post("/sheet", sheet::receive);
    }
}
