package org.entente.web.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;

/** A refused message as JSON-RPC has it. By itself the SDK writes the whole exception, with its stack trace. */
final class RefusalJson extends JsonSerializer<McpError> {
    private RefusalJson() {}

    /** The same mapper, with this form of refusals. */
    static ObjectMapper in(ObjectMapper mapper) {
        return mapper.copy().registerModule(new SimpleModule().addSerializer(McpError.class, new RefusalJson()));
    }

    @Override
    public void serialize(McpError refused, JsonGenerator json, SerializerProvider provider) throws IOException {
        McpSchema.JSONRPCResponse.JSONRPCError error = refused.getJsonRpcError();
        json.writeStartObject();
        json.writeStringField("jsonrpc", "2.0");
        json.writeNullField("id");
        json.writeObjectFieldStart("error");
        json.writeNumberField("code", error == null ? McpSchema.ErrorCodes.INVALID_REQUEST : error.code());
        json.writeStringField("message", error == null ? "Invalid message format" : error.message());
        json.writeEndObject();
        json.writeEndObject();
    }
}
