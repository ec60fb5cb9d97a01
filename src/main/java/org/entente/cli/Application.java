package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.entente.check.CollectionValidator;
import org.entente.contact.ContactIndexes;
import org.entente.derive.Rules;
import org.entente.query.QueryCatalog;
import org.entente.rdf.Finding;
import org.entente.sparql.InternalQuery;
import org.entente.store.Changes;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.CommitValidator;
import org.entente.store.Derivation;
import org.entente.store.Deriver;
import org.entente.store.Graphs;
import org.entente.store.JudgedChanges;
import org.entente.store.LoadReport;
import org.entente.store.LoadedFile;
import org.entente.store.Progress;
import org.entente.store.Release;
import org.entente.store.SourceLocations;
import org.entente.store.Store;
import org.entente.text.SourceTexts;
import org.entente.vocab.Ent;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application for one collection: a store that derives by the collection's rules, and loads that are validated by
 * its shapes and checks. These are read again for every load, so that changes need no restart.
 */
final class Application implements AutoCloseable {
    static {
        // Before anything else of Jena: some of its classes cannot be the first that is loaded.
        JenaSystem.init();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    /** What nobody waits for begins so long after the start, so that the first answers are quick. */
    static final Duration AFTER_THE_START = Duration.ofSeconds(10);
    /** What most people wait for soon begins when whoever waited for the start has been answered. */
    static final Duration AFTER_FIRST_ANSWERS = Duration.ofSeconds(1);

    private final CollectionFiles collection;
    private final CurrentRules rules;
    private final Store store;
    private @Nullable CollectionValidator validator;

    /** Derives by the rules that were read last; they are read when something is derived for the first time. */
    private static final class CurrentRules implements Derivation {
        private final CollectionFiles collection;
        private @Nullable Rules rules;

        CurrentRules(CollectionFiles collection) {
            this.collection = collection;
        }

        /** Reads the rules; if they say the same as before, what is known from those goes on to count. */
        synchronized void read() {
            Rules read = Rules.read(collection.rules(), collection.description().ids());
            if (rules == null || !read.saysTheSame(rules)) {
                rules = read;
            }
        }

        synchronized Rules rules() {
            if (rules == null) {
                read();
            }
            return Objects.requireNonNull(rules);
        }

        @Override
        public Deriver forStore() {
            return new Deriver() {
                private @Nullable Rules used;
                private Deriver deriver = (dataset, changes) -> {};

                @Override
                public void derive(DatasetGraph dataset, Changes changes) {
                    derive(dataset, changes, Progress.SILENT);
                }

                @Override
                public void derive(DatasetGraph dataset, Changes changes, Progress progress) {
                    Rules now = rules();
                    if (used != now) {
                        used = now;
                        deriver = now.forStore();
                    }
                    deriver.derive(dataset, changes, progress);
                }

                @Override
                public OptionalLong derived() {
                    return deriver.derived();
                }
            };
        }
    }

    /** Judges by shapes and checks that are read at the first write. */
    private final class LaterValidator implements CommitValidator {
        @Override
        public List<Finding> ofFiles(List<LoadedFile> files) {
            return validator().ofFiles(files);
        }

        @Override
        public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
            return validator().ofDataset(dataset, positions);
        }

        @Override
        public List<Finding> ofDataset(DatasetGraph dataset, JudgedChanges difference, SourceLocations positions) {
            return validator().ofDataset(dataset, difference, positions);
        }
    }

    private Application(CollectionFiles collection, CurrentRules rules, Store store) {
        this.collection = collection;
        this.rules = rules;
        this.store = store;
    }

    static Application open(CollectionOptions options) {
        CollectionFiles collection = options.collection();
        CurrentRules rules = new CurrentRules(collection);
        return new Application(collection, rules, options.open(rules));
    }

    /** With the store of the options, into which the collection is loaded if it is empty. */
    static Application loaded(CollectionOptions options, Console console) {
        return loaded(open(options), console);
    }

    /** With the store that the options name, or else one in memory that is discarded at the end. */
    static Application forReading(CollectionOptions options) {
        return options.namesStore() ? open(options) : inMemory(options);
    }

    /** As {@link #forReading}, with the collection loaded. */
    static Application loadedForReading(CollectionOptions options, Console console) {
        return loaded(forReading(options), console);
    }

    private static Application loaded(Application application, Console console) {
        try {
            application.loadIfEmpty(console);
            return application;
        } catch (RuntimeException | Error e) {
            application.close();
            throw e;
        }
    }

    /** An application whose store is in memory and discarded at the end. */
    static Application inMemory(CollectionOptions options) {
        CollectionFiles collection = options.collection();
        CurrentRules rules = new CurrentRules(collection);
        return new Application(collection, rules, Store.inMemory(rules));
    }

    Store store() {
        return store;
    }

    CollectionFiles collection() {
        return collection;
    }

    /** Whether the files differ from what the store holds, also where an earlier load was killed before its end. */
    boolean isStale() {
        Release release = store.release();
        return !release.isSetBack() && (!release.files().equals(collection.contentId()) || lacksSnapshot());
    }

