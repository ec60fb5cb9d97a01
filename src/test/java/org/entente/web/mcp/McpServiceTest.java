package org.entente.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.entente.query.QueryCatalog;
import org.entente.text.Json;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the SDK asks the shipped collection. */
class McpServiceTest {
    private static ServedStore site;
    private static McpSyncClient client;

    @BeforeAll
    static void connect() {
        site = ServedStore.shipped();
        client = client(site);
    }

    private static McpSyncClient client(ServedStore site) {
        McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(site.url(""))
                        .jsonMapper(new JacksonMcpJsonMapper(Json.MAPPER))
                        .build())
                .jsonSchemaValidator(new DefaultJsonSchemaValidator(Json.MAPPER))
                .requestTimeout(Duration.ofMinutes(2))
                // The client checks each answer against the output schema of its tool.
                .enableCallToolSchemaCaching(true)
                .build();
        client.initialize();
        client.listTools();
        return client;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{",
                "[]",
                "{}",
                "\"text\"",
                "{\"jsonrpc\":\"2.0\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nowhere\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[1]}"
            })
    void a_message_that_is_none_gets_a_refusal_in_json_rpc_without_words_of_java(String message) {
        for (String accept : List.of("application/json, text/event-stream", "text/html")) {
            HttpResponse<String> answer = site.post("/mcp", "application/json", message, "Accept", accept);
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
            assertThat(answer.body()).doesNotContain("stackTrace", "java.", "jackson", "Exception");
        }
        HttpResponse<String> refused =
                site.post("/mcp", "application/json", "{", "Accept", "application/json, text/event-stream");
        assertThat(refused.body()).contains("\"jsonrpc\":\"2.0\"", "\"error\":{\"code\":-32");
    }

    @Test
    void a_header_that_is_changed_is_seen_without_a_restart(@TempDir Path folder) throws Exception {
        try (Stream<Path> shipped = Files.list(Path.of("queries"))) {
            for (Path file : shipped.filter(f -> f.toString().endsWith(".rq")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        QueryCatalog catalog = QueryCatalog.read(folder);
        try (ServedStore served = ServedStore.shipped(catalog, ServerOptions.defaults());
                McpSyncClient asking = client(served)) {
            Path whoMet = folder.resolve("who-met.rq");
            String before = title(asking, "who_met");
            Files.writeString(whoMet, Files.readString(whoMet).replace(before, "Who spoke with whom"));
            catalog.reload();
            assertThat(title(asking, "who_met")).isNotEqualTo(before).isEqualTo("Who spoke with whom");
        }
    }

    private static String title(McpSyncClient client, String tool) {
        return client.listTools().tools().stream()
                .filter(offered -> offered.name().equals(tool))
                .findFirst()
                .orElseThrow()
                .title();
    }

    @AfterAll
    static void leave() {
        if (client != null) {
            client.close();
        }
    }

    private static JsonNode call(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(new McpSchema.CallToolRequest(tool, arguments));
        assertThat(result.isError()).as(text(result)).isFalse();
        JsonNode structured = Json.MAPPER.valueToTree(result.structuredContent());
        assertThat(text(result)).isEqualTo(structured.toString());
        return structured;
    }

    private static String refused(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(new McpSchema.CallToolRequest(tool, arguments));
        assertThat(result.isError()).as(text(result)).isTrue();
        return text(result);
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    @Test
    void the_server_says_who_it_is_and_how_to_use_it() {
        assertThat(client.getServerInfo().name()).isEqualTo("entente");
        assertThat(client.getServerInstructions()).contains("evidence");
        assertThat(client.getCurrentInitializationResult().protocolVersion()).isEqualTo("2025-11-25");
    }

    @Test
    void there_are_at_most_fifteen_tools_that_only_read_and_have_both_schemas() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertThat(tools).hasSizeBetween(10, 15).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).as(tool.name()).isTrue();
            assertThat(tool.description()).as(tool.name()).isNotBlank();
            assertThat(tool.inputSchema()).as(tool.name()).containsKey("properties");
            assertThat(tool.outputSchema()).as(tool.name()).containsKey("required");
        });
    }

    @Test
    void rows_have_labels_documents_and_an_address_to_cite() {
        JsonNode answer = call("who_met", Map.of("person", "Albert Rau", "level", List.of("met"), "limit", 3));
        assertThat(answer.path("rows")).hasSize(3).allSatisfy(row -> {
            assertThat(row.at("/whom/id").asText()).startsWith("person:");
            assertThat(row.at("/whom/label").asText()).isNotBlank();
            assertThat(row.path("sources").isArray()).isTrue();
            assertThat(row.at("/sources/0").asText()).startsWith("doc:");
        });
        assertThat(answer.path("more").asBoolean()).isTrue();
        assertThat(answer.at("/coverage/sources").asInt()).isGreaterThan(100);
        assertThat(answer.at("/coverage/observed").asInt()).isGreaterThan(3);
        assertThat(answer.at("/coverage/conditions")).isNotEmpty();
        HttpResponse<String> cited =
                site.get(answer.path("url").asText().replace(site.url(""), ""), "Accept", "text/csv");
        assertThat(cited.body().lines().count()).isEqualTo(4);
    }

    @Test
    void the_last_page_has_nothing_more() {
        JsonNode first = call("who_met", Map.of("person", "Albert Rau", "level", List.of("met"), "limit", 200));
        assertThat(first.path("more").asBoolean()).isFalse();
        assertThat(first.path("count").asInt())
                .isEqualTo(first.path("rows").size())
                .isGreaterThan(3);
    }

    @Test
    void an_empty_answer_says_what_was_searched_and_that_absence_is_no_evidence() {
        JsonNode rows = call("who_met", Map.of("person", "Albert Rau", "from", "1999", "to", "1999"));
        assertThat(rows.path("rows")).isEmpty();
        assertThat(rows.path("note").asText()).contains("sources").contains("not evidence");
        JsonNode dossier = call("dossier", Map.of("a", "Armin Willingmann", "b", "Albert Rau"));
        assertThat(dossier.at("/answer/answer/en").asText()).contains("No evidence");
    }

    @Test
    void a_name_that_is_not_clear_is_refused_with_those_it_may_mean() {
        String problem = refused("who_met", Map.of("person", "Ministry of Foreign Affairs"));
        assertThat(problem)
                .contains("\"status\":422")
                .contains("org:ministry-foreign-affairs-kz")
                .contains("org:ministry-foreign-affairs-uz");
        assertThat(refused("dossier", Map.of("a", "Albert Rau", "b", "Nobody Xyzzy")))
                .contains("\"status\":422");
    }

    @Test
    void arguments_that_do_not_fit_the_schema_are_refused() {
        assertThat(refused("who_met", Map.of("person", "Albert Rau", "limit", 100_000)))
                .contains("limit");
        assertThat(refused("find", Map.of())).contains("q");
        assertThat(refused("find", Map.of("name", "Angela Merkle")))
                .as("a wrong name gets the right ones")
                .contains("'name' is not defined", "Arguments: q (required), ", "limit");
    }

    @ParameterizedTest
    @CsvSource({
        "find, q, Штайнмайер",
        "ask, q, Whom did Albert Rau meet in June 2015?",
        "office_holder, date, 2015-06-09",
        "conflicts, thing, Albert Rau",
        "sources, thing, Albert Rau",
        "list_queries, lang, de",
        "sparql, query, SELECT (COUNT(*) AS ?n) { ?s a ?c }",
        "sparql, query, ASK { ?s ?p ?o }",
        "run_query, query, sources"
    })
    void every_kind_of_tool_answers(String tool, String argument, String value) {
        assertThat(call(tool, Map.of(argument, value)).path("url").asText()).startsWith(site.url("/"));
    }

    @Test
    void a_chain_and_the_evidence_of_an_event_can_be_asked() {
        JsonNode path = call("path", Map.of("from", "Roland Weigert", "to", "Monika Iwersen"));
        assertThat(path.at("/answer/chains/0/hops")).hasSize(2);
        String event = path.at("/answer/chains/0/hops/0/event/id").asText();
        assertThat(call("evidence", Map.of("event", event)).path("rows")).isNotEmpty();
    }

    @Test
    void any_canned_query_runs_with_its_parameters() {
        JsonNode rows =
                call("run_query", Map.of("query", "tenures-of-person", "parameters", Map.of("person", "Albert Rau")));
        assertThat(rows.path("rows")).isNotEmpty();
        assertThat(refused("run_query", Map.of("query", "no-such-query"))).contains("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:a> <urn:b> 1 }",
                "DROP ALL",
                "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"
            })
    void sparql_only_reads_the_collection(String query) {
        assertThat(refused("sparql", Map.of("query", query))).contains("\"status\":4");
    }

    @Test
    void resources_tell_the_ontology_and_the_queries() {
        List<McpSchema.Resource> resources = client.listResources().resources();
        assertThat(resources).hasSize(3).allSatisfy(resource -> {
            McpSchema.TextResourceContents contents = (McpSchema.TextResourceContents)
                    client.readResource(resource).contents().getFirst();
            assertThat(contents.text()).contains("ent:");
        });
    }

    @Test
    void prompts_are_filled_with_their_arguments() {
        assertThat(client.listPrompts().prompts()).hasSize(2);
        McpSchema.GetPromptResult prompt = client.getPrompt(
                new McpSchema.GetPromptRequest("answer_with_evidence", Map.of("question", "Whom did Rau meet?")));
        McpSchema.TextContent text =
                (McpSchema.TextContent) prompt.messages().getFirst().content();
        assertThat(text.text()).contains("Whom did Rau meet?").doesNotContain("{");
    }

    @Test
    void pages_of_other_sites_and_other_names_of_this_machine_may_not_ask() {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        String accept = "application/json, text/event-stream";
        assertThat(site.post("/mcp", "application/json", ping, "Accept", accept).statusCode())
                .isEqualTo(200);
        assertThat(site.post("/mcp", "application/json", ping, "Accept", accept, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.get("/mcp", "Accept", "text/event-stream").statusCode()).isEqualTo(405);
    }

    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"%s\",\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private static HttpResponse<String> current(String method, String version, String header, String params) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":{%s%s}}"
                .formatted(method, params, META.formatted(version));
        return site.post(
                "/mcp",
                "application/json",
                body,
                "Accept",
                "application/json, text/event-stream",
                "MCP-Protocol-Version",
                header,
                "Mcp-Method",
                method);
    }

    @Test
    void the_revision_without_handshake_is_spoken_too() throws Exception {
        JsonNode discovered = Json.MAPPER.readTree(
                current("server/discover", "2026-07-28", "2026-07-28", "").body());
        assertThat(discovered.at("/result/supportedVersions/0").asText()).isEqualTo("2026-07-28");
        assertThat(discovered.at("/result/capabilities/tools").isObject()).isTrue();
        JsonNode tools = Json.MAPPER.readTree(
                current("tools/list", "2026-07-28", "2026-07-28", "").body());
        assertThat(tools.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(tools.at("/result/ttlMs").asLong()).isPositive();
        JsonNode call = Json.MAPPER.readTree(
                current("tools/call", "2026-07-28", "2026-07-28", "\"name\":\"find\",\"arguments\":{\"q\":\"Rau\"},")
                        .body());
        assertThat(call.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(call.at("/result/structuredContent/answer/hits")).isNotEmpty();
    }

    @Test
    void a_revision_that_is_not_spoken_and_headers_that_contradict_the_body_are_refused() {
        HttpResponse<String> unknown = current("tools/list", "1900-01-01", "1900-01-01", "");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("-32022").contains("2026-07-28");
        HttpResponse<String> mismatch = current("tools/list", "2026-07-28", "2025-11-25", "");
        assertThat(mismatch.statusCode()).isEqualTo(400);
        assertThat(mismatch.body()).contains("-32020");
    }
}
