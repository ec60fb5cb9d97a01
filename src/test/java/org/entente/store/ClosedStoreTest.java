package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that is closed while somebody reads it. */
class ClosedStoreTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void whoever_reads_ends_first_and_nobody_begins_any_more() throws Exception {
        for (Store store : List.of(Store.inMemory(Derivation.NONE), Store.onDisk(folder, Derivation.NONE))) {
            CountDownLatch inside = new CountDownLatch(1);
            CompletableFuture<Boolean> reader = new CompletableFuture<>();
            store.keepWarm("slow reader", dataset -> {
                inside.countDown();
                try {
                    TimeUnit.MILLISECONDS.sleep(700);
                    reader.complete(dataset.isEmpty());
                } catch (InterruptedException | RuntimeException e) {
                    reader.completeExceptionally(e);
                }
            });
            inside.await();
            store.close();
            assertThat(reader).isCompletedWithValue(true);
            assertThatThrownBy(() -> store.read(dataset -> null))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The store is closed.");
        }
    }
}
