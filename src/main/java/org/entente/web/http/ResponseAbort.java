package org.entente.web.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Closes the connection of an answer that cannot be completed, so that the client notices that a part is missing. */
public final class ResponseAbort {
    /** Attribute of a request whose answer is broken off: nothing more of it is written, above all not its end. */
    public static final String BROKEN = "entente.broken";

    private ResponseAbort() {}

    public static void abort(Context ctx) {
        ServletContextRequest request = ServletContextRequest.getServletContextRequest(ctx.req());
        ctx.req().setAttribute(BROKEN, true);
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
