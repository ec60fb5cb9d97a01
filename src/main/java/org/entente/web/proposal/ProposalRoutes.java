package org.entente.web.proposal;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The form that suggests a name. */
public final class ProposalRoutes implements RouteGroup {
    private final ProposalEndpoint proposal;

    public ProposalRoutes(ServiceContext service) {
        proposal = new ProposalEndpoint(service.executor(), service.names(), service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/suggest-name", proposal::handle);
    }
}
