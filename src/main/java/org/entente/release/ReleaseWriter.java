package org.entente.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.query.QueryCatalog;
import org.entente.store.CollectionFiles;
import org.entente.store.LoadedState;
import org.entente.store.Release;
import org.entente.store.SealedFolder;
import org.entente.store.Store;

/** Writes the folder of a release beside the others, and puts it among them when it is whole. */
final class ReleaseWriter {
    static final String UNFINISHED = ".unfinished-";
    /** Start of the name of a folder that another one is about to take the place of; its id follows. */
    static final String REPLACED = ".replaced-";

    private final Path shelf;
    private final CollectionFiles collection;
    private final Clock clock;

    ReleaseWriter(Path shelf, CollectionFiles collection, Clock clock) {
        this.shelf = shelf;
        this.collection = collection;
        this.clock = clock;
    }

    /** @param previous id of the release that was kept before; "" for the first one */
    Path write(Store store, Keeping keeping, String previous) throws IOException {
        // A folder for temporary files could be read by its owner only, and so could the release.
        Path beside = Files.createDirectory(shelf.resolve(UNFINISHED + UUID.randomUUID()));
        try {
            String id = store.read(dataset -> {
                try {
                    return fill(
                            beside,
                            store,
                            keeping,
                            previous,
                            Statements.write(dataset, beside.resolve(Statements.NAME)));
                } catch (IOException e) {
                    throw new ReleaseException("The release cannot be written to " + shelf + ": " + e, e);
                }
            });
            SealedFolder.seal(beside);
            Path whole = shelf.resolve(id);
            SealedFolder.moveTo(beside, whole);
            return whole;
        } finally {
            SealedFolder.remove(beside);
        }
    }

    /** Puts a release that was kept because it was cited under the name and the note of who wants it kept. */
    void rewrite(KeptRelease kept, Keeping keeping) throws IOException {
        Path beside = shelf.resolve(UNFINISHED + UUID.randomUUID());
        Path replaced = shelf.resolve(REPLACED + kept.id());
        try {
            try (Stream<Path> files = Files.walk(kept.folder())) {
                for (Path file : files.sorted().toList()) {
                    Files.copy(
                            file,
                            beside.resolve(kept.folder().relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            Manifest manifest = kept.manifest().wanted(keeping);
            Files.writeString(beside.resolve(Manifest.NAME), manifest.json());
            SealedFolder.seal(beside);
            Files.move(kept.folder(), replaced, StandardCopyOption.ATOMIC_MOVE);
            SealedFolder.moveTo(beside, kept.folder());
        } finally {
            SealedFolder.remove(beside);
        }
        SealedFolder.remove(replaced);
    }

    private String fill(Path folder, Store store, Keeping keeping, String previous, SortedMap<String, Long> counts)
            throws IOException {
        SortedMap<String, String> queries = copy(collection.cannedQueries(), folder.resolve("queries"));
        copy(collection.ruleFiles(), folder.resolve("rules"));
        TrigFile.write(folder.resolve(Statements.NAME), folder.resolve(TrigFile.NAME));
        Release release = store.release().answeredBy(QueryCatalog.edition(List.of(folder.resolve("queries"))));
        LoadedState loaded = store.loadedState().orElseThrow();
        Manifest manifest = new Manifest(
                release.id(),
                previous,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                keeping.who(),
                keeping.note(),
                keeping.program(),
                keeping.cited(),
                collection.description().ids(),
                Manifest.Loaded.of(loaded),
                counts,
                collection.digests(),
                queries,
                answers(folder, loaded, release.id()));
        Files.writeString(folder.resolve(Manifest.NAME), manifest.json());
        Files.writeString(folder.resolve("README.txt"), readme(manifest));
        DataCitation.write(
                collection.data(), folder, release.id(), manifest.time().substring(0, 10));
        return release.id();
    }

    /**
     * What the state answers as it was written: an engine on disk may put equals in another order than one in memory, and it is in memory
     * that a release is asked.
     */
    private static List<Manifest.Answer> answers(Path folder, LoadedState loaded, String id) {
        QueryCatalog queries = QueryCatalog.read(folder.resolve("queries"));
        Store written = Store.ofState(
                loaded,
                CollectionFiles.rulesId(folder.resolve("rules")),
                dataset -> Statements.read(folder.resolve(Statements.NAME), quad -> true, dataset));
        if (!written.release().answeredBy(queries.edition()).id().equals(id)) {
            throw new ReleaseException(
                    "The rules in the files are not those by which the store derived, or the store was loaded by an"
                            + " older program. Load the collection (entente load --force), then keep it.");
        }
        return new DefaultAnswers(written).all(queries);
    }

    /** Copies files, and gives the SHA-256 of each by its place in the release. */
    private static SortedMap<String, String> copy(List<Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            Files.write(folder.resolve(file.getFileName()), content);
            digests.put(folder.getFileName() + "/" + file.getFileName(), DigestUtils.sha256Hex(content));
        }
        return digests;
    }

    private static String readme(Manifest manifest) {
        return """
                Release %s of the collection, kept %s by Entente %s.

                statements.nq.gz   all statements as N-Quads, sorted by their bytes: what each source says (graph .../graph/source/<id>),
                                   identities, decisions, links, ontology; what was derived (graph .../graph/derived); and, without a
                                   graph, the consolidated view in which questions are answered.
                statements.trig.gz the same as TriG, graph by graph.
                queries/           the canned queries; rules/ the rules by which statements were derived.
                manifest.json      the files that it was made from and their SHA-256, who kept it and why, and the SHA-256 of what each
                                   query answered to its own example (as CSV).
                SHA256SUMS         check with: sha256sum -c SHA256SUMS
                """.formatted(manifest.release(), manifest.time(), manifest.program());
    }
}
