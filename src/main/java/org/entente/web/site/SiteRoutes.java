package org.entente.web.site;

import io.javalin.config.RoutesConfig;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.ServiceContext;

/** Routes for the service itself: health, OpenAPI, VoID, security.txt, sitemap and static files. */
public final class SiteRoutes implements RouteGroup {
    private final HealthEndpoint health;
    private final OpenApiEndpoint openApi;
    private final VoidEndpoint dataset;
    private final SitemapEndpoint sitemap;
    private final SecurityTxtEndpoint security;
    private final StaticFilesEndpoint files;

    public SiteRoutes(ServiceContext service) {
        files = new StaticFilesEndpoint(service.options().folders().sources());
        health = new HealthEndpoint(service.store(), service.catalog(), service.limiter());
        openApi = new OpenApiEndpoint(service.store(), service.catalog(), service.examples(), service.options());
        dataset = new VoidEndpoint(service.executor(), service.options());
        sitemap = new SitemapEndpoint(service.executor(), service.options());
        security = new SecurityTxtEndpoint(service.executor(), service.options());
    }

    @Override
    public void add(RoutesConfig routes) {
        RouteGroup.get(routes, "/health/live", health::live);
        RouteGroup.get(routes, "/health/ready", health::ready);
        RouteGroup.get(routes, "/openapi.json", openApi::handle);
        RouteGroup.get(routes, "/.well-known/void", dataset::handle);
        RouteGroup.get(routes, "/.well-known/security.txt", security::handle);
        RouteGroup.get(routes, "/robots.txt", sitemap::robots);
        RouteGroup.get(routes, "/sitemap.xml", sitemap::handle);
        RouteGroup.get(routes, "/static/<file>", files::handle);
        RouteGroup.get(routes, "/favicon.ico", ctx -> ctx.status(301).header("Location", "/static/icon.svg"));
    }
}
