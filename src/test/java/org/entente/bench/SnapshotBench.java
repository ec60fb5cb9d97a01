package org.entente.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Enumeration;
import org.entente.store.Derivation;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.wikidata.SnapshotLoader;
import org.entente.wikidata.SnapshotReport;
import org.junit.jupiter.api.Test;

/** How fast a dump is sifted, and in how much memory: prints figures, holds nothing. */
class SnapshotBench {
    /** As long as an item of Wikidata is on average: some 10 kB, most of it in properties that are not kept. */
    private static final String ITEM = item();

    @Test
    void a_dump_is_sifted() {
        int items = 60_000;
        try (Store store = Store.inMemory(Derivation.NONE)) {
            SnapshotLoader loader = new SnapshotLoader(store, Clock.systemUTC());
            loader.load(dump(5_000), "warm", 0, item -> false, Progress.SILENT);
            System.gc();
            long before = used();
            long[] most = {before};
            long start = System.nanoTime();
            SnapshotReport report = loader.load(
                    dump(items),
                    "dump",
                    0,
                    item -> {
                        if (item.id().endsWith("0000")) {
                            System.gc();
                            most[0] = Math.max(most[0], used());
                        }
                        return false;
                    },
                    Progress.SILENT);
            double seconds = (System.nanoTime() - start) / 1e9;
            double megabytes = (double) items * ITEM.length() / 1e6;
            System.out.printf(
                    "%d items, %.0f MB: %.1f s, %.0f items/s, %.0f MB/s; live memory grew by %.1f MB%n",
                    report.items(), megabytes, seconds, items / seconds, megabytes / seconds, (most[0] - before) / 1e6);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static InputStream dump(int items) {
        return new SequenceInputStream(new Enumeration<>() {
            private int sent;

            @Override
            public boolean hasMoreElements() {
                return sent < items;
            }

            @Override
            public InputStream nextElement() {
                sent++;
                return new ByteArrayInputStream(
                        ITEM.replace("Q1\"", "Q" + sent + "\"").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String item() {
        StringBuilder out = new StringBuilder("{\"type\":\"item\",\"id\":\"Q1\",\"lastrevid\":1,\"labels\":{");
        for (int i = 0; i < 30; i++) {
            out.append(i == 0 ? "" : ",")
                    .append("\"l%c%c\":{\"language\":\"l\",\"value\":\"Erika Muster %d\"}"
                            .formatted('a' + i / 26, 'a' + i % 26, i));
        }
        out.append("},\"claims\":{");
        for (int i = 0; i < 40; i++) {
            out.append(i == 0 ? "" : ",")
                    .append(
                            ("\"P9%d\":[{\"id\":\"Q1$%d\",\"rank\":\"normal\",\"mainsnak\":{\"snaktype\":\"value\",\"property\":"
                                            + "\"P9%d\",\"datavalue\":{\"type\":\"string\",\"value\":\"something of no interest here\"}}}]")
                                    .formatted(i, i, i));
        }
        return out.append("}},\n").toString();
    }
}
