package org.entente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import org.entente.web.http.RouteGroup;

/** The headers of every answer: the rules for browsers and for other origins. */
final class CommonHeaders implements RouteGroup {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none';" + " form-action 'self'";

    @Override
    public void add(RoutesConfig routes) {
        routes.before(CommonHeaders::addHeaders);
        routes.before(CommonHeaders::answerOptions);
    }

    private static void addHeaders(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        if (isPrivate(ctx.path())) {
            ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        }
        if (isRead(ctx.req().getMethod(), ctx.path())) {
            ctx.header("Access-Control-Allow-Origin", "*");
            ctx.header(
                    "Access-Control-Expose-Headers",
                    "Link, ETag, Retry-After, Entente-Row-Limit, Entente-Time-Limit, Entente-More, Entente-Notice, Entente-Columns, Entente-Query,"
                            + " Entente-Release");
        }
    }

    /** Answers OPTIONS before any route. A route of its own would answer 204 for addresses that do not exist. */
    private static void answerOptions(Context ctx) {
        if (ctx.req().getMethod().equals("OPTIONS")) {
            preflight(ctx);
            ctx.skipRemainingHandlers();
        }
    }

    /** Allows other origins to read, but not to write. */
    private static void preflight(Context ctx) {
        boolean reading = !ctx.path().equals("/update") && !isPrivate(ctx.path());
        boolean posting =
                reading && !ctx.path().equals("/graph-store") && !ctx.path().equals("/links");
        String allow =
                switch (ctx.path()) {
                    case "/update" -> "POST, OPTIONS";
                    case "/graph-store" -> "GET, HEAD, PUT, POST, DELETE, OPTIONS";
                    default -> "GET, HEAD, POST, OPTIONS";
                };
        ctx.header("Allow", allow);
        if (reading) {
            ctx.header("Access-Control-Allow-Origin", "*");
            ctx.header("Access-Control-Allow-Methods", posting ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS");
            ctx.header("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
            ctx.header("Access-Control-Max-Age", "86400");
        }
        ctx.status(204);
    }

    /**
     * Texts of the operator's archive and tools for language models are for whoever reaches this server, not for any page
     * that runs in their browser.
     */
    private static boolean isPrivate(String path) {
        return path.startsWith("/passage/") || path.equals("/mcp");
    }

    private static boolean isRead(String method, String path) {
        if (path.equals("/update") || isPrivate(path)) {
            return false;
        }
        return READS.contains(method)
                || method.equals("POST") && !path.equals("/graph-store") && !path.equals("/links");
    }
}
