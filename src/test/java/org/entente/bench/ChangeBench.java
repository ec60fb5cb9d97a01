package org.entente.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.entente.ShippedCollection;
import org.entente.check.CollectionValidator;
import org.entente.contact.ContactIndexes;
import org.entente.derive.Rules;
import org.entente.rdf.Finding;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.Graphs;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CPU of a load, of loads after one source has changed, and of one statement that is written, in the phases of a load. {@code
 * -Dchange.copies=4}: the shipped collection so many times, with other people, offices, events and sources.
 */
class ChangeBench {
    private static final int COPIES = Integer.getInteger("change.copies", 1);
    private static final int CHANGES = Integer.getInteger("change.changes", 12);

    private final Figures figures = new Figures(ChangeBench.class);

    @TempDir
    Path folder;

    @Test
    void changes() throws Exception {
        CollectionFiles files = ShippedCollection.copiedTo(folder.resolve("data"));
        for (int copy = 2; copy <= COPIES; copy++) {
            RepeatedCollection.add(files.data(), copy);
        }
        Path place = folder.resolve("store");
        CollectionValidator validator = CollectionValidator.of(files);
        try (Store store = Store.onDisk(place, Rules.read(files.rules()))) {
            store.judgeWith(validator);
            CollectionLoader loader = new CollectionLoader(store, validator, Clock.systemUTC());
            Phases first = new Phases();
            LoadReport report = loader.load(files, first);
            first.end();
            System.out.printf(
                    "%n%d files, %,d triples, %,d derived, %d findings%n",
                    report.files(),
                    report.triples(),
                    report.derived(),
                    report.findings().size());
            if (!report.accepted()) {
                report.findings().stream().filter(Finding::isError).limit(20).forEach(System.out::println);
                throw new IllegalStateException("not loaded");
            }
            print("first load", List.of(first));
            measure(store, loader, files);
        }
        System.gc();
        try (Store store = Store.onDisk(place, Rules.read(files.rules()))) {
            CollectionValidator fresh = CollectionValidator.of(files);
            store.judgeWith(fresh);
            Phases write = new Phases();
            write(store, 1000);
            write.end();
            print("first write after a start", List.of(write));
        }
        try (Store store = Store.onDisk(place, Rules.read(files.rules()))) {
            store.judgeWith(CollectionValidator.of(files));
            store.prepareWrites();
            // Whoever writes now waits until it is done.
            Thread.sleep(500);
            Phases write = new Phases();
            write(store, 2000);
            write.end();
            print("the same, prepared", List.of(write));
        }
        figures.write();
    }

    private void measure(Store store, CollectionLoader loader, CollectionFiles files) throws IOException {
        List<Phases> loads = new ArrayList<>();
        List<Phases> writes = new ArrayList<>();
        List<Phases> names = new ArrayList<>();
        List<Phases> contacts = new ArrayList<>();
        Path source = files.data().resolve("sources/d035.ttl");
        String text = Files.readString(source);
        for (int i = 0; i < CHANGES; i++) {
            Files.writeString(
                    source,
                    i % 2 == 0 ? text.replace("ent:attendance ent:attended", "ent:attendance ent:absent") : text);
            Phases load = new Phases();
            LoadReport report = loader.load(files, load);
            load.end();
            loads.add(load);
            if (!report.accepted()) {
                throw new IllegalStateException(report.findings().toString());
            }
            Phases name = new Phases();
            store.names();
            name.end();
            names.add(name);
            Phases contact = new Phases();
            store.read(ContactIndexes::in);
            contact.end();
            contacts.add(contact);
            Phases write = new Phases();
            write(store, i);
            write.end();
            writes.add(write);
        }
        print("one source changed", loads);
        print("index of names", names);
        print("contact index", contacts);
        print("one statement written", writes);
    }

    private static void write(Store store, int i) {
        store.writeJudged(d -> d.add(
                Graphs.OWN_AUTHORITY,
                NodeFactory.createURI(Ent.ID + "person/roland-weigert"),
                RDFS.comment.asNode(),
                NodeFactory.createLiteralLang("comment " + i, "en")));
    }

    /** Phases of a load with their CPU: of the thread, and of the process with its collector and compiler. */
    private static final class Phases implements Progress {
        private final Map<String, Long> nanos = new LinkedHashMap<>();
        private String at = "Before";
        private long since = cpu();
        private final long begun = process();
        private long whole;

        @Override
        public void at(String step, long done, long total) {
            if (!step.equals(at)) {
                turn(step);
            }
        }

        private void turn(String step) {
            long now = cpu();
            nanos.merge(at, now - since, Long::sum);
            at = step;
            since = now;
        }

        void end() {
            turn("");
            whole = process() - begun;
        }

        private static long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private static long process() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }

    /** Of each phase the median of the second half of the runs. */
    private void print(String what, List<Phases> runs) {
        List<Phases> warm = runs.subList(runs.size() / 2, runs.size());
        StringBuilder line = new StringBuilder();
        warm.getFirst()
                .nanos
                .keySet()
                .forEach(phase -> line.append(" %s %.0f,"
                        .formatted(
                                phase,
                                warm.stream()
                                                .mapToLong(r -> r.nanos.getOrDefault(phase, 0L))
                                                .sorted()
                                                .skip(warm.size() / 2)
                                                .findFirst()
                                                .orElse(0)
                                        / 1e6)));
        double all = warm.stream()
                        .mapToLong(r -> r.nanos.values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .sorted()
                        .skip(warm.size() / 2)
                        .findFirst()
                        .orElse(0)
                / 1e6;
        double process = warm.stream()
                        .mapToLong(r -> r.whole)
                        .sorted()
                        .skip(warm.size() / 2)
                        .findFirst()
                        .orElse(0)
                / 1e6;
        figures.time(what + (COPIES > 1 ? "; copies: " + COPIES : ""), 0, "Entente", all, Double.NaN, Double.NaN, 0);
        System.out.printf("%-28s %8.0f ms CPU (process %.0f):%s heap %.0f MB%n", what, all, process, line, heap());
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
