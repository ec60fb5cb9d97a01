package org.entente.web.dossier;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Dossiers, evidence and passages. */
public final class DossierRoutes implements RouteGroup {
    private final DossierEndpoint dossier;
    private final EvidenceEndpoint evidence;
    private final PassageEndpoint passage;

    public DossierRoutes(ServiceContext service) {
        Archive archive = service.options().folders().archive().map(Archive::in).orElseGet(Archive::none);
        dossier = new DossierEndpoint(service, new Passages(archive));
        evidence = new EvidenceEndpoint(service.executor(), service.options(), service.pages());
        passage = new PassageEndpoint(service.executor(), archive, service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/dossier", dossier::handle);
        RouteGroup.get(routes, "/evidence", evidence::handle);
        RouteGroup.get(routes, "/passage/<name>", passage::handle);
    }
}
