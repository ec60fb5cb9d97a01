package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.RawHttp;
import org.entente.ServedStore;
import org.entente.text.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The logs in files: every request, every write, and nothing that a request could make long or forge. */
class LogFilesTest {
    @TempDir
    Path folder;

    @AfterEach
    void end() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        for (String name : new String[] {"ROOT", "entente.access", "entente.audit"}) {
            var logger = context.getLogger(name);
            for (String file : new String[] {"entente", "access", "audit"}) {
                var appender = logger.getAppender(file);
                if (appender != null) {
                    appender.stop();
                    logger.detachAppender(appender);
                }
            }
        }
    }

    @Test
    void requests_and_writes_have_a_line_each_that_says_who_and_what_and_is_short() throws Exception {
        LogFiles.write(folder.resolve("logs"));
        try (ServedStore site = ServedStore.example()) {
            site.get("/health/live");
            site.get("/search?q=" + "x".repeat(10_000), "User-Agent", "agent \"quoted\" " + "y".repeat(5_000));
            site.update("INSERT DATA { GRAPH <https://w3id.org/entente/graph/source/own> { <a:a> <a:b> <a:c> } }");
            site.post("/update", "application/sparql-update", "x", "Authorization", "Bearer wrong");
            RawHttp.send(site.port(), "NONSENSE\r\n\r\n");
            LoggerFactory.getLogger("entente.test").warn("one\nERROR forged {}", "z".repeat(10_000));
        }
        List<JsonNode> access = lines("access.log");
        assertThat(access).hasSizeGreaterThanOrEqualTo(4);
        assertThat(access.getFirst().path("address").asText()).isEqualTo("/health/live");
        assertThat(access.getFirst().path("client").asText()).isEqualTo("127.0.0.1");
        assertThat(access).anySatisfy(line -> {
            assertThat(line.path("address").asText())
                    .startsWith("/search?q=xxx")
                    .hasSize(501);
            assertThat(line.path("agent").asText())
                    .startsWith("agent \"quoted\"")
                    .hasSize(501);
        });
        assertThat(Files.readString(folder.resolve("logs/access.log"))).doesNotContain(ServedStore.KEY);

        List<JsonNode> audit = lines("audit.log");
        assertThat(audit).singleElement().satisfies(line -> {
            assertThat(line.path("method").asText()).isEqualTo("POST");
            assertThat(line.path("address").asText()).isEqualTo("/update");
            assertThat(line.path("status").asInt()).isEqualTo(204);
            assertThat(line.path("revision").asLong()).isPositive();
        });
        List<String> text = Files.readAllLines(folder.resolve("logs/entente.log"));
        assertThat(text).anySatisfy(line -> assertThat(line)
                .contains("WARN test - one ERROR forged zzz")
                .hasSizeLessThan(2_200));
        assertThat(text).noneMatch(line -> line.startsWith("ERROR"));
        assertThat(text).anyMatch(line -> line.contains("wrong write key"));
    }

    @Test
    void a_query_does_not_write_a_line_for_each_of_its_rows() throws Exception {
        LogFiles.write(folder.resolve("logs"));
        try (ServedStore site = ServedStore.example()) {
            for (String query : List.of(
                    "SELECT ?o { ?s ?p ?o } ORDER BY (?o + 5)",
                    "SELECT (IRI(CONCAT('http://e/ ', STR(?o))) AS ?x) { ?s ?p ?o } LIMIT 50",
                    "SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }",
                    "SELECT (STRDT(STR(?o), <http://www.w3.org/2001/XMLSchema#integer>) + 1 AS ?x) { ?s ?p ?o } LIMIT 50")) {
                site.query(query, "text/csv");
            }
        }
        assertThat(Files.readAllLines(folder.resolve("logs/entente.log"))).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> LogFiles.write(file))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--log-dir");
    }

    private List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("logs").resolve(name))) {
            lines.add(Json.MAPPER.readTree(line));
        }
        return lines;
    }
}
