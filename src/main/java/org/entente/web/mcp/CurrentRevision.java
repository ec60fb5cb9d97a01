package org.entente.web.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.text.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Revision 2026-07-28 of the protocol, which the SDK does not speak yet: no handshake, the version in every request and its header,
 * {@code server/discover}, and results that say they are complete. Requests of earlier revisions pass unchanged.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28">the specification</a>
 */
final class CurrentRevision {
    static final String VERSION = "2026-07-28";
    /** All revisions that are spoken, the newest first. */
    static final List<String> SPOKEN = List.of(
            VERSION, ProtocolVersions.MCP_2025_11_25, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_03_26);

    private static final String VERSION_KEY = "io.modelcontextprotocol/protocolVersion";
    private static final String VERSION_HEADER = "MCP-Protocol-Version";
    private static final String METHOD_HEADER = "Mcp-Method";
    private static final int HEADER_MISMATCH = -32020;
    private static final int UNSUPPORTED_VERSION = -32022;
    private static final long HOUR = 3_600_000;

    /** An answer that is not left to the SDK. */
    record Reply(int status, String json) {}

    /** What the SDK cannot answer: {@code server/discover}, unknown versions and headers that contradict the body. */
    Optional<Reply> reply(HttpServletRequest request, byte[] body) {
        JsonNode message = parsed(body);
        if (message != null && message.has("params") && !message.get("params").isObject()) {
            return refused(message, McpSchema.ErrorCodes.INVALID_PARAMS, "params must be an object.", null);
        }
        String header = request.getHeader(VERSION_HEADER);
        String version = message == null
                ? ""
                : message.at("/params/_meta").path(VERSION_KEY).asText();
        if (header != null && !SPOKEN.contains(header) || !version.isEmpty() && !SPOKEN.contains(version)) {
            String asked = version.isEmpty() ? String.valueOf(header) : version;
            ObjectNode data = Json.MAPPER.createObjectNode().put("requested", asked);
            SPOKEN.forEach(data.withArray("/supported")::add);
            return refused(message, UNSUPPORTED_VERSION, "This revision of the protocol is not spoken: " + asked, data);
        }
        if (message == null || !version.equals(VERSION)) {
            return Optional.empty();
        }
        String method = message.path("method").asText();
        String stated = request.getHeader(METHOD_HEADER);
        if (!version.equals(header) || stated != null && !stated.equals(method)) {
            return refused(
                    message,
                    HEADER_MISMATCH,
                    "The headers " + VERSION_HEADER + " and " + METHOD_HEADER + " must say what the body says.",
                    null);
        }
        if (!method.equals("server/discover")) {
            return Optional.empty();
        }
        return Optional.of(new Reply(200, json(message, "result", discovered())));
    }

    private static ObjectNode discovered() {
        ObjectNode result = Json.MAPPER.createObjectNode().put("resultType", "complete");
        SPOKEN.forEach(result.withArray("/supportedVersions")::add);
        result.set("capabilities", Json.MAPPER.valueToTree(McpOffer.CAPABILITIES));
        result.set("serverInfo", Json.MAPPER.valueToTree(McpOffer.SERVER));
        return result.put("instructions", McpOffer.INSTRUCTIONS)
                .put("ttlMs", HOUR)
                .put("cacheScope", "public");
    }

    /** The same transport, with results completed for those who speak this revision. */
    McpStatelessServerTransport wrap(McpStatelessServerTransport transport) {
        return new McpStatelessServerTransport() {
            @Override
            public void setMcpHandler(McpStatelessServerHandler handler) {
                transport.setMcpHandler(completing(handler));
            }

            @Override
            public Mono<Void> closeGracefully() {
                return transport.closeGracefully();
            }

            @Override
            public List<String> protocolVersions() {
                return transport.protocolVersions();
            }
        };
    }

    private static McpStatelessServerHandler completing(McpStatelessServerHandler handler) {
        return new McpStatelessServerHandler() {
            @Override
            public Mono<McpSchema.JSONRPCResponse> handleRequest(
                    McpTransportContext context, McpSchema.JSONRPCRequest request) {
                Mono<McpSchema.JSONRPCResponse> answer = handler.handleRequest(context, request);
                return isCurrent(request) ? answer.map(response -> completed(request, response)) : answer;
            }

            @Override
            public Mono<Void> handleNotification(
                    McpTransportContext context, McpSchema.JSONRPCNotification notification) {
                return handler.handleNotification(context, notification);
            }
        };
    }

    private static boolean isCurrent(McpSchema.JSONRPCRequest request) {
        return request.params() instanceof Map<?, ?> params
                && params.get("_meta") instanceof Map<?, ?> meta
                && VERSION.equals(meta.get(VERSION_KEY));
    }

    private static McpSchema.JSONRPCResponse completed(
            McpSchema.JSONRPCRequest request, McpSchema.JSONRPCResponse response) {
        if (response.result() == null) {
            return response;
        }
        Map<String, Object> result = Json.MAPPER.convertValue(response.result(), new TypeReference<>() {});
        result.put("resultType", "complete");
        if (request.method().endsWith("/list") || request.method().equals("resources/read")) {
            result.put("ttlMs", HOUR);
            result.put("cacheScope", "public");
        }
        return McpSchema.JSONRPCResponse.result(response.id(), result);
    }

    private static @Nullable JsonNode parsed(byte[] body) {
        try {
            JsonNode message = Json.MAPPER.readTree(body);
            return message.isObject() ? message : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static Optional<Reply> refused(
            @Nullable JsonNode message, int code, String text, @Nullable ObjectNode data) {
        ObjectNode error = Json.MAPPER.createObjectNode().put("code", code).put("message", text);
        if (data != null) {
            error.set("data", data);
        }
        return Optional.of(new Reply(400, json(message, "error", error)));
    }

    private static String json(@Nullable JsonNode message, String key, ObjectNode value) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", message == null ? null : message.get("id"));
        return answer.set(key, value).toString();
    }
}
