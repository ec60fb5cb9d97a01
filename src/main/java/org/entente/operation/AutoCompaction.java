package org.entente.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.entente.store.Store;
import org.entente.text.ExceptionText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compacts a store by itself once its files are large and have doubled since the last time. */
public final class AutoCompaction {
    private static final Logger LOG = LoggerFactory.getLogger("entente.compaction");
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();
    /** File in the folder of a store: how large it was when it was compacted by itself. */
    private static final String SIZE = ".entente-compacted";

    private final Store store;
    private final Path folder;
    private final Tasks tasks;
    private final long above;
    private volatile long looked = System.nanoTime() - PAUSE_NANOS;

    private AutoCompaction(Store store, Path folder, Tasks tasks, long above) {
        this.store = store;
        this.folder = folder;
        this.tasks = tasks;
        this.above = above;
    }

    /** @param above size of the files in bytes; 0 for never */
    public static void of(Store store, Tasks tasks, long above) {
        if (above > 0) {
            store.folder().ifPresent(folder -> {
                AutoCompaction compaction = new AutoCompaction(store, folder, tasks, above);
                store.afterCommit(compaction::look);
            });
        }
    }

    /** After each write, but not all the time. */
    private void look() {
        if (System.nanoTime() - looked < PAUSE_NANOS) {
            return;
        }
        looked = System.nanoTime();
        long size = store.bytes();
        if (size <= above || size < 2 * lastSize()) {
            return;
        }
        try {
            tasks.start("compaction", progress -> {
                store.compact(progress);
                long now = store.bytes();
                remember(now);
                LOG.info("The store was compacted: {} MB before, {} MB now", size / 1_000_000, now / 1_000_000);
                return "%d MB before, %d MB now.".formatted(size / 1_000_000, now / 1_000_000);
            });
        } catch (OperationException e) {
            // Another task is running; after a later write it is tried again.
        }
    }

    private long lastSize() {
        try {
            return Long.parseLong(Files.readString(folder.resolve(SIZE)).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private void remember(long size) {
        try {
            Files.writeString(folder.resolve(SIZE), size + "\n", StandardCharsets.US_ASCII);
        } catch (IOException e) {
            LOG.warn("The size of the compacted store cannot be kept: {}", ExceptionText.of(e));
        }
    }
}
