package org.entente.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.ShippedCollection;
import org.entente.check.CollectionValidator;
import org.entente.contact.ContactIndexes;
import org.entente.derive.Rules;
import org.entente.rdf.Finding;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.LoadReport;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads generated collections of growing size as {@code entente load} does, and puts the statements that come out into a store with
 * Jena's own loaders in the same run: {@code mvn -Pbench test -Dtest=LoadBench -Dload.triples=100000,300000,1000000}. Shown are the
 * seconds of processor time of each phase, of all threads, with the collector and the compiler, which takes most of a small load; and
 * with which power of the size each phase grows: 1 is linear, 2 quadratic. Then one source is changed again and again.
 */
class LoadBench {
    private static final int CHANGES = Integer.getInteger("load.changes", 9);
    private static final boolean PEERS = Boolean.parseBoolean(System.getProperty("load.peers", "true"));
    /** Phases that are shorter tell nothing about growth, in seconds. */
    private static final double SHORT = 0.3;

    @TempDir
    Path temporary;

    private final Figures figures = new Figures(LoadBench.class);

    /** What one load took. */
    private record Measured(long triples, Map<String, Double> seconds) {}

    @Test
    void loads() throws Exception {
        List<Measured> all = new ArrayList<>();
        for (String size : System.getProperty("load.triples", "100000,300000").split(",")) {
            Path folder = Files.createDirectory(folder().resolve("load-" + size));
            all.add(measure(Long.parseLong(size.strip()), folder));
            delete(folder);
        }
        growth(all);
        figures.write();
    }

    private Path folder() {
        String given = System.getProperty("load.folder", "");
        return given.isEmpty() ? temporary : Path.of(given);
    }

    private Measured measure(long wanted, Path folder) throws IOException {
        CollectionFiles shipped = ShippedCollection.FILES;
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.copy(shipped.data().resolve("collection.ttl"), data.resolve("collection.ttl"));
        GeneratedCollection generated = new GeneratedCollection(wanted, 7, data);
        generated.write();
        CollectionFiles files = shipped.withData(data);
        Path place = folder.resolve("store");
        Rules rules = Rules.read(files.rules());
        LoadPhases load = new LoadPhases(rules.names());
        try (Store store = Store.onDisk(place, rules)) {
            CollectionValidator validator = CollectionValidator.of(files);
            store.judgeWith(validator);
            CollectionLoader loader = new CollectionLoader(store, validator, Clock.systemUTC());
            LoadReport report = loader.load(files, load);
            load.at("Index of names", 0, 0);
            store.names();
            load.at("Contact index", 0, 0);
            store.read(ContactIndexes::in);
            load.end();
            System.out.printf(
                    "%n%,d statements in %,d files, %,d derived, %d findings; store %,d MB%n",
                    report.triples(),
                    report.files(),
                    report.derived(),
                    report.findings().size(),
                    store.bytes() / 1_000_000);
            if (!report.accepted()) {
                report.findings().stream().filter(Finding::isError).limit(20).forEach(System.out::println);
                throw new IllegalStateException("not loaded");
            }
            load.print();
            note(report.triples(), "load", "Entente", load.whole(), report.derived());
            figures.add("store", report.triples(), Figures.DISK, "Entente", store.bytes() / 1e6);
            change(store, loader, files, generated.someSource(), report.triples());
            if (PEERS) {
                peers(store, files, folder, load, report.triples());
            }
            return new Measured(report.triples(), load.seconds());
        }
    }

