package org.entente.web.ontology;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The ontology as a page and as data. */
public final class OntologyRoutes implements RouteGroup {
    private final OntologyEndpoint ontology;

    public OntologyRoutes(ServiceContext service) {
        OntologyFolder folder = new OntologyFolder(service.options().folders().ontology());
        ontology = new OntologyEndpoint(service.executor(), folder, service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/ontology", ontology::handle);
    }
}
