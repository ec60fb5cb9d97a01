package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.entente.rdf.ReadOptions;
import org.entente.rdf.TurtleReader;
import org.entente.vocab.Prefixes;

/**
 * The files of a collection: ontology, data, rules, shapes and checks, with the graph for each Turtle file.
 *
 * @param ontology folder with {@code entente.ttl}, {@code vocabulary.ttl}, {@code functions.ttl}, {@code alignments/},
 *     {@code shapes/}
 * @param data folder with {@code collection.ttl}, {@code authority/}, {@code sources/}, {@code decisions/}, {@code links/}, {@code wikidata/}
 * @param queries folder with canned queries, {@code rules/} and {@code checks/}
 */
public record CollectionFiles(Path ontology, Path data, Path queries) {
    /** The collection that ships with the program. */
    public static CollectionFiles at(Path home) {
        return new CollectionFiles(home.resolve("ontology"), home.resolve("data"), home.resolve("queries"));
    }

    /** The same ontology and queries over another data folder. */
    public CollectionFiles withData(Path folder) {
        return new CollectionFiles(ontology, folder, queries);
    }

    /**
     * One Turtle file.
     *
     * @param name the name in messages: the path relative to the top folder, with forward slashes
     * @param graph the graph for its triples; several files may share one
     */
    public record SourceFile(Path path, String name, Node graph) {}

