package org.entente.web.ontology;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The ontology as a page and as data. */
public final class OntologyRoutes implements RouteGroup {
    private final OntologyEndpoint ontology;
    private final VersionEndpoint versions;

    public OntologyRoutes(ServiceContext service) {
        OntologyFolder folder = new OntologyFolder(service.options().folders().ontology());
        ontology = new OntologyEndpoint(service.executor(), folder, service.pages(), () -> service.store()
                .description()
                .ids());
        versions = new VersionEndpoint(folder);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/ontology", ontology::handle);
        RouteGroup.get(routes, "/ontology/{version}", ctx -> versions.handle(ctx, OntologyModule.ONTOLOGY));
        for (OntologyModule module : OntologyModule.values()) {
            if (module != OntologyModule.ONTOLOGY) {
                RouteGroup.get(routes, module.path(), ctx -> versions.handle(ctx, module));
                RouteGroup.get(routes, module.path() + "/{version}", ctx -> versions.handle(ctx, module));
            }
        }
    }
}
