package org.entente.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.MemoryConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.entente.text.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line of JSON for every request, also for one that cannot be read. No line is long, whatever was sent; bodies and keys are in none. */
final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("entente.access");
    private static final int LONGEST = 500;

    @Override
    public void log(Request request, Response response) {
        // The server itself asks on behalf of a request that has its own line.
        if (!LOG.isInfoEnabled() || request.getConnectionMetaData().getConnector() instanceof MemoryConnector) {
            return;
        }
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("time", Instant.now().toString());
        line.put("client", Request.getRemoteAddr(request));
        line.put("method", shortened(request.getMethod()));
        line.put("address", shortened(request.getHttpURI().getPathQuery()));
        line.put("status", response.getStatus());
        line.put("bytes", Response.getContentBytesWritten(response));
        line.put("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getHeadersNanoTime()));
        line.put("agent", shortened(request.getHeaders().get(HttpHeader.USER_AGENT)));
        LOG.info("{}", line);
    }

    static String shortened(@Nullable String text) {
        return text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
