package org.entente.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.ReadOptions;
import org.entente.rdf.Skolem;
import org.entente.rdf.TurtleFile;
import org.entente.rdf.TurtleReader;
import org.entente.vocab.Prefixes;

/**
 * Reads the files of a collection. What a file gave is kept, so that one with the same bytes is not read again: of a large collection
 * mostly one file changes.
 */
final class FileReadings {
    /** Statements that are kept, of all files together. */
    private static final int MOST_TRIPLES = 500_000;
    /** Larger files, in bytes, are streamed and not kept. */
    private static final long LARGE = 16L << 20;

    private static final Cache<Key, Reading> KNOWN = Caffeine.newBuilder()
            .maximumWeight(MOST_TRIPLES)
            .weigher((Key key, Reading reading) -> reading.file().triples().size() + 1)
            .softValues()
            .build();

    /** All that a reading depends on. */
    private record Key(String name, Node graph, String ids, String sha256) {}

    /** A file with what was found in it. */
    record Reading(LoadedFile file, List<Finding> findings) {}

    private final String ids;
    private final ReadOptions options;

    /** @param ids name space of the things of the collection */
    FileReadings(String ids) {
        this.ids = ids;
        this.options = ReadOptions.standard().withPrefixes(Prefixes.inFiles(ids));
    }

    /** Reads a file, or gives what it gave before. */
    Reading of(CollectionFiles.SourceFile source) {
        Path path = source.path();
        try {
            if (Files.size(path) <= LARGE) {
                Key key = new Key(source.name(), source.graph(), ids, DigestUtils.sha256Hex(Files.readAllBytes(path)));
                Reading known = KNOWN.getIfPresent(key);
                if (known == null) {
                    known = read(source, TurtleReader.read(path, source.name(), options));
                    KNOWN.put(key, known);
                }
                return known;
            }
        } catch (IOException e) {
            // The reader says what is wrong with the file.
        }
        return read(source, TurtleReader.read(path, source.name(), options));
    }

    /** Reads a text that a file shall have. */
    Reading of(CollectionFiles.SourceFile source, String text) {
        return read(source, TurtleReader.read(text, source.name(), options));
    }

    private Reading read(CollectionFiles.SourceFile source, TurtleFile file) {
        List<Finding> findings = new ArrayList<>(file.findings());
        if (source.graph().equals(Graphs.COLLECTION) && !file.hasErrors()) {
            findings.addAll(CollectionFile.findings(source.name(), file.triples()));
        }
        List<LocatedTriple> expanded = TimeSpans.expand(source.name(), file.triples(), ids, findings);
        return new Reading(
                new LoadedFile(source.name(), source.graph(), List.copyOf(Skolem.apply(expanded, ids))),
                List.copyOf(findings));
    }
}
