package org.entente;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.check.CollectionValidator;
import org.entente.derive.Rules;
import org.entente.query.QueryCatalog;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.wikidata.SnapshotLoader;

/** The collection that ships, loaded once for all tests that only read it. */
public final class ShippedCollection {
    /** The root of the project: tests run there. */
    public static final Path HOME = Path.of("").toAbsolutePath();

    public static final CollectionFiles FILES = CollectionFiles.at(HOME);

    private ShippedCollection() {}

    /** Loaded once, and then closed, so that its files can be copied. */
    private static final class Untouched {
        static final Path FOLDER = temporaryFolder();
        static final CollectionValidator VALIDATOR = CollectionValidator.of(FILES);
        static final LoadReport REPORT;

        static {
            try (Store store = open(FOLDER)) {
                REPORT = new CollectionLoader(store, VALIDATOR, Clock.systemUTC()).load(FILES, Progress.SILENT);
            }
            if (!REPORT.accepted()) {
                throw new IllegalStateException(
                        REPORT.findings().stream().map(Object::toString).collect(Collectors.joining("\n")));
            }
        }
    }

    private static final class Loaded {
        static final Store STORE = copy(temporaryFolder());

        static {
            for (Path snapshot : FILES.snapshots()) {
                new SnapshotLoader(STORE, Clock.systemUTC()).load(snapshot, item -> true, Progress.SILENT);
            }
        }
    }

    private static Store open(Path folder) {
        return Store.onDisk(folder, Rules.read(FILES.rules()));
    }

    /** On disk as in real life: a store in memory forgives what TDB2 does not. */
    private static Path temporaryFolder() {
        TemporaryFolder folder = TemporaryFolder.create("entente-shipped");
        Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
        return folder.path();
    }

    /** The store with the shipped collection: read it, do not write. */
    public static Store store() {
        return Loaded.STORE;
    }

    /** What loading it found. */
    public static LoadReport report() {
        return Untouched.REPORT;
    }

    /** A store of one's own that holds what loading gives, without Wikidata's items; its files are in the folder. */
    public static Store copy(Path folder) {
        copy(Untouched.FOLDER, folder);
        return open(folder);
    }

    /** The same files with a copy of the data, for tests that change them. */
    public static CollectionFiles copiedTo(Path folder) {
        copy(FILES.data(), folder);
        return FILES.withData(folder);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shapes and checks, with what they found at loading. */
    public static CollectionValidator validator() {
        return Untouched.VALIDATOR;
    }

    private static final class Read {
        static final QueryCatalog CATALOG = QueryCatalog.read(FILES.queries());
    }

    /** The canned queries: nobody reads them again. */
    public static QueryCatalog catalog() {
        return Read.CATALOG;
    }
}
