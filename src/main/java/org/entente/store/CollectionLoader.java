package org.entente.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Loads a collection into a store. All files are read and all findings listed. If there are no errors, one write
 * transaction replaces the graphs, runs the rules and validates the result. On any error the store stays as it was.
 */
public final class CollectionLoader {
    /** Statements that wait in memory to be written; files with more are read once more. */
    private static final long MOST_WAITING = 500_000;

    private final Store store;
    private final CommitValidator validator;
    private final Clock clock;

    public CollectionLoader(Store store, CommitValidator validator, Clock clock) {
        this.store = store;
        this.validator = validator;
        this.clock = clock;
    }

    /** A loader that validates as the store does for writes from outside. */
    public static CollectionLoader of(Store store) {
        return new CollectionLoader(store, store.validator(), Clock.systemUTC());
    }

    /**
     * Loads with other texts of some files, which are written just before the commit: files and store have them all, or none of them.
     *
     * @param texts of files in {@code authority/} or {@code sources/}
     * @throws StoreException if somebody has changed a file meanwhile, or one cannot be written; nothing is committed
     */
    public LoadReport load(CollectionFiles collection, List<FileText> texts, Progress progress) {
        List<Rewritten> rewritten = texts.stream().map(Rewritten::new).toList();
        try {
            return run(collection, progress, true, texts, rewritten);
        } catch (RuntimeException e) {
            rewritten.forEach(Rewritten::takeBack);
            throw e;
        }
    }

    /** Loads and commits, unless there are errors. */
    public LoadReport load(CollectionFiles collection, Progress progress) {
        return run(collection, progress, true, List.of(), List.of());
    }

    /** Does everything that {@link #load} does except the commit. */
    public LoadReport check(CollectionFiles collection, Progress progress) {
        return run(collection, progress, false, List.of(), List.of());
    }

    private LoadReport run(
            CollectionFiles collection,
            Progress progress,
            boolean commit,
            List<FileText> texts,
            List<Rewritten> rewritten) {
        SortedMap<String, String> digests = collection.digestsWith(texts);
        String release = CollectionFiles.contentId(digests);
        List<Finding> findings = new ArrayList<>();
        StagedDataset staged = store.awaitsFirstLoad() ? new StagedDataset() : null;
        List<LoadedFile> files = read(collection, digests, progress, findings, texts, staged);
        findings.addAll(UnreadFiles.findings(collection));
        progress.at("Terms and references", 0, 0);
        findings.addAll(validator.ofFiles(files));
        if (files.stream()
                .noneMatch(f -> Graphs.isSource(f.graph()) || f.graph().equals(Graphs.AUTHORITY))) {
            findings.add(new Finding(
                    Severity.ERROR,
                    collection.data().toString(),
                    0,
                    0,
                    "no-data",
                    "there is no Turtle file in authority/ or sources/ of this folder",
                    "Check the folder; an empty collection never replaces another one."));
        }
        long triples = files.stream().mapToLong(f -> f.outline().triples()).sum();
        int sources =
                (int) files.stream().filter(f -> Graphs.isSource(f.graph())).count();
        if (findings.stream().anyMatch(Finding::isError)) {
            return new LoadReport(files.size(), sources, triples, 0, release, sorted(findings));
        }
        long[] derived = new long[1];
        LoadedGraphs graphs = LoadedGraphs.of(files);
        Consumer<LoadTarget> steps = target -> {
            LoadedState state = new LoadedState(release, "", clock.instant(), graphs.names());
            graphs.summed(target.announce(state, collection.rulesId()));
            progress.at("Rules", 0, 0);
            target.derive(progress);
            derived[0] = target.countDerived();
            progress.at("Shapes and checks", 0, 0);
            findings.addAll(target.judge(validator, positions(files), progress));
            if (!commit || findings.stream().anyMatch(Finding::isError)) {
                throw new NotCommitted();
            }
            rewritten.forEach(Rewritten::write);
            progress.at("Committing", 0, 0);
        };
        progress.at("Writing", 0, triples);
        try {
            if (staged == null || !store.loadFirst(staged, steps)) {
                store.write(dataset -> {
                    findings.addAll(LoadGuard.findings(dataset, collection, files));
                    if (findings.stream().anyMatch(Finding::isError)) {
                        throw new NotCommitted();
                    }
                    replaceGraphs(dataset, graphs.others(store.loadedGraphs(), dataset), graphs, triples, progress);
                    steps.accept(store.target());
                });
            }
            store.loaded(graphs);
            graphs.forgetFiles();
        } catch (NotCommitted e) {
            // aborted on purpose: for a check, or for errors that the report lists
        }
        return new LoadReport(files.size(), sources, triples, derived[0], release, sorted(findings));
    }

