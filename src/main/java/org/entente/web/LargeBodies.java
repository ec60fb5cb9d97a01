package org.entente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.entente.execution.Problem;
import org.entente.web.http.RouteGroup;

/**
 * Bodies that come slowly hold up nobody else. Short ones are read before a thread of the server is given to their request; of those that
 * are longer only so many are read at a time, half of them from one client.
 */
final class LargeBodies implements RouteGroup {
    /** Bytes of a body that need no thread. */
    static final int SHORT = 64 * 1024;
    /** Longer bodies that are read at a time. */
    static final int AT_ONCE = 50;

    private static final String COUNTED = "entente.largeBody";
    private static final int OF_ONE_CLIENT = AT_ONCE / 2;

    private final Map<String, Integer> clients = new HashMap<>();
    private int all;

    /** Reads short bodies before the request goes on to the handler. */
    static Handler.Singleton around(Handler handler) {
        return new EagerContentHandler(handler, new RetainedContentLoaderFactory(SHORT, -1, false));
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.before(this::enter);
        routes.after(this::leave);
    }

    private void enter(Context ctx) {
        if (isLarge(ctx)) {
            count(ctx.ip());
            ctx.attribute(COUNTED, ctx.ip());
        }
    }

    private void leave(Context ctx) {
        String client = ctx.attribute(COUNTED);
        if (client != null) {
            ctx.attribute(COUNTED, null);
            release(client);
        }
    }

    /** Long, or of unknown length. */
    private static boolean isLarge(Context ctx) {
        return ctx.req().getContentLengthLong() > SHORT || ctx.header("Transfer-Encoding") != null;
    }

    private synchronized void count(String client) {
        if (all >= AT_ONCE || clients.getOrDefault(client, 0) >= OF_ONE_CLIENT) {
            throw Problem.of(
                            503,
                            "busy",
                            "Too many bodies are being read",
                            "The server is reading other large bodies. Send the same request again in a few seconds.")
                    .header("Retry-After", "5");
        }
        all++;
        clients.merge(client, 1, Integer::sum);
    }

    private synchronized void release(String client) {
        all--;
        clients.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
    }
}
