package org.entente.web.decision;

import io.javalin.config.RoutesConfig;
import java.util.Optional;
import org.entente.decision.ProposalQueue;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Deciding, the list of decisions, and signing in. */
public final class DecisionRoutes implements RouteGroup {
    private final DecideEndpoint decide;
    private final DecisionsEndpoint decisions;
    private final SignInEndpoint signIn;
    private final QueueEndpoint queue;

    public DecisionRoutes(ServiceContext service) {
        // Beside the store of a collection with a folder of its own.
        Optional<ProposalQueue> waiting = service.options()
                .folders()
                .collection()
                .map(files -> new ProposalQueue(files.data().resolve(".entente").resolve("proposals")));
        decide = new DecideEndpoint(service, waiting);
        queue = new QueueEndpoint(service, waiting);
        decisions = new DecisionsEndpoint(service);
        signIn = new SignInEndpoint(service);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/decide/{kind}", decide::page);
        routes.post("/decide/{kind}", decide::receive);
        RouteGroup.get(routes, "/decisions", decisions::page);
        RouteGroup.get(routes, "/proposals", queue::page);
        routes.post("/proposals", queue::decline);
        RouteGroup.get(routes, "/sign-in", signIn::page);
        routes.post("/sign-in", signIn::signIn);
        routes.post("/sign-out", signIn::signOut);
    }
}
