package org.entente.web.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import org.entente.text.Json;
import org.entente.web.http.LocalClient;

/** What a language model may read before it asks: the ontology in brief and the canned queries with examples. */
final class McpResources {
    private static final String MARKDOWN = "text/markdown";
    private static final String JSON = "application/json";

    static final McpSchema.Resource ONTOLOGY = McpSchema.Resource.builder("entente://ontology", "ontology")
            .title("The ontology in brief")
            .description("Prefixes, classes, properties and values with their meaning and how often each is used")
            .mimeType(MARKDOWN)
            .build();
    static final McpSchema.Resource QUERIES = McpSchema.Resource.builder("entente://queries", "queries")
            .title("The canned queries")
            .description("Names, parameters and columns of all canned queries")
            .mimeType(JSON)
            .build();
    static final McpSchema.Resource EXAMPLES = McpSchema.Resource.builder("entente://examples", "examples")
            .title("SPARQL examples")
            .description("The SPARQL of each canned query with example values, ready to run")
            .mimeType(JSON)
            .build();
    static final List<McpSchema.Resource> ALL = List.of(ONTOLOGY, QUERIES, EXAMPLES);

    private final LocalClient local;

    McpResources(LocalClient local) {
        this.local = local;
    }

    McpSchema.ReadResourceResult read(McpSchema.Resource resource, LocalClient.Caller caller) {
        String text =
                switch (resource.uri()) {
                    case "entente://ontology" ->
                        ontology(local.get(caller, "/sparql/terms.json?lang=en").text());
                    case "entente://queries" ->
                        local.get(caller, "/queries?lang=en").text();
                    default ->
                        local.get(caller, "/sparql/examples.json?lang=en").text();
                };
        return new McpSchema.ReadResourceResult(
                List.of(new McpSchema.TextResourceContents(resource.uri(), resource.mimeType(), text)));
    }

    private static String ontology(String terms) {
        try {
            JsonNode read = Json.MAPPER.readTree(terms);
            StringBuilder text = new StringBuilder("# Ontology\n\n```sparql\n");
            read.path("prefixes")
                    .properties()
                    .forEach(prefix -> text.append("PREFIX %s: <%s>\n"
                            .formatted(prefix.getKey(), prefix.getValue().asText())));
            text.append("```\n");
            for (String kind : List.of("class", "property", "value")) {
                text.append("\n## ").append(kind).append("\n\n");
                for (JsonNode term : read.path("terms")) {
                    if (term.path("kind").asText().equals(kind)) {
                        text.append(line(term));
                    }
                }
            }
            return text.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The terms are no JSON.", e);
        }
    }

    private static String line(JsonNode term) {
        long count = term.path("count").asLong();
        return "- `%s` %s%s%s\n"
                .formatted(
                        term.path("name").asText(),
                        term.path("label").asText(),
                        term.path("definition").asText().isEmpty()
                                ? ""
                                : ": " + term.path("definition").asText(),
                        count == 0 ? "" : " (" + count + "×)");
    }
}
