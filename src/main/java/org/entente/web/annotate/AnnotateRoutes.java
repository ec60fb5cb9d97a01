package org.entente.web.annotate;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The page on which a text becomes reports. */
public final class AnnotateRoutes implements RouteGroup {
    private final AnnotateEndpoint annotate;

    public AnnotateRoutes(ServiceContext service) {
        annotate = new AnnotateEndpoint(service);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/annotate", annotate::page);
        routes.post("/annotate", annotate::receive);
        routes.post("/annotate/forget", annotate::forget);
    }
}
