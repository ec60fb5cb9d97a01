package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.ShippedCollection;
import org.entente.derive.Rules;
import org.entente.store.Graphs;
import org.entente.store.Release;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a load leaves the old state, whole. */
class KilledLoadTest {
    @TempDir
    Path folder;

    @Test
    void a_load_that_is_killed_half_way_leaves_the_old_state_and_the_next_load_works() throws Exception {
        Path store = folder.resolve("store");
        Path small = collection("small", 10);
        assertThat(load(store, small).waitFor()).isZero();
        Release before = release(store);

        Process killed = load(store, collection("large", 400_000));
        waitUntilItWrites(killed);
        killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

        assertThat(release(store)).isEqualTo(before);
        try (Store reopened = Store.onDisk(store, Rules.read(ShippedCollection.FILES.rules()))) {
            assertThat(reopened.<Integer>read(
                            d -> d.getGraph(Graphs.source("bulk")).size()))
                    .isEqualTo(triples(10));
            assertThat(reopened.<Integer>read(d -> d.getGraph(Graphs.DERIVED).size()))
                    .isPositive();
        }
        assertThat(load(store, collection("other", 20)).waitFor()).isZero();
        assertThat(release(store).id()).isNotEqualTo(before.id());
    }

    private static Release release(Path folder) {
        try (Store store = Store.onDisk(folder, Rules.read(ShippedCollection.FILES.rules()))) {
            return store.release();
        }
    }

    private static int triples(int documents) {
        return 3 * documents;
    }

    /** A data folder with one source that describes so many documents. */
    private Path collection(String name, int documents) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(name).resolve("sources"));
        StringBuilder turtle = new StringBuilder("""
                @prefix ent: <https://w3id.org/entente/ontology#> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                @prefix doc: <https://w3id.org/entente/id/doc/> .
                """);
        for (int i = 0; i < documents; i++) {
            turtle.append("doc:bulk-%d a ent:Document ; dcterms:title \"Bulk %d\"@en ; dcterms:language \"en\" .\n"
                    .formatted(i, i));
        }
        Files.writeString(sources.resolve("bulk.ttl"), turtle);
        return folder.resolve(name);
    }

    /** {@code entente load} as a process of its own; without shapes, since the bulk is not meant to fit them. */
    private Process load(Path store, Path data) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        if (!Files.exists(home.resolve("ontology"))) {
            Files.createDirectories(home.resolve("ontology"));
            for (String file : List.of("entente.ttl", "vocabulary.ttl")) {
                Files.copy(
                        ShippedCollection.FILES.ontology().resolve(file),
                        home.resolve("ontology").resolve(file));
            }
            Path rules = Files.createDirectories(home.resolve("queries").resolve("rules"));
            for (Path rule : Files.list(ShippedCollection.FILES.rules()).toList()) {
                Files.copy(rule, rules.resolve(rule.getFileName()));
            }
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                Entente.class.getName(),
                "load"));
        command.addAll(List.of("--home", home.toString(), "--data", data.toString(), "--store", store.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void waitUntilItWrites(Process process) throws IOException {
        BufferedReader progress =
                new BufferedReader(new java.io.InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        List<String> seen = new ArrayList<>();
        for (String line; (line = progress.readLine()) != null; ) {
            seen.add(line);
            if (line.contains("Writing")) {
                return;
            }
        }
        throw new AssertionError("The load ended before it could be killed: " + seen);
    }
}
