package org.entente.web.mcp;

import io.javalin.config.RoutesConfig;
import org.entente.store.PerRevision;
import org.entente.web.http.LocalClient;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.Counts;
import org.entente.web.page.ServiceContext;
import org.jspecify.annotations.Nullable;

/** {@code /mcp}: tools for language models. */
public final class McpRoutes implements RouteGroup {
    private final ServiceContext service;
    private final LocalClient local;
    private @Nullable McpEndpoint endpoint;
    /** The state of the canned queries that the tools were made from. */
    private String edition = "";

    /** @param local asks this server from within */
    public McpRoutes(ServiceContext service, LocalClient local) {
        this.service = service;
        this.local = local;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.post("/mcp", ctx -> endpoint().handle(ctx));
    }

    /** Offers the same over standard input and output until the input ends. */
    public StdioServer overStdio(LocalClient.Caller caller) {
        return new StdioServer(offer(), caller);
    }

    /** Made for the first message, so that a start does not wait for it, and anew when the canned queries have changed. */
    private synchronized McpEndpoint endpoint() {
        String now = service.catalog().edition();
        if (endpoint == null || !now.equals(edition)) {
            edition = now;
            endpoint = new McpEndpoint(offer(), service.options());
        }
        return endpoint;
    }

    private McpOffer offer() {
        PerRevision<Counts> counts = new PerRevision<>();
        return new McpOffer(
                local,
                service.catalog(),
                caller -> counts.get(service.executor().state(), () -> service.executor()
                        .inOneState(caller.address(), Counts::ask)));
    }
}
