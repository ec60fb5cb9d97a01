package org.entente.web.letter;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The letter that asks for what is missing. */
public final class LetterRoutes implements RouteGroup {
    private final RequestEndpoint request;

    public LetterRoutes(ServiceContext service) {
        request = new RequestEndpoint(service);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/request", request::handle);
    }
}
