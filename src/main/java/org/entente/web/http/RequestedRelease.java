package org.entente.web.http;

import io.javalin.http.Context;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;

/** The release that a request names with {@code release=}. */
public final class RequestedRelease {
    private RequestedRelease() {}

    /** Only what is loaded now can be asked; a link into another release must not get this one's answer. */
    public static void require(Context ctx, QueryExecutor executor) {
        String wanted = ctx.queryParam("release");
        String loaded = executor.release();
        if (wanted != null && !wanted.isBlank() && !wanted.equals(loaded)) {
            throw Problem.notFound(
                            "This release is not loaded",
                            "The loaded release is " + loaded
                                    + ". Leave out release= to query it, or load the files of the other release.")
                    .with("release", loaded);
        }
    }
}
