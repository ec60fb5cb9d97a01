package org.entente.web.site;

import io.javalin.http.Context;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.query.QueryCatalog;
import org.entente.store.Release;
import org.entente.store.Store;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: a collection is loaded, its canned queries are read, and queries can be
 * answered.
 */
final class HealthEndpoint {
    private final Store store;
    private final QueryCatalog catalog;
    private final QueryLimiter limiter;

    HealthEndpoint(Store store, QueryCatalog catalog, QueryLimiter limiter) {
        this.store = store;
        this.catalog = catalog;
        this.limiter = limiter;
    }

    void live(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result("{\"status\":\"UP\"}");
    }

    void ready(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        Release release = store.release();
        if (!release.isLoaded()) {
            throw Problem.of(
                            503,
                            "not-ready",
                            "No collection is loaded yet",
                            "The collection is still loading, or none was given. Try again in a moment.")
                    .header("Retry-After", "5");
        }
        if (limiter.isExhausted()) {
            throw Problem.of(
                    503,
                    "exhausted",
                    "Queries do not end",
                    limiter.strays()
                            + " queries went on after their time limit and keep their threads. Restart the server.");
        }
        // Waits for them.
        catalog.queries();
        ctx.contentType("application/json")
                .result("{\"status\":\"UP\",\"release\":\"" + release.state().replaceAll("[^A-Za-z0-9._-]", "")
                        + "\"}");
    }
}
