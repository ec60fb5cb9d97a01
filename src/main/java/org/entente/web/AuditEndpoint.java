package org.entente.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.web.http.RouteGroup;
import org.entente.web.http.WriteKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line of JSON for every request with the key: who changed what, when, and which state came of it. */
final class AuditEndpoint implements RouteGroup {
    private static final Logger LOG = LoggerFactory.getLogger("entente.audit");

    private final Store store;

    AuditEndpoint(Store store) {
        this.store = store;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.after(this::write);
    }

    private void write(Context ctx) {
        if (!LOG.isInfoEnabled() || ctx.attribute(WriteKey.ACCEPTED) == null) {
            return;
        }
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("time", Instant.now().toString());
        line.put("client", ctx.ip());
        line.put("method", ctx.req().getMethod());
        line.put("address", AccessLog.shortened(ctx.path()));
        line.put("query", AccessLog.shortened(ctx.req().getQueryString()));
        line.put("bytes", ctx.req().getContentLengthLong());
        line.put("status", ctx.statusCode());
        line.put("revision", store.release().revision());
        LOG.info("{}", line);
    }
}
