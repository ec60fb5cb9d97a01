package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Polls files and runs an action when they changed. Because an editor may write several files, the action waits until
 * two polls in a row see the same state. Polling works on every file system; notifications of the system do not.
 */
final class FileWatcher implements AutoCloseable {
    private final Duration interval;
    private final List<Watched> all = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch");
        thread.setDaemon(true);
        return thread;
    });

    FileWatcher(Duration interval) {
        this.interval = interval;
    }

    /**
     * Watches files from now on. Changes before {@link #start} count at the first poll.
     *
     * @param changed the action, which runs on the watcher's thread and must not throw
     */
    void watch(Supplier<List<Path>> files, Runnable changed) {
        all.add(new Watched(files, changed));
    }

    void start() {
        timer.scheduleWithFixedDelay(
                () -> all.forEach(Watched::look), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    private static final class Watched {
        private final Supplier<List<Path>> files;
        private final Runnable changed;
        private long known;
        private long before;

        Watched(Supplier<List<Path>> files, Runnable changed) {
            this.files = files;
            this.changed = changed;
            this.known = sign();
            this.before = known;
        }

        void look() {
            long now = sign();
            boolean quiet = now == before;
            before = now;
            if (quiet && now != known) {
                known = now;
                changed.run();
            }
        }

        /** A hash of names, sizes and dates; it stays the same while no file changes. */
        private long sign() {
            long sign = 17;
            try {
                for (Path path : files.get()) {
                    sign = 31 * sign + path.hashCode();
                    sign = 31 * sign + Files.size(path);
                    sign = 31 * sign + Files.getLastModifiedTime(path).toMillis();
                }
            } catch (IOException | RuntimeException e) {
                sign = 31 * sign + 1; // a file was deleted meanwhile; the next poll sees the rest
            }
            return sign;
        }
    }
}
