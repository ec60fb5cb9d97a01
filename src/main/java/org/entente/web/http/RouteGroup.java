package org.entente.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** The addresses of one room of the service. Each room has one public class of this kind. */
public interface RouteGroup {
    /** Adds the addresses of the room. */
    void add(RoutesConfig routes);

    /** GET, and HEAD, which is GET without its body. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    /** GET, HEAD and POST: for questions that may be too long for an address. */
    static void getAndPost(RoutesConfig routes, String path, Handler handler) {
        get(routes, path, handler);
        routes.post(path, handler);
    }
}
