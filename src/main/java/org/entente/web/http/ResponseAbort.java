package org.entente.web.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Closes the connection of an answer that cannot be completed, so that the client notices that a part is missing. */
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
