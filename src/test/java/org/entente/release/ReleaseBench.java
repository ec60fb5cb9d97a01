package org.entente.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.entente.ShippedCollection;
import org.entente.execution.CancellationCheck;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What releases of the shipped collection cost, each with one statement more than the one before: {@code mvn -Pbench test
 * -Dtest=ReleaseBench} ({@code -Dentente.releases=20}).
 */
class ReleaseBench {
    private static final int RELEASES = Integer.getInteger("entente.releases", 20);

    @TempDir
    Path shelf;

    @Test
    void releases_of_the_shipped_collection() throws IOException {
        Store store = ShippedCollection.store();
        Releases releases = new Releases(shelf, ShippedCollection.FILES, Clock.systemUTC());
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < RELEASES; i++) {
            int number = i;
            store.write(d -> d.add(
                    Graphs.OWN_AUTHORITY,
                    NodeFactory.createURI("https://w3id.org/entente/id/person/albert-rau"),
                    NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#hiddenLabel"),
                    NodeFactory.createLiteralString("bench " + number)));
            long start = System.nanoTime();
            releases.keep(store, new Keeping("", "", "bench"));
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        List<KeptRelease> all = releases.all();
        System.out.printf(
                Locale.ROOT,
                "%d releases: %,d kB, %,d kB each (%s); keeping one takes %.1f s%n",
                all.size(),
                size(shelf) / 1024,
                size(shelf) / 1024 / all.size(),
                all.getFirst().dumps().stream()
                        .map(f -> f.getFileName() + " " + f.toFile().length() / 1024 + " kB")
                        .toList(),
                seconds.stream().sorted().toList().get(seconds.size() / 2));
        List<Double> opening = new ArrayList<>();
        List<KeptState> open = new ArrayList<>();
        long empty = used();
        for (KeptRelease release : all) {
            long start = System.nanoTime();
            open.add(KeptState.open(release));
            opening.add((System.nanoTime() - start) / 1e9);
            if (open.size() == 2) {
                System.out.printf(Locale.ROOT, "two open releases take %,d MB%n", (used() - empty) / 1_000_000);
            }
            if (open.size() > 2) {
                // As the server does: no more than two.
                open.removeFirst();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "opening takes %.1f s (slowest %.1f); after all %d were opened, the last two take %,d MB%n",
                opening.stream().sorted().toList().get(opening.size() / 2),
                opening.stream().max(Double::compare).orElseThrow(),
                all.size(),
                (used() - empty) / 1_000_000);
        long start = System.nanoTime();
        ReleaseComparison comparison = ReleaseComparison.of(open.getFirst(), open.getLast(), CancellationCheck.NEVER);
        System.out.printf(
                Locale.ROOT,
                "comparing two, %d questions asked of both, takes %.1f s%n",
                comparison.asked(),
                (System.nanoTime() - start) / 1e9);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
