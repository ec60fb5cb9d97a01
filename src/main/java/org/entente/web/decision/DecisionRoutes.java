package org.entente.web.decision;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Deciding, the list of decisions, and signing in. */
public final class DecisionRoutes implements RouteGroup {
    private final DecideEndpoint decide;
    private final DecisionsEndpoint decisions;
    private final SignInEndpoint signIn;

    public DecisionRoutes(ServiceContext service) {
        decide = new DecideEndpoint(service);
        decisions = new DecisionsEndpoint(service);
        signIn = new SignInEndpoint(service);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/decide/{kind}", decide::page);
        routes.post("/decide/{kind}", decide::receive);
        RouteGroup.get(routes, "/decisions", decisions::page);
        RouteGroup.get(routes, "/sign-in", signIn::page);
        routes.post("/sign-in", signIn::signIn);
        routes.post("/sign-out", signIn::signOut);
    }
}
