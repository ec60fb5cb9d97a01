package org.entente.web.entity;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** An entity by its IRI, as a page and as data. */
public final class EntityRoutes implements RouteGroup {
    private final EntityEndpoint entities;

    public EntityRoutes(ServiceContext service) {
        entities = new EntityEndpoint(service.executor(), service.catalog(), service.names(), service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/id/<name>", entities::id);
        RouteGroup.get(routes, "/page/<name>", entities::page);
        RouteGroup.get(routes, "/data/<name>", entities::data);
    }
}
