package org.entente.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.query.Query;
import org.entente.sparql.QueryFile;
import org.jspecify.annotations.Nullable;

/**
 * All canned queries of some directories, sorted by id. They can be reloaded while they are in use; a caller sees
 * either all old or all new queries.
 */
public final class QueryCatalog {
    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.rq");

    private record State(
            Map<String, CannedQuery> queries, Map<String, SortedMap<Integer, PlacedPanel>> panels, String edition) {}

    private final Source source;
    private final Optional<ExampleValues> examples;

    /** What the directories hold; several catalogues with different examples share it. */
    private static final class Source {
        private final List<Path> directories;
        /** Of the files that are not read yet. */
        private final String edition;

        private volatile @Nullable State state;

        Source(List<Path> directories) {
            this.directories = List.copyOf(directories);
            this.edition = QueryCatalog.edition(directories);
        }

        State state() {
            State known = state;
            return known == null ? stateReadOnce() : known;
        }

        private synchronized State stateReadOnce() {
            State known = state;
            return known == null ? read() : known;
        }

        /** Reads the directories; if that fails, what was known stays. */
        synchronized State read() {
            State read = QueryCatalog.state(directories);
            state = read;
            return read;
        }

        String edition() {
            State known = state;
            return known == null ? edition : known.edition;
        }
    }

    private QueryCatalog(Source source, Optional<ExampleValues> examples) {
        this.source = source;
        this.examples = examples;
    }

    /** The same queries with examples of a collection. What is reloaded here is reloaded there. */
    public QueryCatalog with(ExampleValues ofCollection) {
        return new QueryCatalog(source, Optional.of(ofCollection));
    }

    /**
     * Reads the {@code .rq} files of a directory. Those in subdirectories are rules, checks and internal queries, and
     * not read.
     *
     * @throws CatalogException with every problem of every file
     */
    public static QueryCatalog read(Path directory) {
        return read(List.of(directory));
    }

    /**
     * Reads several directories, such as the shipped queries and those of a user.
     *
     * @throws CatalogException with every problem of every file, including duplicate ids
     */
    public static QueryCatalog read(List<Path> directories) {
        QueryCatalog catalog = later(directories);
        catalog.reload();
        return catalog;
    }

    /**
     * The same, but read when the first query is asked for, which waits for it. Only the edition is known at once. As long as a file is
     * wrong, whoever asks gets a {@link CatalogException}.
     */
    public static QueryCatalog later(List<Path> directories) {
        return new QueryCatalog(new Source(directories), Optional.empty());
    }

    /**
     * Reads the directories again. If that fails, the old queries stay.
     *
     * @throws CatalogException with every problem of every file
     */
    public void reload() {
        source.read();
    }

    private static State state(List<Path> directories) {
        List<CatalogFinding> findings = new ArrayList<>();
        MessageDigest edition = DigestUtils.getSha256Digest();
        Map<String, CannedQuery> queries = new TreeMap<>();
        for (Path directory : directories) {
            for (Path file : files(directory)) {
                readFile(file, edition, findings).ifPresent(query -> {
                    // ids that differ only in case are the same file on some systems
                    CannedQuery before = queries.putIfAbsent(query.id().toLowerCase(Locale.ROOT), query);
                    if (before != null) {
                        findings.add(new CatalogFinding(
                                file.getFileName().toString(),
                                1,
                                0,
                                "there is another query " + query.id() + ": " + before.file()));
                    }
                });
            }
        }
        Map<String, SortedMap<Integer, PlacedPanel>> panels = panels(queries.values(), findings);
        if (!findings.isEmpty()) {
            throw new CatalogException(findings.stream().sorted().toList());
        }
        return new State(
                Collections.unmodifiableMap(queries),
                panels,
                Hex.encodeHexString(edition.digest()).substring(0, 12));
    }

