package org.entente.web.http;

import io.javalin.http.Context;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;

/** Checks the parameter {@code release=} of a request. */
public final class RequestedRelease {
    private RequestedRelease() {}

    /**
     * Refuses a request for another release than the loaded one: a cited result must not silently become a different
     * one.
     *
     * @throws Problem 404 if another release is named
     */
    public static void require(Context ctx, QueryExecutor executor) {
        String wanted = ctx.queryParam("release");
        String loaded = executor.release();
        if (wanted != null && !wanted.isBlank() && !wanted.equals(loaded)) {
            throw Problem.notFound(
                            "This release is not loaded",
                            "The loaded release is " + loaded
                                    + ". Leave out release= to query it. Releases that were kept answer at /r/<id>/…;"
                                    + " /releases lists them.")
                    .with("release", loaded);
        }
    }
}
