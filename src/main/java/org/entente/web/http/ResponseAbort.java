package org.entente.web.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Breaks off an answer that cannot be completed, so that nobody takes a part for the whole. */
public final class ResponseAbort {
    private ResponseAbort() {}

    public static void abort(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
