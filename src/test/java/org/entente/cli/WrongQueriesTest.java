package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.crash.EntenteProcess;
import org.entente.crash.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server reads canned queries after its first answers. */
class WrongQueriesTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void a_server_whose_canned_queries_are_wrong_says_which_and_why_and_ends() throws Exception {
        EntenteProcess entente = new EntenteProcess(folder);
        Path queries = folder.resolve("home").resolve("queries");
        Files.writeString(queries.resolve("half-a-query.rq"), "#+ summary: {de: \"Halb\", en: \"Half\"}\n\nSELECT * {");
        Process process = entente.serve(folder.resolve("store"), entente.collection("one", 1));
        try (RunningServer server = RunningServer.of(process)) {
            List<String> said = server.output().lines().toList();
            assertThat(said).anyMatch(line -> line.startsWith("half-a-query.rq:"));
            assertThat(said).noneMatch(line -> line.startsWith("\tat "));
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }
}