    /** One source after another state of it. */
    private void change(Store store, CollectionLoader loader, CollectionFiles files, Path source, long triples)
            throws IOException {
        String text = Files.readString(source);
        List<LoadPhases> runs = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            String other =
                    i % 2 == 0 ? text.replaceFirst("ent:attendance ent:attended", "ent:attendance ent:absent") : text;
            Files.writeString(source, other);
            LoadPhases phases = new LoadPhases();
            LoadReport report = loader.load(files, phases);
            phases.at("Index of names", 0, 0);
            store.names();
            phases.at("Contact index", 0, 0);
            store.read(ContactIndexes::in);
            phases.end();
            if (!report.accepted()) {
                throw new IllegalStateException(report.findings().toString());
            }
            runs.add(phases);
        }
        if (!runs.isEmpty()) {
            double seconds = LoadPhases.printMedian("one source changed", runs);
            note(triples, "one source changed", "Entente", seconds, 0);
        }
    }

    /** The statements of the store, written down and loaded by Jena; and the files of the collection, parsed twice. */
    private void peers(Store store, CollectionFiles files, Path folder, LoadPhases ours, long triples)
            throws IOException {
        Path quads = folder.resolve("all.nq");
        long[] count = new long[1];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(quads), 1 << 20)) {
            store.read(dataset -> {
                var stream = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
                stream.start();
                dataset.find().forEachRemaining(quad -> {
                    stream.quad(quad);
                    count[0]++;
                });
                stream.finish();
                return null;
            });
        }
        LoadPhases bulk = jena(folder.resolve("bulk"), dataset -> {
            var loader = LoaderFactory.parallelLoader(dataset, (format, args) -> {});
            loader.startBulk();
            loader.load(quads.toString());
            loader.finishBulk();
        });
        LoadPhases basic = jena(
                folder.resolve("transaction"),
                dataset -> Txn.executeWrite(
                        dataset, () -> RDFDataMgr.read(dataset, quads.toUri().toString())));
        LoadPhases parsing = new LoadPhases();
        for (int i = 0; i < 2; i++) {
            files.files()
                    .forEach(file ->
                            RDFParser.source(file.path()).lang(Lang.TURTLE).parse(StreamRDFLib.sinkNull()));
        }
        parsing.end();
        LoadPhases best = bulk.whole() < basic.whole() ? bulk : basic;
        double theirs = best.whole() + parsing.whole();
        double compiled = best.compiler() + parsing.compiler();
        System.out.printf(
                Locale.ROOT,
                "Jena: %,d statements by its parallel loader %.1f s, in one transaction %.1f s; the files parsed twice %.1f s%n"
                        + "Entente %.1f s is %.2f times (the lesser loader + parsing twice);"
                        + " without the compiler, %.1f and %.1f s, it is %.2f times%n",
                count[0],
                bulk.whole(),
                basic.whole(),
                parsing.whole(),
                ours.whole(),
                ours.whole() / theirs,
                ours.compiler(),
                compiled,
                (ours.whole() - ours.compiler()) / (theirs - compiled));
        note(triples, "load", "TDB2 and parsing twice", theirs, count[0]);
    }

    private interface Loading {
        void into(DatasetGraph dataset);
    }

    private static LoadPhases jena(Path place, Loading loading) throws IOException {
        DatasetGraph dataset =
                DatabaseMgr.connectDatasetGraph(Files.createDirectory(place).toString());
        LoadPhases phases = new LoadPhases();
        loading.into(dataset);
        phases.end();
        TDBInternal.expel(dataset);
        delete(place);
        return phases;
    }

    /** With which power of the size each phase grew, from size to size. */
    private static void growth(List<Measured> all) {
        for (int i = 1; i < all.size(); i++) {
            Measured small = all.get(i - 1);
            Measured large = all.get(i);
            double size = Math.log((double) large.triples() / small.triples());
            System.out.printf(
                    "%nGrowth from %,d to %,d statements, the power of the size:%n", small.triples(), large.triples());
            large.seconds().forEach((phase, seconds) -> {
                double before = small.seconds().getOrDefault(phase, 0.0);
                if (seconds >= SHORT && before > 0.01) {
                    System.out.printf(Locale.ROOT, "  %-38s %5.2f%n", phase, Math.log(seconds / before) / size);
                }
            });
        }
    }

    private void note(long triples, String question, String engine, double seconds, long rows) {
        figures.time(question, triples, engine, 1000 * seconds, Double.NaN, Double.NaN, rows);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
