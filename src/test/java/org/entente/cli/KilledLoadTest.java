package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a load leaves the old state, whole. */
class KilledLoadTest {
    @TempDir
    Path folder;

    private EntenteProcess entente;

    @BeforeEach
    void makeHome() throws IOException {
        entente = new EntenteProcess(folder);
    }

    @Test
    void a_load_that_is_killed_half_way_leaves_the_old_state_and_the_next_load_works() throws Exception {
        Path store = folder.resolve("store");
        Path small = entente.collection("small", 10);
        assertThat(entente.load(store, small).waitFor()).isZero();
        Release before = release(store);

        Process killed = entente.load(store, entente.collection("large", 60_000));
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
        assertThat(entente.load(store, entente.collection("other", 20)).waitFor())
                .isZero();
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

    @Test
    void a_start_that_is_killed_while_it_makes_the_files_of_a_store_leaves_one_that_opens() throws Exception {
        Path data = entente.collection("small", 10);
        for (String made : List.of("SPO.dat", "OSP.idn", "GPOS.dat")) {
            Path store = folder.resolve("killed-at-" + made);
            Process killed = entente.load(store, data);
            while (killed.isAlive() && !holds(store, made)) {
                Thread.onSpinWait();
            }
            killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

            assertThat(entente.load(store, data).waitFor())
                    .as("load after the kill at " + made)
                    .isZero();
            assertThat(release(store)).isNotEqualTo(Release.EMPTY);
            try (var entries = Files.list(store)) {
                assertThat(entries.map(Path::getFileName).map(Path::toString))
                        .noneMatch(name -> name.startsWith(".entente-unfinished-"));
            }
        }
    }

    private static boolean holds(Path store, String name) throws IOException {
        if (!Files.isDirectory(store)) {
            return false;
        }
        try (var files = Files.walk(store)) {
            return files.anyMatch(file -> file.endsWith(name));
        } catch (UncheckedIOException e) {
            // A file went away while the folder was read.
            return false;
        }
    }

    private static void waitUntilItWrites(Process process) throws IOException {
        BufferedReader progress =
                new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
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
