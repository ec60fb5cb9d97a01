package org.entente.web.links;

import io.javalin.config.RoutesConfig;
import java.time.Clock;
import org.entente.link.LinkLog;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Links to Wikidata: the lists and the decisions. */
public final class LinksRoutes implements RouteGroup {
    private final LinksEndpoint links;
    private final LinkDecisionsEndpoint decisions;
    private final LinkFilesEndpoint files;

    public LinksRoutes(ServiceContext service) {
        LinkLog log = new LinkLog(service.store(), Clock.systemUTC());
        LinkDesk desk = new LinkDesk(
                service.store(), service.executor(), log, service.key().isSet());
        links = new LinksEndpoint(service.store(), service.executor(), service.pages(), desk, log);
        files = new LinkFilesEndpoint(service.executor(), service.pages());
        decisions = new LinkDecisionsEndpoint(
                log, desk, service.options(), service.limiter(), service.key(), service.pages());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/links", links::list);
        routes.post("/links", decisions::decide);
        RouteGroup.get(routes, "/links/quickstatements", links::statements);
        RouteGroup.get(routes, "/links/differences", files::differences);
        RouteGroup.get(routes, "/links/beacon", files::beacon);
        RouteGroup.get(routes, "/links/openrefine", files::openRefine);
        RouteGroup.get(routes, "/links/<name>", links::one);
        RouteGroup.get(routes, "/id/wikidata/{qid}", links::wikidata);
    }
}
