package org.entente.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.query.QueryCatalog;

/** {@code /openapi.json}: the fixed routes, which stand in a resource, and one operation for each canned query. */
final class OpenApiEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final QueryCatalog catalog;
    private final ServerOptions options;

    OpenApiEndpoint(QueryCatalog catalog, ServerOptions options) {
        this.catalog = catalog;
        this.options = options;
    }

    void handle(Context ctx) throws IOException {
        try (InputStream in = OpenApiEndpoint.class.getResourceAsStream("/web/openapi.json")) {
            ObjectNode api = (ObjectNode) JSON.readTree(in);
            api.putArray("servers").addObject().put("url", Urls.base(ctx, options));
            ObjectNode paths = (ObjectNode) api.get("paths");
            for (CannedQuery query : catalog.queries()) {
                paths.putObject("/queries/" + query.id()).set("get", operation(query));
            }
            ctx.contentType("application/json").result(JSON.writeValueAsBytes(api));
        }
    }

    private static JsonNode operation(CannedQuery query) {
        ObjectNode operation = JSON.createObjectNode();
        operation.put("operationId", query.id());
        operation.put("summary", query.header().summary().in("en"));
        if (!query.header().description().isEmpty()) {
            operation.put("description", query.header().description().in("en"));
        }
        ArrayNode tags = operation.putArray("tags");
        query.header().tags().forEach(tags::add);
        ArrayNode parameters = operation.putArray("parameters");
        query.header().parameters().forEach(p -> parameters.add(parameter(p)));
        for (String shared : new String[] {"format", "lang", "page", "limit"}) {
            parameters.addObject().put("$ref", "#/components/parameters/" + shared);
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put("description", "The result").putObject("content");
        (query.isConstruct() ? Format.GRAPHS : Format.ROWS).forEach(f -> content.putObject(f.mediaType()));
        content.putObject("text/html");
        for (String status : new String[] {"304", "406", "422", "429", "503"}) {
            responses.putObject(status).put("$ref", "#/components/responses/" + status);
        }
        return operation;
    }

    private static JsonNode parameter(Parameter parameter) {
        ObjectNode json = JSON.createObjectNode();
        json.put("name", parameter.name()).put("in", "query").put("required", parameter.required());
        if (!parameter.description().isEmpty()) {
            json.put("description", parameter.description().in("en"));
        }
        parameter.example().ifPresent(example -> json.put("example", example));
        ObjectNode schema = JSON.createObjectNode();
        switch (parameter.type()) {
            case INTEGER -> {
                schema.put("type", "integer");
                parameter.min().ifPresent(least -> schema.put("minimum", least));
                parameter.max().ifPresent(most -> schema.put("maximum", most));
            }
            case BOOLEAN -> schema.put("type", "boolean");
            case ENUM -> {
                ArrayNode values = schema.put("type", "string").putArray("enum");
                parameter.values().forEach(v -> values.add(v.name()));
            }
            default -> schema.put("type", "string");
        }
        if (parameter.list()) {
            json.putObject("schema").put("type", "array").set("items", schema);
            json.put("explode", true);
        } else {
            json.set("schema", schema);
        }
        return json;
    }
}
