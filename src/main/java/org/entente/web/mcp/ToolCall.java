package org.entente.web.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.query.CannedQuery;
import org.entente.query.QueryCatalog;
import org.entente.text.Json;
import org.entente.web.http.LocalClient;
import org.entente.web.http.Urls;
import org.entente.web.page.Counts;

/** Calls a tool: asks its address from within and makes an answer that a language model can read. */
final class ToolCall {
    private static final String ROWS = "application/sparql-results+json";
    private static final String ABSENT =
            "Nothing was found in these %d sources (%s–%s). Absence of evidence here is not evidence that it did not happen.";

    private final LocalClient local;
    private final QueryCatalog catalog;
    private final Coverage coverage;

    /** How much the collection holds now. */
    interface Coverage {
        Counts of(LocalClient.Caller caller);
    }

    ToolCall(LocalClient local, QueryCatalog catalog, Coverage coverage) {
        this.local = local;
        this.catalog = catalog;
        this.coverage = coverage;
    }

    McpSchema.CallToolResult call(ToolDefinition tool, Map<String, Object> given, LocalClient.Caller caller) {
        try {
            return answer(tool, given, caller);
        } catch (Problem problem) {
            return failed(problem.title() + ". " + problem.detail());
        } catch (JsonProcessingException e) {
            return failed("The answer is not JSON.");
        }
    }

    private McpSchema.CallToolResult answer(ToolDefinition tool, Map<String, Object> given, LocalClient.Caller caller)
            throws JsonProcessingException {
        ToolArguments arguments = new ToolArguments(given);
        String template = tool.path() == null ? "/queries/" + tool.query() : tool.path();
        String path = arguments.path(template);
        Optional<CannedQuery> query =
                path.startsWith("/queries/") ? catalog.query(path.substring("/queries/".length())) : Optional.empty();
        if (query.isPresent()) {
            arguments.putIfAbsent("limit", Integer.toString(ToolSchemas.ROWS));
            arguments.putIfAbsent("lang", "en");
        }
        int most = Math.min(ToolSchemas.MOST_ROWS, arguments.number("limit", ToolSchemas.ROWS));
        if (tool.posts()) {
            arguments.remove("limit");
        }
        String address = Urls.with(path, arguments.parameters());
        LocalClient.Answer answer =
                tool.posts() ? local.post(caller, path, arguments.parameters()) : local.get(caller, address);
        if (!answer.succeeded()) {
            return failed(answer.text());
        }
        JsonNode body = Json.MAPPER.readTree(answer.text());
        ObjectNode result = Json.MAPPER.createObjectNode();
        boolean nothing;
        if (answer.mediaType().equals(ROWS) && !body.has("boolean")) {
            nothing = addRows(result, body, query, most, answer);
        } else {
            result.set("answer", body);
            nothing = !tool.arrays().isEmpty()
                    && tool.arrays().stream().allMatch(array -> body.at(array).isEmpty());
        }
        result.put("url", caller.base() + address);
        result.put("release", answer.headers().getOrDefault("entente-release", ""));
        Counts counts = coverage.of(caller);
        ObjectNode searched = Json.MAPPER.valueToTree(counts);
        if (body.path("coverage") instanceof ObjectNode counted && !result.has("answer")) {
            searched.setAll(counted);
        }
        result.set("coverage", searched);
        if (nothing) {
            result.put("note", ABSENT.formatted(counts.sources(), counts.from(), counts.to()));
        }
        return given(result);
    }

    /** @return whether there is no row */
    private static boolean addRows(
            ObjectNode result, JsonNode body, Optional<CannedQuery> query, int most, LocalClient.Answer answer) {
        var rows = new RowsAnswer(body, query).rows(body, most);
        int all = body.at("/results/bindings").size();
        boolean more = all > rows.size() || "true".equals(answer.headers().get("entente-more"));
        result.set("rows", rows);
        result.put("count", rows.size());
        result.put("more", more);
        if (more) {
            result.put("note", "There are more rows than these. Ask for the next page, for more rows, or for less.");
        }
        return rows.isEmpty();
    }

    private static McpSchema.CallToolResult given(ObjectNode result) throws JsonProcessingException {
        // Clients that do not know structured content read the text.
        return McpSchema.CallToolResult.builder()
                .structuredContent(Json.MAPPER.convertValue(result, new TypeReference<Map<String, Object>>() {}))
                .addTextContent(Json.MAPPER.writeValueAsString(result))
                .isError(false)
                .build();
    }

    private static McpSchema.CallToolResult failed(String text) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(text)
                .isError(true)
                .build();
    }
}
