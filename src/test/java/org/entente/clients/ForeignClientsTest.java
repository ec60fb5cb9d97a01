package org.entente.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients of other languages, as they come: {@code src/test/resources/clients}. What is not installed is skipped and says so. Python's
 * are Debian's python3-rdflib, python3-sparqlwrapper and python3-networkx; node's are looked for in {@code -Dclients.node=DIR}, a
 * folder in which {@code npm install fetch-sparql-endpoint sparql-http-client @comunica/query-sparql} was run.
 */
class ForeignClientsTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/clients").toAbsolutePath();
    private static ServedStore site;
    private static ServedStore shipped;

    @BeforeAll
    static void start() {
        site = ServedStore.example();
        shipped = ServedStore.shipped();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rdflib", "SPARQLWrapper", "networkx"})
    void python(String module) throws Exception {
        Optional<String> python = Stream.of("/usr/bin/python3", "python3")
                .filter(program -> ends(List.of(program, "-c", "import " + module)))
                .findFirst();
        assumeTrue(python.isPresent(), "There is no python3 with " + module + ".");
        run(List.of(
                python.orElseThrow(),
                SCRIPTS.resolve("client_" + module + ".py").toString(),
                address(module),
                ServedStore.KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch-sparql-endpoint", "@comunica/query-sparql"})
    void node(String module) throws Exception {
        String folder = System.getProperty("clients.node", "");
        assumeTrue(
                !folder.isEmpty() && Files.isDirectory(Path.of(folder, "node_modules", module)),
                "-Dclients.node names no folder with " + module + ".");
        run(List.of(
                "node",
                SCRIPTS.resolve(module.replaceAll("[@/]+", "-").replaceFirst("^-", "") + ".cjs")
                        .toString(),
                site.url(""),
                ServedStore.KEY,
                folder));
    }

    private static String address(String module) {
        return module.equals("networkx") ? shipped.url("") : site.url("");
    }

    private static boolean ends(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("client", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        Files.delete(out);
        assertThat(ended && process.exitValue() == 0).as(said).isTrue();
        assertThat(said).contains("all well");
    }
}
