package org.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/**
 * The test suites of the W3C over HTTP, against Entente and against Fuseki as it comes: what Fuseki passes, Entente passes, but for
 * what it refuses with a reason, {@code w3c/refusals.tsv}. {@code mvn -Pw3c test -Dw3c.tests=DIR} with a checkout of w3c/rdf-tests.
 */
class W3cSuite {
    private static final Path REFUSALS = Path.of("src/test/resources/w3c/refusals.tsv");

    private static final List<Suite> SUITES = List.of(
            new Suite("SPARQL 1.0", W3cSparql::run, "sparql/sparql10/manifest.ttl"),
            new Suite("SPARQL 1.1 query", W3cSparql::run, "sparql/sparql11/manifest-sparql11-query.ttl"),
            new Suite("SPARQL 1.1 results", W3cSparql::run, "sparql/sparql11/manifest-sparql11-results.ttl"),
            new Suite("SPARQL 1.1 update", W3cSparql::run, "sparql/sparql11/manifest-sparql11-update.ttl"),
            new Suite("SPARQL 1.1 protocol", W3cConversations::run, "sparql/sparql11/protocol/manifest.ttl"),
            new Suite("graph store", W3cConversations::run, "sparql/sparql11/graph-store-protocol/manifest.ttl"),
            new Suite("service description", W3cConversations::run, "sparql/sparql11/service-description/manifest.ttl"),
            new Suite("SPARQL 1.2", W3cSparql::run, "sparql/sparql12/manifest.ttl"),
            new Suite("Turtle", W3cDocuments::run, "rdf/rdf11/rdf-turtle/manifest.ttl"),
            new Suite("TriG", W3cDocuments::run, "rdf/rdf11/rdf-trig/manifest.ttl"),
            new Suite("N-Triples", W3cDocuments::run, "rdf/rdf11/rdf-n-triples/manifest.ttl"),
            new Suite("N-Quads", W3cDocuments::run, "rdf/rdf11/rdf-n-quads/manifest.ttl"),
            new Suite("RDF/XML", W3cDocuments::run, "rdf/rdf11/rdf-xml/manifest.ttl"));

    private record Suite(String name, BiConsumer<W3cCase, W3cServer> runner, String manifest) {}

    /** What came out of a test; a text says what is wrong. */
    private record Outcome(
            String suite, String id, Optional<String> entente, Optional<String> fuseki, boolean refused) {}

    @TempDir
    private static Path folder;

    private static W3cServer entente;
    private static W3cServer fuseki;
    private static final Map<String, String> REASONS = new LinkedHashMap<>();
    private static final List<Outcome> OUTCOMES = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        for (String line : Files.readAllLines(REFUSALS)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] cells = line.split("\t");
                REASONS.put(cells[0], cells[1]);
            }
        }
        entente = W3cServer.entente(folder.resolve("entente"));
        fuseki = W3cServer.fuseki(folder.resolve("fuseki"));
    }

    @AfterAll
    static void stop() throws Exception {
        entente.close();
        fuseki.close();
        StringBuilder table = new StringBuilder(String.format(
                "%n%-22s %6s %8s %8s %8s %8s%n", "suite", "tests", "Entente", "Fuseki", "refused", "neither"));
        for (Suite suite : SUITES) {
            List<Outcome> of =
                    OUTCOMES.stream().filter(o -> o.suite.equals(suite.name)).toList();
            table.append(String.format(
                    "%-22s %6d %8d %8d %8d %8d%n",
                    suite.name,
                    of.size(),
                    of.stream().filter(o -> o.entente.isEmpty()).count(),
                    of.stream().filter(o -> o.fuseki.isEmpty()).count(),
                    of.stream().filter(o -> o.entente.isPresent() && o.refused).count(),
                    of.stream()
                            .filter(o -> o.entente.isPresent() && o.fuseki.isPresent() && !o.refused)
                            .count()));
        }
        System.out.println(table);
        OUTCOMES.stream()
                .filter(o -> o.entente.isPresent() || o.fuseki.isPresent())
                .forEach(o -> table.append(String.format(
                        "%n%s%n  Entente: %s%n  Fuseki:  %s%n", o.id, shortened(o.entente), shortened(o.fuseki))));
        Files.writeString(Path.of("target/w3c.txt"), table, StandardCharsets.UTF_8);
    }

    private static String shortened(Optional<String> wrong) {
        String text = wrong.orElse("passed").replaceAll("\\s+", " ");
        return text.substring(0, Math.min(400, text.length()));
    }

    @TestFactory
    Stream<DynamicContainer> suites() {
        W3cFiles files = new W3cFiles(Path.of(System.getProperty("w3c.tests", "rdf-tests")));
        assertThat(files.root().resolve("sparql"))
                .as("Say where a checkout of https://github.com/w3c/rdf-tests is: -Dw3c.tests=DIR")
                .exists();
        return SUITES.stream()
                .map(suite -> DynamicContainer.dynamicContainer(
                        suite.name,
                        W3cCase.of(files, suite.manifest).stream()
                                .map(one -> DynamicTest.dynamicTest(one.id(), () -> judge(suite, one)))));
    }

    private static void judge(Suite suite, W3cCase one) {
        Optional<String> ours = wrong(suite, one, entente);
        Optional<String> theirs = wrong(suite, one, fuseki);
        String reason = REASONS.entrySet().stream()
                .filter(e -> one.id().matches("\\Q" + e.getKey().replace("*", "\\E.*\\Q") + "\\E"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        OUTCOMES.add(new Outcome(suite.name, one.id(), ours, theirs, !reason.isEmpty()));
        if (ours.isPresent() && theirs.isEmpty() && reason.isEmpty()) {
            throw new AssertionFailedError("Fuseki passes it, Entente does not: " + ours.get());
        }
        if (ours.isEmpty() && !reason.isEmpty()) {
            throw new AssertionFailedError("Entente passes it: take it off the list of refusals.");
        }
    }

    private static Optional<String> wrong(Suite suite, W3cCase one, W3cServer server) {
        try {
            suite.runner.accept(one, server);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
