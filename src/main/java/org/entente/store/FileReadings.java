package org.entente.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a collection. The outline of each is kept, so that one with the same bytes is not read again: of a large collection
 * mostly one file changes. Triples are kept as long as there is room.
 */
final class FileReadings {
    /** Statements that are kept, of all files together. */
    private static final int MOST_TRIPLES = 200_000;
    /** Nodes in outlines that are kept. */
    private static final int MOST_NODES = 8_000_000;
    /** Triples of larger files, in bytes, are not kept. */
    private static final long LARGE = 16L << 20;

    private static final Cache<Key, List<LocatedTriple>> TRIPLES = Caffeine.newBuilder()
            .maximumWeight(MOST_TRIPLES)
            .weigher((Key key, List<LocatedTriple> triples) -> triples.size() + 1)
            .softValues()
            .build();

    private static final Cache<Key, Known> KNOWN = Caffeine.newBuilder()
            .maximumWeight(MOST_NODES)
            .weigher((Key key, Known known) -> known.outline().size() + 1)
            .build();

    /** All that a reading depends on. */
    private record Key(String name, Node graph, String ids, String sha256) {
        String content() {
            return name + " " + ids + " " + sha256;
        }
    }

    private record Known(FileOutline outline, List<Finding> findings) {}

    private record Read(List<LocatedTriple> triples, List<Finding> findings) {}

    /** A file with what was found in it. */
    record Reading(LoadedFile file, List<Finding> findings) {}

    private final String ids;
    private final ReadOptions options;

    /** @param ids name space of the things of the collection */
    FileReadings(String ids) {
        this.ids = ids;
        this.options = ReadOptions.standard().withPrefixes(Prefixes.inFiles(ids));
    }

    /**
     * Reads a file, or gives what it gave before.
     *
     * @param sha256 the hash that the file had just now; null if it was not there
     */
    Reading withHash(CollectionFiles.SourceFile source, @Nullable String sha256) {
        if (sha256 == null) {
            return of(source);
        }
        Key key = key(source, sha256);
        Known known = KNOWN.getIfPresent(key);
        return known == null ? of(source) : reading(source, key, known, null);
    }

    /** Reads a file, or gives what it gave before. */
    Reading of(CollectionFiles.SourceFile source) {
        Key key;
        try {
            key = key(source, FileDigests.sha256(source.path()));
        } catch (IOException e) {
            // The reader says what is wrong with the file.
            Read read = read(source);
            return new Reading(new LoadedFile(source.name(), source.graph(), read.triples()), read.findings());
        }
        Known known = KNOWN.getIfPresent(key);
        List<LocatedTriple> triples = null;
        if (known == null) {
            Read read = read(source);
            triples = read.triples();
            known = new Known(FileOutline.of(source.name(), triples), read.findings());
            KNOWN.put(key, known);
            keep(key, source, triples);
        }
        return reading(source, key, known, triples);
    }

    private Reading reading(
            CollectionFiles.SourceFile source, Key key, Known known, @Nullable List<LocatedTriple> triples) {
        return new Reading(
                new LoadedFile(
                        source.name(),
                        source.graph(),
                        key.content(),
                        known.outline(),
                        triples,
                        () -> again(key, source)),
                known.findings());
    }

    /** Reads a text that a file shall have. */
    Reading of(CollectionFiles.SourceFile source, String text) {
        Read read = read(source, TurtleReader.read(text, source.name(), options));
        Key key = key(source, DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8)));
        return new Reading(
                new LoadedFile(
                        source.name(),
                        source.graph(),
                        key.content(),
                        FileOutline.of(source.name(), read.triples()),
                        read.triples(),
                        null),
                read.findings());
    }

    private Key key(CollectionFiles.SourceFile source, String sha256) {
        return new Key(source.name(), source.graph(), ids, sha256);
    }

    private List<LocatedTriple> again(Key key, CollectionFiles.SourceFile source) {
        List<LocatedTriple> kept = TRIPLES.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        try {
            if (!FileDigests.sha256(source.path()).equals(key.sha256())) {
                throw new StoreException(source.name() + " was changed while it was loaded. Load again.");
            }
        } catch (IOException e) {
            throw new StoreException(source.name() + " cannot be read any more: " + e.getMessage(), e);
        }
        List<LocatedTriple> triples = read(source).triples();
        keep(key, source, triples);
        return triples;
    }

    private static void keep(Key key, CollectionFiles.SourceFile source, List<LocatedTriple> triples) {
        if (triples.size() < MOST_TRIPLES && source.path().toFile().length() <= LARGE) {
            TRIPLES.put(key, triples);
        }
    }

    private Read read(CollectionFiles.SourceFile source) {
        return read(source, TurtleReader.read(source.path(), source.name(), options));
    }

    private Read read(CollectionFiles.SourceFile source, TurtleFile file) {
        List<Finding> findings = new ArrayList<>(file.findings());
        if (source.graph().equals(Graphs.COLLECTION) && !file.hasErrors()) {
            findings.addAll(CollectionFile.findings(source.name(), file.triples()));
        }
        List<LocatedTriple> expanded = TimeSpans.expand(source.name(), file.triples(), ids, findings);
        return new Read(List.copyOf(Skolem.apply(expanded, ids)), List.copyOf(findings));
    }
}
