package org.entente.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.derive.Rules;
import org.entente.rdf.QuadLines;
import org.entente.store.Derivation;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.store.SealedFolder;
import org.entente.store.Store;
import org.entente.store.StoreException;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are whole, also while somebody writes, and what is restored of them answers the same. */
class BackupsTest {
    private static final Node VERSION = NodeFactory.createURI("https://example.org/version");

    @TempDir
    Path folder;

    private Backups backups() {
        return new Backups(folder.resolve("backups"), Clock.systemUTC());
    }

    @Slow
    @Test
    void the_shipped_collection_answers_the_same_when_it_is_restored() {
        Path restored = folder.resolve("restored");
        try (Store store = ShippedCollection.copy(folder.resolve("store"))) {
            store.write(dataset ->
                    dataset.add(Graphs.OWN_AUTHORITY, NodeFactory.createBlankNode("odd label"), VERSION, VERSION));
            Backup backup = backups().make(store, "0.0", 0, Progress.SILENT);
            assertThat(backup.problems()).isEmpty();
            backup.restore(restored, false, Progress.SILENT);
            try (Store again = Store.onDisk(restored, Rules.read(ShippedCollection.FILES.rules()))) {
                assertThat(lines(again)).isEqualTo(lines(store));
                assertThat(again.release()).isEqualTo(store.release());
                assertThat(again.damage(Progress.SILENT)).isEmpty();
                String question = "/who-met?person=Albert%20Rau&format=csv";
                try (ServedStore one = ServedStore.over(store, ShippedCollection.catalog(), ServerOptions.defaults());
                        ServedStore other =
                                ServedStore.over(again, ShippedCollection.catalog(), ServerOptions.defaults())) {
                    String answer = one.get(question).body();
                    assertThat(answer).contains("Guido Herz");
                    assertThat(other.get(question).body()).isEqualTo(answer);
                }
            }
        }
    }

    @Slow
    @Test
    void a_backup_that_is_taken_while_somebody_writes_is_one_state() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        try (Store store = Store.onDisk(folder.resolve("store"), Derivation.NONE)) {
            write(store, 0);
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int version = 1; !over.get(); version++) {
                    write(store, version);
                }
            });
            for (int i = 0; i < 4; i++) {
                Backup backup = backups().make(store, "0.0", 0, Progress.SILENT);
                Path restored = folder.resolve("restored-" + i);
                backup.restore(restored, false, Progress.SILENT);
                try (Store again = Store.onDisk(restored, Derivation.NONE)) {
                    Set<Node> versions = new HashSet<>();
                    long[] count = new long[1];
                    again.read(dataset -> {
                        dataset.find(Node.ANY, Node.ANY, VERSION, Node.ANY).forEachRemaining(quad -> {
                            versions.add(quad.getObject());
                            count[0]++;
                        });
                        return null;
                    });
                    assertThat(versions).hasSize(1);
                    assertThat(count[0]).isEqualTo(400);
                    assertThat(again.release().revision())
                            .isEqualTo(backup.about().revision());
                }
            }
            over.set(true);
            writer.join();
        }
        assertThat(backups().all()).hasSize(4).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    }

    @Test
    void a_damaged_backup_is_told_and_refused_and_nothing_is_changed() throws IOException {
        Path target = folder.resolve("target");
        Backup backup;
        try (Store store = Store.onDisk(target, Derivation.NONE)) {
            write(store, 1);
            backup = backups().make(store, "0.0", 0, Progress.SILENT);
        }
        Path statements = backup.folder().resolve(Backup.STATEMENTS);
        byte[] whole = Files.readAllBytes(statements);
        byte[] flipped = whole.clone();
        flipped[flipped.length / 2] ^= 1;
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 10);
        for (byte[] bad : new byte[][] {flipped, cut, {}}) {
            Files.write(statements, bad);
            assertThat(backup.problems()).isNotEmpty();
            assertThatThrownBy(() -> backup.restore(target, true, Progress.SILENT))
                    .isInstanceOf(OperationException.class)
                    .hasMessageContaining("is damaged, and nothing was restored: statements.nq.gz was changed");
            // Even if somebody makes the list of checksums fit.
            SealedFolder.seal(backup.folder());
            assertThat(backup.problems()).isNotEmpty();
        }
        Files.writeString(backup.folder().resolve(Backup.ABOUT), "{");
        assertThat(backups().all()).singleElement().satisfies(b -> assertThat(b.problems())
                .isNotEmpty());
        try (Store store = Store.onDisk(target, Derivation.NONE)) {
            assertThat(store.damage(Progress.SILENT)).isEmpty();
            assertThat(lines(store)).hasSizeGreaterThan(400);
        }
    }

    @Test
    void a_store_that_is_there_is_replaced_only_when_it_is_said_and_never_while_it_is_open() throws IOException {
        Path target = folder.resolve("target");
        Backup backup;
        try (Store store = Store.onDisk(target, Derivation.NONE)) {
            write(store, 1);
            backup = backups().make(store, "0.0", 0, Progress.SILENT);
            write(store, 2);
            assertThatThrownBy(() -> backup.restore(target, true, Progress.SILENT))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Another Entente uses the store");
        }
        assertThatThrownBy(() -> backup.restore(target, false, Progress.SILENT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("--replace");
        assertThat(version(target)).isEqualTo("2");
        backup.restore(target, true, Progress.SILENT);
        assertThat(version(target)).isEqualTo("1");
        try (Stream<Path> entries = Files.list(target)) {
            assertThat(entries.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("Data")))
                    .containsExactly("Data-0002");
        }
    }

    @Test
    void the_oldest_go_and_what_a_killed_process_left_goes_too() throws IOException {
        Files.createDirectories(folder.resolve("backups/.unfinished-1/x"));
        try (Store store = Store.onDisk(folder.resolve("store"), Derivation.NONE)) {
            for (int i = 1; i <= 3; i++) {
                write(store, i);
                backups().make(store, "0.0", 2, Progress.SILENT);
            }
        }
        assertThat(backups().all()).hasSize(2);
        assertThat(backups().find("latest").orElseThrow().about().revision()).isEqualTo(3);
        assertThat(backups().find("nonsense")).isEmpty();
        assertThat(folder.resolve("backups/.unfinished-1")).doesNotExist();
    }

    private static String version(Path folder) {
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            return store.read(dataset -> dataset.find(Node.ANY, Node.ANY, VERSION, Node.ANY)
                    .next()
                    .getObject()
                    .getLiteralLexicalForm());
        }
    }

    /** Two graphs of one version. */
    private static void write(Store store, int version) {
        store.write(dataset -> {
            for (String graph : new String[] {"a", "b"}) {
                Node name = Graphs.source(graph);
                dataset.removeGraph(name);
                for (int i = 0; i < 200; i++) {
                    dataset.add(Quad.create(
                            name,
                            NodeFactory.createURI("https://example.org/" + i),
                            VERSION,
                            NodeFactory.createLiteralString(Integer.toString(version))));
                }
            }
        });
    }

    private static Set<String> lines(Store store) {
        return store.read(dataset -> {
            Set<String> lines = new HashSet<>();
            dataset.find().forEachRemaining(quad -> lines.add(QuadLines.of(quad)));
            return lines;
        });
    }
}
