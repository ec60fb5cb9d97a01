package org.entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.derive.Rules;
import org.entente.store.CollectionLoader;
import org.entente.store.CommitValidator;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.store.Release;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves the old state, whole. Two kills of many: {@code mvn -Pcrash test} has the others. */
class KilledLoadTest {
    @TempDir
    Path folder;

    @Slow
    @Test
    @Timeout(120)
    void a_start_and_then_a_load_that_are_killed_leave_a_store_that_opens_with_the_old_state_and_can_be_loaded()
            throws Exception {
        EntenteProcess entente = new EntenteProcess(folder);
        Path store = folder.resolve("store");
        Path small = entente.collection("small", 10);

        Process first = entente.load(store, small);
        while (first.isAlive() && KilledCommandCrash.size(store, "OSP.idn") < 0) {
            Thread.onSpinWait();
        }
        KilledCommandCrash.kill(first);
        Release before = load(entente, store, small);
        assertThat(before.isLoaded()).isTrue();
        try (var entries = Files.list(store)) {
            assertThat(entries.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith(".entente-unfinished-"));
        }

        Process second = entente.load(store, entente.collection("large", 3_000));
        long written = KilledCommandCrash.size(store, "nodes-data.obj");
        while (second.isAlive() && KilledCommandCrash.size(store, "nodes-data.obj") <= written) {
            Thread.onSpinWait();
        }
        assertThat(second.isAlive()).as("it was killed while it wrote").isTrue();
        KilledCommandCrash.kill(second);
        try (Store reopened = open(store)) {
            assertThat(reopened.release()).isEqualTo(before);
            assertThat(WholeStore.problems(reopened)).isEmpty();
            assertThat(reopened.<Integer>read(
                            d -> d.getGraph(Graphs.source("bulk")).size()))
                    .isEqualTo(3 * 10);
        }
        assertThat(load(entente, store, entente.collection("other", 20)).id()).isNotEqualTo(before.id());
    }

    private static Release load(EntenteProcess entente, Path folder, Path data) {
        try (Store store = open(folder)) {
            assertThat(new CollectionLoader(store, CommitValidator.OPEN, Clock.systemUTC())
                            .load(entente.files(data), Progress.SILENT)
                            .accepted())
                    .isTrue();
            return store.release();
        }
    }

    private static Store open(Path folder) {
        return Store.onDisk(folder, Rules.read(ShippedCollection.FILES.rules()));
    }
}
