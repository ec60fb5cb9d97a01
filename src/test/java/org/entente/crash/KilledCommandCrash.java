package org.entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.entente.ShippedCollection;
import org.entente.derive.Rules;
import org.entente.store.Graphs;
import org.entente.store.Release;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are killed while they write: the store has the old state or the new one, and the command works the next time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledCommandCrash {
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final List<String> MADE =
            List.of("SPO.dat", "OSP.idn", "GPOS.dat", "nodes.idn", "nodes-data.obj", "prefixes.dat", "tdb.lock");

    private final Random random = new Random();
    private final List<String> table = new ArrayList<>();
    private EntenteProcess entente;

    @TempDir
    Path folder;

    @BeforeEach
    void makeHome() throws IOException {
        entente = new EntenteProcess(Files.createTempDirectory(folder, "home"));
    }

    @Test
    void a_first_load_that_is_killed_while_it_makes_the_files_leaves_a_store_that_opens() throws Exception {
        Path data = entente.collection("small", 10);
        for (int kill = 0; kill < KILLS; kill++) {
            String made = MADE.get(kill % MADE.size());
            Path store = folder.resolve("first-" + kill);
            Process process = entente.load(store, data);
            while (process.isAlive() && size(store, made) < 0) {
                Thread.onSpinWait();
            }
            Thread.sleep(0, random.nextInt(900_000));
            kill(process);
            success(entente.load(store, data));
            assertThat(release(store)).as("after the kill at " + made).isNotEqualTo(Release.EMPTY);
        }
        row("first load");
    }

    @Test
    void a_first_load_that_is_killed_while_it_packs_leaves_an_empty_store_or_the_new_state() throws Exception {
        int documents = 5_000;
        Path data = entente.collection("packed", documents);
        for (int kill = 0; kill < KILLS; kill++) {
            Path store = folder.resolve("packed-" + kill);
            Process process = entente.load(store, data);
            // The first folder beside is that of the empty store.
            while (process.isAlive() && (!Files.isDirectory(store.resolve("Data-0001")) || unfinished(store) == 0)) {
                Thread.onSpinWait();
            }
            process.waitFor(random.nextInt(3_000), TimeUnit.MILLISECONDS);
            kill(process);
            try (Store reopened = open(store)) {
                assertThat(WholeStore.problems(reopened)).isEmpty();
                assertThat(reopened.<Integer>read(
                                d -> d.getGraph(Graphs.source("bulk")).size()))
                        .isEqualTo(reopened.release().isLoaded() ? 3 * documents : 0);
            }
            success(entente.load(store, data));
            assertThat(release(store)).isNotEqualTo(Release.EMPTY);
            assertThat(unfinished(store)).isZero();
        }
        row("first load, packing");
    }

    private static long unfinished(Path store) throws IOException {
        try (var entries = Files.list(store)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(".entente-unfinished-"))
                    .count();
        }
    }

    @Test
    void a_load_that_is_killed_half_way_leaves_the_old_state_or_the_new_one() throws Exception {
        Path store = folder.resolve("loaded");
        success(entente.load(store, entente.collection("small", 10)));
        for (int kill = 0; kill < KILLS; kill++) {
            Release before = release(store);
            int documents = 5_000 + kill;
            long written = size(store, "nodes-data.obj");
            Process process = entente.load(store, entente.collection("large-" + kill, documents));
            while (process.isAlive() && size(store, "nodes-data.obj") <= written) {
                Thread.onSpinWait();
            }
            process.waitFor(random.nextInt(3_000), TimeUnit.MILLISECONDS);
            kill(process);
            try (Store reopened = open(store)) {
                assertThat(WholeStore.problems(reopened)).isEmpty();
                if (!reopened.release().equals(before)) {
                    assertThat(reopened.<Integer>read(
                                    d -> d.getGraph(Graphs.source("bulk")).size()))
                            .isEqualTo(3 * documents);
                }
            }
        }
        row("load");
    }

    @Test
    void a_snapshot_of_wikidata_that_is_killed_is_loaded_the_next_time() throws Exception {
        Path store = folder.resolve("linked");
        Path data = entente.collection("small", 10);
        success(entente.load(store, data));
        for (int kill = 0; kill < KILLS; kill++) {
            int items = 4_000;
            Path snapshot = snapshot(kill, items);
            String[] options = {"--data", data.toString(), "--store", store.toString()};
            long written = size(store, "nodes-data.obj");
            Process process = new ProcessBuilder(entente.line("wikidata", with(options, snapshot)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (process.isAlive() && size(store, "nodes-data.obj") <= written) {
                Thread.onSpinWait();
            }
            process.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
            kill(process);
            try (Store reopened = open(store)) {
                assertThat(WholeStore.problems(reopened)).isEmpty();
            }
            success(entente.start("wikidata", with(options, snapshot)));
            try (Store reopened = open(store)) {
                String last = "http://www.wikidata.org/entity/Q" + (7_000_000 + kill * items + items - 1);
                assertThat(reopened.<Boolean>read(d -> d.find(
                                        Graphs.WIKIDATA,
                                        org.apache.jena.graph.NodeFactory.createURI(last),
                                        Node.ANY,
                                        Node.ANY)
                                .hasNext()))
                        .as(last)
                        .isTrue();
            }
        }
        row("snapshot");
    }

    private Path snapshot(int number, int items) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < items; i++) {
            int item = 7_000_000 + number * items + i;
            lines.append("{\"id\":\"Q%d\",\"labels\":{\"en\":{\"value\":\"Item %d\"}}}\n".formatted(item, item));
        }
        return Files.writeString(folder.resolve("snapshot-" + number + ".jsonl"), lines);
    }

    /** {@code wikidata load FILE --all} and the options of the collection; --home stands before the sub-command otherwise. */
    private static String[] with(String[] options, Path snapshot) {
        List<String> all = new ArrayList<>(List.of("load", snapshot.toString(), "--all"));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private static void success(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Release release(Path folder) {
        try (Store store = open(folder)) {
            assertThat(WholeStore.problems(store)).isEmpty();
            return store.release();
        }
    }

    private static Store open(Path folder) {
        return Store.onDisk(folder, Rules.read(ShippedCollection.FILES.rules()));
    }

    /** Size of a file somewhere in a folder; -1 if there is none. */
    static long size(Path store, String name) throws IOException {
        if (!Files.isDirectory(store)) {
            return -1;
        }
        try (var files = Files.walk(store)) {
            return files.filter(file -> file.endsWith(name))
                    .mapToLong(file -> file.toFile().length())
                    .findAny()
                    .orElse(-1);
        } catch (UncheckedIOException e) {
            // A file went away while the folder was read.
            return -1;
        }
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    private void row(String kind) {
        table.add("%-12s %8d %8d%n".formatted(kind, KILLS, 0));
    }

    @AfterAll
    void print() {
        System.out.printf("%n%-12s %8s %8s%n%s", "kind", "kills", "lost", String.join("", table));
    }
}
