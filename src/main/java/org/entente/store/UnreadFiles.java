package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;

/** Files of a collection that look as if they were meant to be loaded, but are not: their endings, or the folders they are in, are others. */
final class UnreadFiles {
    private static final Pattern DATA = Pattern.compile(
            "(?i)[^.~].*\\.(?:ttl|turtle|n3|nt|nq|trig|trix|rdf|owl|rdfs|jsonld|rj|jsonl)(?:\\.(?:gz|bz2|xz|zip|zst|txt))?");
    private static final Pattern TABLE = Pattern.compile("(?i)[^.~].*\\.(?:csv|tsv|xlsx?|ods)");
    private static final List<String> FOLDERS = List.of("authority", "sources", "decisions", "links", "wikidata");

    private UnreadFiles() {}

    /** A warning for each, by name. */
    static List<Finding> findings(CollectionFiles collection) {
        Set<Path> read = new HashSet<>(collection.everything());
        Path data = collection.data();
        List<Path> unread = new ArrayList<>();
        // Whatever else is in the folder of the collection, backups for instance, lies deeper or is hidden.
        in(data, 1).filter(path -> named(DATA, path)).forEach(unread::add);
        in(data, 1)
                .filter(folder -> Files.isDirectory(folder)
                        && !FOLDERS.contains(folder.getFileName().toString()))
                .filter(folder -> !folder.getFileName().toString().startsWith("."))
                .flatMap(folder -> in(folder, 1).filter(path -> path.toString().matches("(?i).*\\.ttl")))
                .forEach(unread::add);
        for (String folder : FOLDERS) {
            in(data.resolve(folder), Integer.MAX_VALUE)
                    .filter(path -> named(DATA, path) || folder.equals("sources") && named(TABLE, path))
                    .forEach(unread::add);
        }
        for (String folder : List.of("alignments", "shapes")) {
            in(collection.ontology().resolve(folder), Integer.MAX_VALUE)
                    .filter(path -> named(DATA, path))
                    .forEach(unread::add);
        }
        return unread.stream()
                .filter(path -> !read.contains(path) && !Files.isDirectory(path))
                .sorted()
                .map(path -> finding(collection, path))
                .toList();
    }

    private static Finding finding(CollectionFiles collection, Path path) {
        Path top = path.startsWith(collection.data()) ? collection.data() : collection.ontology();
        return new Finding(
                Severity.WARNING,
                CollectionFiles.name(top, path),
                0,
                0,
                "not-read",
                Files.isRegularFile(path) ? "this file is not read" : "this is no file that can be read",
                "Turtle files are read whose names end in .ttl, in authority/, sources/, decisions/ and links/"
                        + " (snapshots: .jsonl in wikidata/). Rename, convert or move it, or keep it elsewhere.");
    }

    private static boolean named(Pattern pattern, Path path) {
        return pattern.matcher(path.getFileName().toString()).matches();
    }

    /** What is below a folder, links not followed; the folder itself may be one. */
    private static Stream<Path> in(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> paths = Files.walk(real, depth)) {
                return paths
                        .filter(path -> !path.equals(real))
                        .map(path -> folder.resolve(real.relativize(path).toString()))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
