package org.entente.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.Derivation;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --compact-at}: a store that has grown is compacted by itself. */
@Timeout(300)
class AutoCompactionTest {
    private final Tasks tasks = new Tasks(Clock.systemUTC());

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.onDisk(folder, Derivation.NONE);
        for (int version = 0; version < 10; version++) {
            write(version);
        }
    }

    @AfterEach
    void close() {
        tasks.close();
        store.close();
    }

    private void write(int version) {
        store.write(dataset -> {
            dataset.removeGraph(Graphs.source("s"));
            for (int i = 0; i < 500; i++) {
                dataset.add(
                        Graphs.source("s"),
                        NodeFactory.createURI("https://example.org/" + i),
                        RDFS.comment.asNode(),
                        NodeFactory.createLiteralString("version " + version + " of line " + i));
            }
        });
    }

    private Task ended() throws InterruptedException {
        while (tasks.running().isPresent()) {
            Thread.sleep(5);
        }
        return tasks.all().getFirst();
    }

    @Test
    void a_write_into_a_large_store_begins_a_compaction_that_tells_how_far_it_is() throws Exception {
        long before = store.bytes();
        AutoCompaction.of(store, tasks, before / 2);
        write(99);
        List<String> steps = new ArrayList<>();
        while (tasks.running().isPresent()) {
            tasks.running().ifPresent(task -> steps.add(task.step()));
            Thread.onSpinWait();
        }
        Task task = ended();
        assertThat(task.kind()).isEqualTo("compaction");
        assertThat(task.failed()).as(task.outcome()).isFalse();
        assertThat(task.outcome()).matches("\\d+ MB before, \\d+ MB now\\.");
        assertThat(steps).isNotEmpty();
        assertThat(store.bytes()).isLessThan(before);
        assertThat(folder.resolve(".entente-compacted")).content().matches("\\d+\n");
        assertThat(store.<Integer>read(d -> d.getGraph(Graphs.source("s")).size()))
                .isEqualTo(500);
    }

    @Test
    void one_that_has_not_doubled_since_the_last_time_is_left_alone() throws Exception {
        long size = store.bytes();
        Files.writeString(folder.resolve(".entente-compacted"), size + "\n");
        AutoCompaction.of(store, tasks, 1);
        write(99);
        assertThat(store.bytes()).isLessThan(2 * size);
        assertThat(tasks.all()).isEmpty();
    }

    @Test
    void a_small_one_is_left_alone_and_0_is_never() {
        AutoCompaction.of(store, tasks, Long.MAX_VALUE);
        AutoCompaction.of(store, tasks, 0);
        write(99);
        assertThat(tasks.all()).isEmpty();
    }
}
