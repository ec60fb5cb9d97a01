package org.entente.web.reconcile;

import io.javalin.config.RoutesConfig;
import org.entente.reconcile.CollectionStates;
import org.entente.web.http.BuildInfo;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** The routes of the Reconciliation API. The manifest of version 0.2 names them; version 1.0 prescribes them. */
public final class ReconcileRoutes implements RouteGroup {
    private final ReconcileEndpoint reconcile;
    private final ReconcilePages pages;
    private final ReconcileCsvEndpoint csv;

    public ReconcileRoutes(ServiceContext service) {
        CollectionStates states = new CollectionStates(service.store());
        reconcile = new ReconcileEndpoint(service.executor(), service.options(), states, BuildInfo.version());
        pages = new ReconcilePages(service.executor(), service.options(), states, service.pages());
        csv = new ReconcileCsvEndpoint(service.executor(), service.options(), states);
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.getAndPost(routes, "/reconcile", reconcile::service);
        RouteGroup.get(routes, "/reconcile/view", pages::view);
        RouteGroup.get(routes, "/reconcile/preview", pages::preview);
        RouteGroup.get(routes, "/reconcile/help", pages::help);
        RouteGroup.get(routes, "/reconcile/properties", reconcile::propose);
        for (String kind : ReconcileEndpoint.KINDS) {
            RouteGroup.get(routes, "/reconcile/suggest/" + kind, ctx -> reconcile.suggest(ctx, kind));
            RouteGroup.get(routes, "/reconcile/flyout/" + kind, ctx -> pages.flyout(ctx, kind));
            RouteGroup.get(routes, "/reconcile/v1/suggest/" + kind, ctx -> reconcile.suggest(ctx, kind));
        }
        RouteGroup.get(routes, "/reconcile/v1", reconcile::manifest10);
        routes.post("/reconcile/v1/match", reconcile::match10);
        routes.post("/reconcile/v1/extend", reconcile::extend10);
        RouteGroup.get(routes, "/reconcile/v1/extend/propose", reconcile::propose);
        RouteGroup.get(routes, "/reconcile/v1/preview", pages::preview);
        routes.post("/reconcile/csv", csv::handle);
    }
}
