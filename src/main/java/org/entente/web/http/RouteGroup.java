package org.entente.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** The routes of one package of the service. Each package has one public implementation. */
public interface RouteGroup {
    /** Adds the routes. */
    void add(RoutesConfig routes);

    /** Adds a handler for GET and HEAD. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    /** Adds a handler for GET, HEAD and POST: a query may be too long for an address. */
    static void getAndPost(RoutesConfig routes, String path, Handler handler) {
        get(routes, path, handler);
        routes.post(path, handler);
    }
}
