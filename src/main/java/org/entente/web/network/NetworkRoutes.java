package org.entente.web.network;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Chains between two people, and networks. */
public final class NetworkRoutes implements RouteGroup {
    private final PathEndpoint path;
    private final NetworkEndpoint network;

    public NetworkRoutes(ServiceContext service) {
        path = new PathEndpoint(service);
        network = new NetworkEndpoint(service);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/path", path::handle);
        RouteGroup.get(routes, "/network", network::handle);
    }
}
