package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDFS;
import org.entente.Slow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store is compacted while it is read and written. */
@Timeout(120)
class CompactionTest {
    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.onDisk(folder, Derivation.NONE);
        store.write(dataset -> label(dataset, "kept", 200));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Slow
    @Test
    void what_was_replaced_again_and_again_gives_its_room_back() throws IOException {
        for (int version = 0; version < 15; version++) {
            String name = "version " + version;
            store.write(dataset -> {
                dataset.removeGraph(Graphs.source("s"));
                for (int i = 0; i < 500; i++) {
                    dataset.add(Graphs.source("s"), thing(i), RDFS.comment.asNode(), text(name + " of line " + i));
                }
            });
        }
        long before = used();
        Release release = store.release();

        store.compact(Progress.SILENT);

        assertThat(used()).isLessThan(before / 4);
        assertThat(store.release()).isEqualTo(release);
        assertThat(count()).isEqualTo(700);
        assertThat(store.damage(Progress.SILENT)).isEmpty();
        try (var entries = Files.list(folder)) {
            assertThat(entries.map(Path::getFileName).map(Path::toString))
                    .contains("Data-0002")
                    .doesNotContain("Data-0001")
                    .noneMatch(name -> name.startsWith(".entente-unfinished"));
        }
        store.write(dataset -> label(dataset, "later", 1));
        store.close();
        store = Store.onDisk(folder, Derivation.NONE);
        assertThat(count()).isEqualTo(701);
        assertThat(store.release().revision()).isGreaterThan(release.revision());
    }

    @Test
    void a_reader_that_began_before_reads_on_and_the_files_change_when_it_is_done() throws Exception {
        CountDownLatch copied = new CountDownLatch(1);
        CompletableFuture<Void> compaction = new CompletableFuture<>();
        int read = store.read(dataset -> {
            Thread.ofPlatform().start(() -> {
                try {
                    store.compact((step, done, total) -> {
                        if (step.startsWith("Changing")) {
                            copied.countDown();
                        }
                    });
                    compaction.complete(null);
                } catch (RuntimeException e) {
                    compaction.completeExceptionally(e);
                }
            });
            try {
                assertThat(copied.await(30, TimeUnit.SECONDS)).isTrue();
                Thread.sleep(300);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(compaction.isDone()).isFalse();
            // A second one is not locked out meanwhile.
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(this::count);
            assertThat(other.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(200);
            return (int) dataset.stream().count();
        });
        compaction.get(30, TimeUnit.SECONDS);
        assertThat(read).isGreaterThanOrEqualTo(200);
        assertThat(count()).isEqualTo(200);
    }

    @Slow
    @Test
    void what_is_written_meanwhile_is_there_afterwards() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> threads = List.of(
                Thread.ofPlatform().start(() -> {
                    while (!over.get()) {
                        int next = written.get();
                        store.write(dataset -> label(dataset, "written " + next, 1));
                        written.incrementAndGet();
                    }
                }),
                Thread.ofPlatform().start(() -> {
                    while (!over.get()) {
                        int least = 200 + written.get();
                        wrong.addAndGet(count() < least ? 1 : 0);
                    }
                }));
        for (int i = 0; i < 3; i++) {
            store.compact(Progress.SILENT);
        }
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).hasValue(0);
        assertThat(count()).isEqualTo(200 + written.get());
        store.close();
        store = Store.onDisk(folder, Derivation.NONE);
        assertThat(count()).isEqualTo(200 + written.get());
        assertThat(store.damage(Progress.SILENT)).isEmpty();
    }

    @Test
    void what_is_forbidden_and_what_was_computed_stay() {
        NameIndex names = store.names();
        store.compact(Progress.SILENT);
        assertThat(store.names()).isSameAs(names);
        assertThat(store.dataset().getContext().isFalse(ARQ.httpServiceAllowed)).isTrue();
        store.read(dataset -> {
            assertThatThrownBy(() -> QueryExec.dataset(dataset)
                            .query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
                            .build()
                            .select()
                            .materialize())
                    .isInstanceOf(RuntimeException.class);
            return null;
        });
    }

    @Test
    void a_store_in_memory_says_that_it_has_no_files() {
        try (Store memory = Store.inMemory(Derivation.NONE)) {
            assertThatThrownBy(() -> memory.compact(Progress.SILENT))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in memory");
        }
    }

    /** What the store really takes: files that end in holes count as far as they are used. */
    private long used() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("nodes-data.obj"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private int count() {
        return store.read(dataset -> (int) dataset.stream()
                .filter(quad -> !quad.getGraph().equals(Graphs.RELEASE))
                .count());
    }

    private static void label(DatasetGraph dataset, String text, int count) {
        for (int i = 0; i < count; i++) {
            dataset.add(Graphs.OWN_AUTHORITY, thing(i), RDFS.label.asNode(), text(text + " " + i));
        }
    }

    private static Node thing(int number) {
        return NodeFactory.createURI("http://example.org/thing/" + number);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