    /** Kind of entity to its panels by their positions; two panels in one position are a finding. */
    private static Map<String, SortedMap<Integer, PlacedPanel>> panels(
            Collection<CannedQuery> queries, List<CatalogFinding> findings) {
        Map<String, SortedMap<Integer, PlacedPanel>> panels = new TreeMap<>();
        Set<String> anchors = new HashSet<>();
        for (CannedQuery query : queries) {
            for (Panel panel : query.header().panels()) {
                panel.on().forEach((kind, place) -> {
                    PlacedPanel before = panels.computeIfAbsent(kind, k -> new TreeMap<>())
                            .putIfAbsent(place, new PlacedPanel(query, panel));
                    if (!anchors.add(kind + " " + panel.id())) {
                        findings.add(new CatalogFinding(
                                query.file().getFileName().toString(),
                                panel.line(),
                                0,
                                "panel " + panel.id() + ": pages of " + kind + " have another panel of this name"));
                    }
                    if (before != null) {
                        findings.add(new CatalogFinding(
                                query.file().getFileName().toString(),
                                panel.line(),
                                0,
                                "panel " + panel.id() + ": place " + place + " on pages of " + kind
                                        + " is taken by panel " + before.panel().id() + " of "
                                        + before.query().id()));
                    }
                });
            }
        }
        return panels;
    }

    /** All queries, sorted by id. */
    public Collection<CannedQuery> queries() {
        Collection<CannedQuery> all = source.state().queries.values();
        return examples.<Collection<CannedQuery>>map(
                        values -> all.stream().map(values::of).toList())
                .orElse(all);
    }

    /** The query of this id. */
    public Optional<CannedQuery> query(String id) {
        Optional<CannedQuery> found = Optional.ofNullable(source.state().queries.get(id));
        return examples.isPresent() ? found.map(examples.get()::of) : found;
    }

    /** A hash of all files: equal editions have equal queries. */
    public String edition() {
        return source.edition();
    }

    /** The hash that {@link #edition()} gives when the files of these directories are read. */
    public static String edition(List<Path> directories) {
        MessageDigest edition = DigestUtils.getSha256Digest();
        for (Path directory : directories) {
            for (Path file : files(directory)) {
                lines(file, file.getFileName().toString(), new ArrayList<>())
                        .ifPresent(lines -> add(edition, file.getFileName().toString(), lines));
            }
        }
        return Hex.encodeHexString(edition.digest()).substring(0, 12);
    }

    private static void add(MessageDigest edition, String file, List<String> lines) {
        edition.update((file + "\n" + String.join("\n", lines) + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** The panels on the pages of a kind of entity, such as {@code person}, in order. */
    public List<PlacedPanel> panels(String kind) {
        return List.copyOf(source.state()
                .panels
                .getOrDefault(kind, Collections.emptySortedMap())
                .values());
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".rq"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<CannedQuery> readFile(Path path, MessageDigest edition, List<CatalogFinding> all) {
        String file = path.getFileName().toString();
        List<CatalogFinding> findings = new ArrayList<>();
        Optional<CannedQuery> query = Optional.empty();
        if (!FILE_NAME.matcher(file).matches()) {
            findings.add(new CatalogFinding(file, 1, 0, "a file name must be lower-case words with hyphens, then .rq"));
        }
        Optional<List<String>> lines = lines(path, file, findings);
        if (lines.isPresent()) {
            add(edition, file, lines.get());
            QueryFile text = QueryFile.of(lines.get());
            HeaderReader reader = new HeaderReader(file, text, findings);
            Optional<QueryHeader> header = reader.read();
            QueryRules rules = new QueryRules(file, lines.get(), findings);
            Optional<Query> parsed = rules.parse();
            if (header.isPresent() && parsed.isPresent()) {
                rules.check(parsed.get(), header.get(), reader);
            }
            if (findings.isEmpty()) {
                query = Optional.of(new CannedQuery(
                        file.substring(0, file.length() - 3),
                        path,
                        header.orElseThrow(),
                        text.sparql(),
                        parsed.orElseThrow()));
            }
        }
        all.addAll(findings);
        return query;
    }

    private static Optional<List<String>> lines(Path path, String file, List<CatalogFinding> findings) {
        try {
            return Optional.of(Files.readAllLines(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            findings.add(new CatalogFinding(file, 1, 0, "not UTF-8"));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
