package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.crash.EntenteProcess;
import org.entente.text.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that starts the program itself and talks to it over standard input and output. */
class McpCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_client_starts_the_program_and_asks_it() throws IOException {
        EntenteProcess program = new EntenteProcess(folder);
        List<String> line =
                program.line("mcp", "--data", program.collection("own", 3).toString());
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(line.getFirst())
                        .args(line.subList(1, line.size()))
                        .build(),
                new JacksonMcpJsonMapper(Json.MAPPER));
        try (McpSyncClient client = McpClient.sync(transport)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator(Json.MAPPER))
                .initializationTimeout(Duration.ofMinutes(2))
                .requestTimeout(Duration.ofMinutes(2))
                .build()) {
            client.initialize();
            McpSchema.CallToolResult answer = client.callTool(new McpSchema.CallToolRequest(
                    "sparql", Map.of("query", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")));
            assertThat(answer.isError()).isFalse();
            assertThat(Json.MAPPER
                            .valueToTree(answer.structuredContent())
                            .at("/rows/0/n")
                            .asInt())
                    .isPositive();
        }
    }
}
