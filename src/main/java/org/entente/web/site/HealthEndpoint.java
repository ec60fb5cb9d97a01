package org.entente.web.site;

import io.javalin.http.Context;
import org.entente.execution.Problem;
import org.entente.store.Release;
import org.entente.store.Store;

/** {@code /health/live}: whether the process answers. {@code /health/ready}: whether a collection is loaded. */
final class HealthEndpoint {
    private final Store store;

    HealthEndpoint(Store store) {
        this.store = store;
    }

    void live(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result("{\"status\":\"UP\"}");
    }

    void ready(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        Release release = store.release();
        if (release.id().equals(Release.EMPTY.id())) {
            throw Problem.of(
                            503,
                            "not-ready",
                            "No collection is loaded yet",
                            "The collection is still loading, or none was given. Try again in a moment.")
                    .header("Retry-After", "5");
        }
        ctx.contentType("application/json")
                .result("{\"status\":\"UP\",\"release\":\"" + release.state().replaceAll("[^A-Za-z0-9._-]", "")
                        + "\"}");
    }
}
