package org.entente.web.release;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.entente.release.Citations;
import org.entente.release.KeptRelease;
import org.entente.release.Releases;
import org.entente.web.http.LocalClient;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Releases, what differs between them, every address as it was, and citations. */
public final class ReleaseRoutes implements RouteGroup {
    private final Shelf shelf;
    private final Memento memento;
    private final ReleasesEndpoint releases;
    private final SetBackEndpoint setBack;
    private final CompareEndpoint comparisons;
    private final CiteEndpoint citations;
    private final HistoryEndpoint history;
    private final DcatEndpoint dcat;

    /**
     * @param kept the releases of this server; empty if it keeps none
     * @param opener makes the server of an earlier state
     */
    public ReleaseRoutes(
            ServiceContext service, LocalClient local, Optional<Releases> kept, EarlierStates.Opener opener) {
        shelf = new Shelf(service, kept, new EarlierStates(opener));
        memento = new Memento(shelf, service.options());
        comparisons = new CompareEndpoint(shelf, service);
        releases = new ReleasesEndpoint(shelf, service);
        setBack = new SetBackEndpoint(shelf, service);
        citations = new CiteEndpoint(
                shelf,
                service,
                local,
                kept.map(releases -> Citations.in(releases.shelf())).orElseGet(Citations::inMemory));
        history = new HistoryEndpoint(shelf, service);
        dcat = new DcatEndpoint(shelf, service);
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.before(memento::gate);
        routes.after(memento::announce);
        RouteGroup.getAndPost(
                routes, "/r/{id}", ctx -> ctx.status(301).header("Location", "/r/" + ctx.pathParam("id") + "/"));
        Handler earlier = this::earlier;
        RouteGroup.getAndPost(routes, "/r/{id}/", earlier);
        RouteGroup.getAndPost(routes, "/r/{id}/<path>", earlier);
        RouteGroup.get(routes, "/timemap/<path>", memento::map);
        RouteGroup.get(routes, "/releases", releases::list);
        RouteGroup.get(routes, "/releases.atom", releases::feed);
        routes.post("/releases", releases::keep);
        RouteGroup.get(routes, "/releases/{id}", ctx -> {
            if (ctx.pathParam("id").contains("..")) {
                comparisons.handle(ctx);
            } else {
                releases.one(ctx);
            }
        });
        RouteGroup.get(routes, "/releases/{id}/set-back", setBack::preview);
        routes.post("/releases/{id}/set-back", setBack::take);
        RouteGroup.get(routes, "/sitemap-releases.xml", releases::sitemap);
        RouteGroup.get(routes, "/releases/{id}/<file>", releases::file);
        RouteGroup.get(routes, "/cite", citations::make);
        RouteGroup.get(routes, "/cite/{id}", citations::show);
        RouteGroup.get(routes, "/history/<name>", history::handle);
        RouteGroup.get(routes, "/dcat", dcat::handle);
    }

    private void earlier(Context ctx) {
        String id = ctx.pathParam("id");
        String path = ctx.req().getRequestURI().substring(("/r/" + id).length());
        shelf.answer(ctx, id, path);
        Optional<KeptRelease> release = shelf.find(id);
        if (release.isPresent() && ctx.statusCode() < 400) {
            memento.date(ctx, release.get(), path);
        }
    }
}
