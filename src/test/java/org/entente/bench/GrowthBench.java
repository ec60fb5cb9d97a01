package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.entente.ShippedCollection;
import org.entente.derive.Rules;
import org.entente.release.SmallTalks;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.CommitValidator;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a store grows when a small collection with the shipped ontology is loaded again and again, and what compaction gives back. */
class GrowthBench {
    private static final int RELOADS = Integer.getInteger("growth.reloads", 50);

    private final Figures figures = new Figures(GrowthBench.class);

    @TempDir
    Path folder;

    @Test
    void reloads() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        SmallTalks.write(home);
        CollectionFiles files = CollectionFiles.at(home);
        Path place = folder.resolve("store");
        try (Store store = Store.onDisk(place, Rules.read(ShippedCollection.FILES.rules()))) {
            System.out.printf("%n%-28s %10s %12s%n", "", "disk (MB)", "files (MB)");
            for (int reload = 0; reload <= RELOADS; reload++) {
                SmallTalks.source(home, "d2", reload % 2 == 0 ? "held" : "announced", "attended");
                new CollectionLoader(store, CommitValidator.OPEN, Clock.systemUTC()).load(files, Progress.SILENT);
                if (reload == 0 || reload == RELOADS) {
                    row(reload + " reloads", store, place);
                }
            }
            long begun = System.nanoTime();
            store.compact(Progress.SILENT);
            row("compacted in %.1f s".formatted((System.nanoTime() - begun) / 1e9), store, place);
            figures.write();
        }
    }

    private void row(String what, Store store, Path place) throws IOException, InterruptedException {
        System.out.printf("%-28s %10.1f %12.1f%n", what, used(place), store.bytes() / 1e6);
        figures.add(what.replaceFirst("compacted.*", "compacted"), 0, Figures.DISK, "Entente", used(place));
    }

    /** What the disk keeps of it. */
    private static double used(Path place) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-sk", place.toString()).start();
        String kilobytes = new String(du.getInputStream().readAllBytes()).split("\\s")[0];
        du.waitFor();
        return Long.parseLong(kilobytes) / 1000.0;
    }
}
