package org.entente.web.mcp;

import io.javalin.http.Context;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.entente.text.Json;
import org.entente.web.http.LocalClient;
import org.entente.web.http.Origins;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code POST /mcp}: one JSON-RPC message in, its answer out; no session is kept. */
final class McpEndpoint {
    private static final String CALLER = "caller";

    private final ServerOptions options;
    private final HttpServletStatelessServerTransport transport;
    private final CurrentRevision revision = new CurrentRevision();

    McpEndpoint(McpOffer offer, ServerOptions options) {
        this.options = options;
        JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(RefusalJson.in(Json.MAPPER));
        transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint("/mcp")
                .contextExtractor(request -> (McpTransportContext) request.getAttribute(CALLER))
                .build();
        McpServer.sync(revision.wrap(transport))
                .serverInfo(McpOffer.SERVER)
                .instructions(McpOffer.INSTRUCTIONS)
                .capabilities(McpOffer.CAPABILITIES)
                .jsonMapper(json)
                .jsonSchemaValidator(new ArgumentValidator())
                // In the thread of the request, which the server limits.
                .immediateExecution(true)
                .tools(offer.tools().stream()
                        .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                                tool.schema(), (context, request) -> offer.call(tool, request, caller(context))))
                        .toList())
                .resources(McpResources.ALL.stream()
                        .map(resource -> new McpStatelessServerFeatures.SyncResourceSpecification(
                                resource,
                                (context, request) -> offer.resources().read(resource, caller(context))))
                        .toList())
                .prompts(offer.prompts().stream()
                        .map(prompt -> new McpStatelessServerFeatures.SyncPromptSpecification(
                                prompt.schema(), (context, request) -> prompt.fill(request)))
                        .toList())
                .build();
    }

    void handle(Context ctx) {
        Origins.requireOurs(ctx.req(), options);
        byte[] body = RequestBody.read(ctx, options.bodies().query());
        Optional<CurrentRevision.Reply> reply = revision.reply(ctx.req(), body);
        if (reply.isPresent()) {
            ctx.status(reply.get().status())
                    .contentType("application/json")
                    .result(reply.get().json());
            return;
        }
        LocalClient.Caller caller = new LocalClient.Caller(ctx.ip(), Urls.base(ctx, options));
        ctx.req().setAttribute(CALLER, McpTransportContext.create(Map.of(CALLER, caller)));
        try {
            transport.service(new ReplayedRequest(ctx.req(), body), ctx.res());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalClient.Caller caller(McpTransportContext context) {
        return (LocalClient.Caller) context.get(CALLER);
    }
}
