package org.entente.web.mcp;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.entente.query.CannedQuery;
import org.entente.query.QueryCatalog;
import org.entente.web.http.BuildInfo;
import org.entente.web.http.LocalClient;

/** What is offered to a language model, whatever the transport: tools, resources and prompts. */
final class McpOffer {
    static final McpSchema.Implementation SERVER =
            new McpSchema.Implementation("entente", "Entente", BuildInfo.version());
    static final String INSTRUCTIONS =
            "A knowledge graph of who met whom, in which office, when and where, with the document behind every statement. "
                    + "Names may be written in any language; an ambiguous one is refused with the entities that it may mean. "
                    + "Say no more than the rows say, name their documents, and never take missing evidence for evidence of absence.";
    static final McpSchema.ServerCapabilities CAPABILITIES = McpSchema.ServerCapabilities.builder()
            .tools(false)
            .resources(false, false)
            .prompts(false)
            .build();

    /** A tool with its schemas, and how to call it. */
    record OfferedTool(ToolDefinition definition, McpSchema.Tool schema) {}

    private final List<OfferedTool> tools;
    private final List<McpPrompt> prompts = read("prompts.yaml", McpPrompt.class);
    private final ToolCall calls;
    private final McpResources resources;

    McpOffer(LocalClient local, QueryCatalog catalog, ToolCall.Coverage coverage) {
        List<ToolDefinition> definitions = read("tools.yaml", ToolDefinition.class);
        // A collection of somebody else may lack one of the canned queries.
        tools = definitions.stream()
                .filter(tool ->
                        tool.query() == null || catalog.query(tool.query()).isPresent())
                .map(tool -> new OfferedTool(tool, schema(tool, catalog)))
                .toList();
        calls = new ToolCall(local, catalog, coverage);
        resources = new McpResources(local);
    }

    List<OfferedTool> tools() {
        return tools;
    }

    List<McpPrompt> prompts() {
        return prompts;
    }

    McpResources resources() {
        return resources;
    }

    McpSchema.CallToolResult call(OfferedTool tool, McpSchema.CallToolRequest request, LocalClient.Caller caller) {
        Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
        return calls.call(tool.definition(), given, caller);
    }

    private static McpSchema.Tool schema(ToolDefinition tool, QueryCatalog catalog) {
        CannedQuery query =
                tool.query() == null ? null : catalog.query(tool.query()).orElseThrow();
        String title = query == null ? tool.title() : query.header().summary().in("en");
        String description = query == null ? tool.description() : description(query);
        Map<String, Object> input = query == null ? tool.input() : ToolSchemas.input(query);
        return McpSchema.Tool.builder(tool.name(), input)
                .title(title)
                .description(description)
                .outputSchema(ToolSchemas.output(tool))
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(title)
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static String description(CannedQuery query) {
        String more = query.header().description().isEmpty()
                ? ""
                : " " + query.header().description().in("en");
        return query.header().summary().in("en") + more;
    }

    private static <T> List<T> read(String name, Class<T> type) {
        YAMLMapper yaml = new YAMLMapper();
        try (InputStream in = McpOffer.class.getResourceAsStream("/web/mcp/" + name)) {
            return yaml.readValue(in, yaml.getTypeFactory().constructCollectionType(List.class, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