    private static SourceLocations positions(List<LoadedFile> files) {
        return SourceLocations.of(
                files.stream().map(file -> file.outline().subjects()).toList());
    }

    private static List<LoadedFile> read(
            CollectionFiles collection,
            SortedMap<String, String> digests,
            Progress progress,
            List<Finding> findings,
            List<FileText> texts,
            @Nullable BulkWriter staged) {
        List<CollectionFiles.SourceFile> paths = collection.filesWith(texts);
        List<LoadedFile> files = new ArrayList<>();
        long waiting = 0;
        FileReadings readings = new FileReadings(collection.description().ids());
        for (CollectionFiles.SourceFile source : paths) {
            progress.at("Reading", files.size(), paths.size());
            FileReadings.Reading reading = texts.stream()
                    .filter(one -> one.file().equals(source.path()))
                    .findFirst()
                    .map(one -> readings.of(source, one.text()))
                    .orElseGet(() -> readings.withHash(source, digests.get(collection.place(source.path()))));
            findings.addAll(reading.findings());
            LoadedFile file = reading.file();
            files.add(file);
            if (staged != null) {
                staged.addAll(
                        file.graph(),
                        file.triples().stream().map(LocatedTriple::triple).iterator());
            }
            waiting += file.outline().triples();
            if (staged != null || waiting > MOST_WAITING) {
                file.forget();
            }
        }
        return files;
    }

    /**
     * Brings the graphs to what the files say, statement by statement: those of the previous load that no file brings any more go, and
     * graphs that were written by others are kept.
     *
     * @param others the graphs that may say something else
     */
    private static void replaceGraphs(
            DatasetGraph dataset, Set<Node> others, LoadedGraphs graphs, long triples, Progress progress) {
        for (Node earlier : ReleaseGraph.parts(dataset)) {
            if (!graphs.has(earlier)) {
                dataset.removeGraph(earlier);
            }
        }
        long[] done = new long[1];
        for (Node graph : graphs.names()) {
            List<LoadedFile> files = graphs.files(graph);
            if (others.contains(graph)) {
                Set<Triple> wanted = new LinkedHashSet<>();
                files.forEach(file -> file.triples().forEach(located -> wanted.add(located.triple())));
                removeOthers(dataset, graph, wanted);
                for (Triple triple : wanted) {
                    dataset.add(graph, triple.getSubject(), triple.getPredicate(), triple.getObject());
                    if (++done[0] % 10_000 == 0) {
                        progress.at("Writing", done[0], triples);
                    }
                }
            }
            files.forEach(LoadedFile::forget);
        }
    }

    /** Deletes what is in the graph and not wanted; what is there as it is wanted needs not be added again. */
    private static void removeOthers(DatasetGraph dataset, Node graph, Set<Triple> wanted) {
        List<Quad> others = new ArrayList<>();
        dataset.findNG(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!wanted.remove(quad.asTriple())) {
                others.add(quad);
            }
        });
        others.forEach(dataset::delete);
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparingInt(Finding::line)
                        .thenComparingInt(Finding::column))
                .toList();
    }

    private static final class NotCommitted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotCommitted() {
            super(null, null, false, false);
        }
    }
}