    /** All Turtle files in a stable order. A missing folder has no files. */
    public List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        add(files, ontology, "entente.ttl", Graphs.ONTOLOGY);
        add(files, ontology, "vocabulary.ttl", Graphs.VOCABULARY);
        add(files, ontology, "functions.ttl", Graphs.VOCABULARY);
        addFolder(files, ontology, "alignments", Graphs.ALIGNMENTS);
        add(files, data, CollectionDescription.FILE, Graphs.COLLECTION);
        addFolder(files, data, "authority", Graphs.AUTHORITY);
        addFolder(files, data, "decisions", Graphs.DECISIONS);
        addFolder(files, data, "links", Graphs.FILED_LINKS);
        turtleIn(data.resolve("sources")).forEach(path -> files.add(source(path)));
        return files;
    }

    /** All Turtle files, and some in {@code authority/} and {@code sources/} that are to be made. */
    List<SourceFile> filesWith(List<FileText> texts) {
        List<SourceFile> files = new ArrayList<>(files());
        for (FileText one : texts) {
            if (files.stream().noneMatch(file -> file.path().equals(one.file()))) {
                files.add(
                        one.file().startsWith(data.resolve("sources"))
                                ? source(one.file())
                                : new SourceFile(one.file(), name(data, one.file()), Graphs.AUTHORITY));
            }
        }
        return files;
    }

    private SourceFile source(Path path) {
        String id = path.getFileName().toString().replaceFirst("\\.ttl$", "");
        return new SourceFile(path, name(data, path), Graphs.source(id));
    }

    /** What {@code collection.ttl} says, as far as it can be understood; the default if there is none. */
    public CollectionDescription description() {
        return CollectionFile.read(data.resolve(CollectionDescription.FILE));
    }

    /** The IRIs of all things that the data describe, as far as the files can be read. */
    public Stream<String> subjects() {
        ReadOptions options =
                ReadOptions.bulk().withPrefixes(Prefixes.inFiles(description().ids()));
        return files().stream()
                .filter(file -> file.path().startsWith(data))
                .flatMap(file -> TurtleReader.read(file.path(), file.name(), options).triples().stream())
                .map(located -> located.triple().getSubject())
                .filter(Node::isURI)
                .map(Node::getURI)
                .distinct();
    }

    /** The SHACL shapes for the data. */
    public List<Path> shapes() {
        return turtleIn(ontology.resolve("shapes"));
    }

    /** The snapshots of Wikidata in the collection, in a stable order. */
    public List<Path> snapshots() {
        return filesIn(data.resolve("wikidata"), ".jsonl");
    }

    public Path rules() {
        return queries.resolve("rules");
    }

    /** The files of the rules, in the order in which they run. */
    public List<Path> ruleFiles() {
        return filesIn(rules(), 1, ".rq");
    }

    public Path checks() {
        return queries.resolve("checks");
    }

    /**
     * A hash of 12 hexadecimal digits, equal for files with equal paths and contents, whatever their dates: if it is that of the last
     * load, there is nothing to load.
     */
    public String contentId() {
        return contentId(knownDigests());
    }

    /** The hash of {@link #contentId} if some files had other texts, or were there. */
    String contentIdWith(List<FileText> texts) {
        return contentId(digestsWith(texts));
    }

    /** The digests of all files as {@link #digests} has them, if some files had other texts, or were there. */
    SortedMap<String, String> digestsWith(List<FileText> texts) {
        SortedMap<String, String> digests = knownDigests();
        texts.forEach(one ->
                digests.put(place(one.file()), DigestUtils.sha256Hex(one.text().getBytes(StandardCharsets.UTF_8))));
        return digests;
    }

    /** The same for files of which only the digests are left. */
    public static String contentId(SortedMap<String, String> digests) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digests.forEach(
                (place, sha256) -> digest.update((place + "\n" + sha256 + "\n").getBytes(StandardCharsets.UTF_8)));
        return Hex.encodeHexString(digest.digest()).substring(0, 12);
    }

    /** Every file that is loaded, or that decides what may be loaded, by its place in the collection, with its SHA-256 in hex. */
    public SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        everything().forEach(path -> digests.put(place(path), sha256(path)));
        return digests;
    }

    /** The same, but files that seem to be as they were are not read again. */
    private SortedMap<String, String> knownDigests() {
        SortedMap<String, String> digests = new TreeMap<>();
        everything().forEach(path -> {
            try {
                digests.put(place(path), FileDigests.sha256(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return digests;
    }

    /** The canned queries by their places, with their SHA-256 in hex. */
    public SortedMap<String, String> queryDigests() {
        SortedMap<String, String> digests = new TreeMap<>();
        cannedQueries().forEach(path -> digests.put(place(path), sha256(path)));
        return digests;
    }

    /** A hash of the rules: other rules, other answers. */
    public String rulesId() {
        return rulesId(rules());
    }

    /** A hash of the rules in a folder. */
    public static String rulesId(Path folder) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        filesIn(folder, 1, ".rq")
                .forEach(path -> digest.update(
                        (path.getFileName() + "\n" + sha256(path) + "\n").getBytes(StandardCharsets.UTF_8)));
        return Hex.encodeHexString(digest.digest());
    }

    private static String sha256(Path path) {
        try {
            return DigestUtils.sha256Hex(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of a file inside the collection, independent of the names and places of its three folders. */
    String place(Path path) {
        return Stream.of(new Top("data/", data), new Top("ontology/", ontology), new Top("queries/", queries))
                .filter(top -> path.startsWith(top.path))
                .findFirst()
                .map(top -> top.name + top.path.relativize(path).toString().replace('\\', '/'))
                .orElseThrow();
    }

    private record Top(String name, Path path) {}

    /** The canned queries, which are not loaded into the store. */
    public List<Path> cannedQueries() {
        return filesIn(queries, 1, ".rq");
    }

    /** All files that are loaded, or that decide what may be loaded. */
    public List<Path> everything() {
        List<Path> paths =
                new ArrayList<>(files().stream().map(SourceFile::path).toList());
        paths.addAll(shapes());
        paths.addAll(snapshots());
        paths.addAll(ruleFiles());
        paths.addAll(filesIn(checks(), ".rq"));
        return paths;
    }

    private static void add(List<SourceFile> files, Path top, String name, Node graph) {
        if (Files.exists(top.resolve(name))) {
            files.add(new SourceFile(top.resolve(name), name(top, top.resolve(name)), graph));
        }
    }

    private static void addFolder(List<SourceFile> files, Path top, String folder, Node graph) {
        for (Path path : turtleIn(top.resolve(folder))) {
            files.add(new SourceFile(path, name(top, path), graph));
        }
    }

    /** The name of a file below a folder, as messages have it. */
    static String name(Path top, Path path) {
        return top.getFileName() + "/" + top.relativize(path).toString().replace('\\', '/');
    }

    private static List<Path> turtleIn(Path folder) {
        return filesIn(folder, ".ttl");
    }

    private static List<Path> filesIn(Path folder, String ending) {
        return filesIn(folder, Integer.MAX_VALUE, ending);
    }

    private static List<Path> filesIn(Path folder, int depth, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            // The folder itself may be a link; links below it are not followed, for they may lead in a circle.
            Path real = folder.toRealPath();
            try (Stream<Path> paths = Files.find(
                    real,
                    depth,
                    (path, attributes) -> path.getFileName().toString().endsWith(ending)
                            && (attributes.isRegularFile()
                                    || attributes.isSymbolicLink() && Files.isRegularFile(path)))) {
                return paths.map(p -> folder.resolve(real.relativize(p).toString()))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
