package org.entente.web.home;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The home page and the page about the collection. */
public final class HomeRoutes implements RouteGroup {
    private final HomeEndpoint home;
    private final AboutEndpoint about;

    public HomeRoutes(ServiceContext service) {
        home = new HomeEndpoint(
                service.executor(),
                service.options(),
                service.catalog(),
                service.names(),
                service.examples(),
                service.pages());
        about = new AboutEndpoint(service.executor(), service.examples(), service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/", home::handle);
        RouteGroup.get(routes, "/about", about::handle);
    }
}