    private boolean lacksSnapshot() {
        return store.read(dataset -> collection.snapshots().stream().anyMatch(file -> {
            try {
                Snapshot snapshot = Snapshot.in(dataset);
                return !snapshot.holds(file) && !snapshot.refused(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    LoadReport load(Progress progress) {
        LoadReport report = loader().load(collection, progress);
        return report.accepted() ? withSnapshot(report, progress) : report;
    }

    /** The state of the store together with the canned queries: its id is what pages cite. */
    Release release() {
        return store.release().answeredBy(QueryCatalog.edition(List.of(collection.queries())));
    }

    /** Loads the snapshots of Wikidata in the collection; items that are newer in the store are kept. */
    private LoadReport withSnapshot(LoadReport report, Progress progress) {
        List<Finding> findings = new ArrayList<>(report.findings());
        SnapshotLoader snapshots = new SnapshotLoader(store, Clock.systemUTC());
        for (Path file : collection.snapshots()) {
            findings.addAll(snapshots.load(file, item -> true, progress).findings());
        }
        return new LoadReport(
                report.files(),
                report.sources(),
                report.triples(),
                report.derived(),
                release().id(),
                findings);
    }

    /** Loads the collection unless the store holds one already. */
    void loadIfEmpty(Console console) {
        if (store.release().isLoaded()) {
            return;
        }
        LoadReport report = load(console.progress());
        if (!report.accepted()) {
            console.findings(report);
        }
        // Without its snapshot of Wikidata a collection can be used.
        if (!store.release().isLoaded()) {
            throw new CommandException("The collection cannot be loaded: see the findings above.");
        }
    }

    /** What a load would find, and what the texts of the sources say to it. */
    LoadReport check(SourceTexts texts, Progress progress) {
        rules.read();
        return loader(validatorReadAgain().with(texts)).check(collection, progress);
    }

    /** The canned queries of the collection. */
    QueryCatalog catalog() {
        return catalog(collection);
    }

    /** The canned queries of a collection. */
    static QueryCatalog catalog(CollectionFiles collection) {
        return QueryCatalog.read(collection.queries());
    }

    /** The same, read when the first of them is asked for. */
    static QueryCatalog catalogLater(CollectionFiles collection) {
        return QueryCatalog.later(List.of(collection.queries()));
    }

    /** Parses the internal queries of the program and looks their terms up in the loaded ontology; what is wrong, a line each. */
    List<String> problemsOfInternalQueries() {
        return InternalQuery.problems(store.read(dataset -> Stream.of(Graphs.ONTOLOGY, Graphs.VOCABULARY)
                .flatMap(graph -> dataset.getGraph(graph).find(Node.ANY, RDF.type.asNode(), Node.ANY).toList().stream())
                .map(Triple::getSubject)
                .filter(term -> term.isURI() && term.getURI().startsWith(Ent.NS))
                .map(term -> term.getURI().substring(Ent.NS.length()))
                .collect(Collectors.toSet())));
    }

    /** @throws CommandException with the problems, if there are some */
    static void requireNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new CommandException(
                    "Queries of the program do not fit the ontology:\n" + String.join("\n", problems));
        }
    }

    /**
     * Validates writes over HTTP in the same way as loads. If no load read the shapes and checks before, they are those that an earlier
     * load read without a complaint: the first write reads them.
     */
    synchronized void judgeWrites() {
        if (validator == null) {
            store.judgeWith(new LaterValidator());
        }
    }

    /**
     * Builds the indexes of names and contacts in the background, behind the first answers: an answer that needs one earlier builds it
     * itself. After every commit they are built again.
     */
    void keepIndexes() {
        later("indexes", AFTER_FIRST_ANSWERS, () -> {
            store.keepNamesWarm();
            ContactIndexes.keepWarm(store);
        });
    }

    /**
     * Gets ready for the first write in the background, but after the first answers.
     *
     * @param expected whether somebody is going to write; then everything is derived and judged, else rules, shapes and checks are only read
     */
    void prepareWrites(boolean expected) {
        later("rules-and-shapes", AFTER_THE_START, () -> {
            rules.rules();
            validator();
            if (expected) {
                store.prepareWrites();
            }
        });
    }

    /** Does in the background, some time from now, what is done anyway when it is needed earlier. */
    private static void later(String name, Duration wait, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                Thread.sleep(wait);
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.debug("{} were not made ahead of their first use", name, e);
            }
        });
    }

    private synchronized CollectionValidator validator() {
        if (validator == null) {
            validator = CollectionValidator.of(collection);
        }
        return validator;
    }

    private synchronized CollectionValidator validatorReadAgain() {
        validator = validator == null ? CollectionValidator.of(collection) : validator.reread(collection);
        return validator;
    }

    private CollectionLoader loader() {
        rules.read();
        return loader(validatorReadAgain());
    }

    private CollectionLoader loader(CollectionValidator acceptance) {
        store.judgeWith(acceptance);
        return new CollectionLoader(store, acceptance, Clock.systemUTC());
    }

    @Override
    public void close() {
        store.close();
    }
}
