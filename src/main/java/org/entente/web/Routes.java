package org.entente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** Every address of the service. */
final class Routes {
    private final RoutesConfig routes;

    Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    void add(Handlers handlers) {
        routes.before(CommonHeaders::add);

        get("/sparql", handlers.sparql());
        post("/sparql", handlers.sparql());
        post("/update", handlers.update());
        get("/graph-store", handlers.graphStore());
        for (HandlerType write : new HandlerType[] {HandlerType.PUT, HandlerType.POST, HandlerType.DELETE}) {
            routes.addHttpHandler(write, "/graph-store", handlers.graphStore());
        }

        get("/health/live", handlers.health()::live);
        get("/health/ready", handlers.health()::ready);

        routes.options("/", CommonHeaders::preflight);
        routes.options("/<path>", CommonHeaders::preflight);
    }

    /** GET, and HEAD, which is GET without its body. */
    private void get(String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void post(String path, Handler handler) {
        routes.post(path, handler);
    }
}
