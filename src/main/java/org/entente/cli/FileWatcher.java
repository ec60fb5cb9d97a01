package org.entente.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.entente.store.LoadReport;
import org.entente.store.Progress;

/** Loads the collection again when its files change, once they have been quiet for a moment. */
final class FileWatcher implements AutoCloseable {
    /** Watches nothing. */
    static final FileWatcher NONE = new FileWatcher(null);

    private static final long SECONDS = 2;

    private final ScheduledExecutorService timer;

    private FileWatcher(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** @param loaded what {@code touched()} said before the load, so that an edit during the load is seen */
    static FileWatcher over(Application workshop, Console console, long loaded) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "watch");
            thread.setDaemon(true);
            return thread;
        });
        Round round = new Round(workshop, console, loaded);
        timer.scheduleWithFixedDelay(round, SECONDS, SECONDS, TimeUnit.SECONDS);
        return new FileWatcher(timer);
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdown();
        }
    }

    /** One look at the files. An editor may write several: a load waits until two looks see the same. */
    private static final class Round implements Runnable {
        private final Application workshop;
        private final Console console;
        private long loaded;
        private long before;

        Round(Application workshop, Console console, long loaded) {
            this.workshop = workshop;
            this.console = console;
            this.loaded = loaded;
            this.before = workshop.collection().touched();
        }

        @Override
        public void run() {
            try {
                long now = workshop.collection().touched();
                boolean quiet = now == before;
                before = now;
                if (now == loaded || !quiet) {
                    return;
                }
                loaded = now;
                if (workshop.isStale()) {
                    load();
                }
            } catch (RuntimeException e) {
                console.say(
                        "The changed files cannot be loaded: " + e.getMessage() + " Still serving the previous state.");
            }
        }

        private void load() {
            LoadReport report = workshop.load(Progress.SILENT);
            console.findings(report);
            if (report.accepted()) {
                console.counts("Reloaded", report);
            } else {
                console.say("The changed files cannot be loaded (" + Console.count(report.errors(), "error")
                        + ", listed above). Still serving the previous state.");
            }
        }
    }
}
