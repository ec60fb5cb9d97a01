package org.entente.wikidata;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.store.Store;

/**
 * Brings items of Wikidata into a store. A file is read line by line; what is wanted of it is kept in a temporary file until all
 * lines were read, so that a dump of any size needs little memory and an error leaves the store as it was.
 */
public final class SnapshotLoader {
    private final Store store;
    private final Clock clock;

    public SnapshotLoader(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Loads a file, plain or compressed with gzip or bzip2.
     *
     * @param wanted which items are kept
     * @throws WikidataException if the file cannot be read
     */
    public SnapshotReport load(Path file, Predicate<WikidataEntity> wanted, Progress progress) {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), DigestUtils.getSha256Digest())) {
            return load(in, file.getFileName().toString(), Files.size(file), wanted, progress, () -> digest(in));
        } catch (IOException e) {
            throw new WikidataException(
                    "The snapshot " + file + " cannot be read: " + e
                            + ". Check that the name is right and that it is a file.",
                    e);
        }
    }

    /** Of the whole file, what stands behind the last line included: a dump is read once and not twice. */
    private static String digest(DigestInputStream read) {
        try {
            read.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hex.encodeHexString(read.getMessageDigest().digest());
    }

    /**
     * Loads from a stream.
     *
     * @param name how findings call it
     * @param size in bytes; 0 if it is not known
     */
    public SnapshotReport load(
            InputStream in, String name, long size, Predicate<WikidataEntity> wanted, Progress progress) {
        return load(in, name, size, wanted, progress, () -> "");
    }

    private SnapshotReport load(
            InputStream in,
            String name,
            long size,
            Predicate<WikidataEntity> wanted,
            Progress progress,
            Supplier<String> digest) {
        try {
            Path file = Files.createTempFile("entente-wikidata", ".jsonl.gz");
            // Its name is gone as soon as it is open, so that nothing is left of it even where the process is killed.
            try (FileChannel kept = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                return load(in, name, size, wanted, progress, kept, digest);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new WikidataException(
                    "The snapshot " + name + " cannot be read to the end: " + e.getMessage()
                            + ". Get the file again; the store is unchanged.",
                    e);
        }
    }

    private SnapshotReport load(
            InputStream in,
            String name,
            long size,
            Predicate<WikidataEntity> wanted,
            Progress progress,
            FileChannel kept,
            Supplier<String> digest)
            throws IOException {
        ValueWarnings findings = new ValueWarnings(name);
        long[] counts = new long[2]; // items, unwanted
        SnapshotLines lines = new SnapshotLines(in);
        // Finished and not closed: that would close the channel, from which the lines are read again.
        GZIPOutputStream compressed = new GZIPOutputStream(Channels.newOutputStream(kept), 1 << 16);
        BufferedWriter spool = new BufferedWriter(new OutputStreamWriter(compressed, StandardCharsets.UTF_8));
        for (boolean more = true; more; ) {
            long at = lines.number() + 1;
            try {
                String line = lines.next();
                more = line != null;
                if (line == null || line.isEmpty()) {
                    continue;
                }
                if (line.equals("{")) {
                    // Entities over many lines, as a browser or jq writes them.
                    line = ("{" + lines.rest()).replace('\n', ' ').replace('\r', ' ');
                }
                keep(line, at, wanted, counts, spool, findings);
            } catch (WikidataException e) {
                findings.error(at, "the line " + e.getMessage());
            }
            if (at % 1_000 == 0) {
                progress.at("Reading " + name + ", " + counts[0] + " items", lines.bytes(), size);
            }
        }
        spool.flush();
        compressed.finish();
        if (counts[0] == 0 && !findings.hasErrors()) {
            findings.error(0, "there is no item in this file");
        }
        if (findings.hasErrors()) {
            remember(digest.get());
            return new SnapshotReport(counts[0], counts[1], 0, 0, 0, findings.all());
        }
        long[] written = write(kept, name, counts[0] - counts[1], wanted, progress, digest.get());
        return new SnapshotReport(counts[0], counts[1], written[0], written[1], written[2], findings.all());
    }

    /** Notes that a file was refused, so that a server that starts again says nothing new about it. */
    private void remember(String digest) {
        if (!digest.isEmpty()) {
            store.write(dataset -> dataset.getGraph(Graphs.WIKIDATA)
                    .add(Graphs.WIKIDATA, Snapshot.REFUSED, NodeFactory.createLiteralString(digest)));
        }
    }

    private static void keep(
            String line,
            long at,
            Predicate<WikidataEntity> wanted,
            long[] counts,
            BufferedWriter spool,
            ValueWarnings findings) {
        List<String> remarks = new ArrayList<>();
        List<WikidataEntity> items = WikibaseJson.read(line, remarks::add);
        long of = items.stream().filter(wanted).count();
        counts[0] += items.size();
        counts[1] += items.size() - of;
        if (of > 0 || items.isEmpty()) {
            // What is wrong with an item that is not kept is nobody's business here.
            remarks.forEach(remark -> findings.warning(at, remark));
        }
        if (of > 0) {
            try {
                spool.write(line);
                spool.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private long[] write(
            FileChannel kept,
            String source,
            long total,
            Predicate<WikidataEntity> wanted,
            Progress progress,
            String digest)
            throws IOException {
        long[] written = new long[3];
        if (total == 0) {
            return written;
        }
        kept.position(0);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Channels.newInputStream(kept), 1 << 16), StandardCharsets.UTF_8))) {
            store.write(dataset -> {
                Graph graph = dataset.getGraph(Graphs.WIKIDATA);
                lines.lines()
                        .flatMap(line -> WikibaseJson.read(line).stream())
                        .filter(wanted)
                        .forEach(item -> {
                            count(written, put(graph, item));
                            progress.at("Writing items", written[0] + written[1] + written[2], total);
                        });
                boolean changed = written[0] + written[1] > 0;
                if (!changed && (digest.isEmpty() || Snapshot.in(dataset).holdsFile(digest))) {
                    throw new NothingNew();
                }
                if (changed) {
                    announce(graph, source);
                }
                if (!digest.isEmpty()) {
                    graph.add(Graphs.WIKIDATA, Snapshot.FILE, NodeFactory.createLiteralString(digest));
                }
            });
        } catch (NothingNew e) {
            // Nothing changed, so there is no new snapshot, and nothing has to be derived again.
        }
        return written;
    }

    /**
     * Puts items that were fetched one by one into the snapshot.
     *
     * @param merged Qids that were merged into another one, to that one
     * @param fetched Qids to when and how they were fetched
     * @return how many are new, replaced an older revision, were there already
     */
    long[] put(List<WikidataEntity> items, Map<String, String> merged, Map<String, Fetch> fetched, String source) {
        long[] written = new long[3];
        try {
            store.write(dataset -> {
                Graph graph = dataset.getGraph(Graphs.WIKIDATA);
                items.forEach(item -> count(written, put(graph, item)));
                boolean redirected = false;
                for (var entry : merged.entrySet()) {
                    Node old = WikidataRdf.node(entry.getKey());
                    Node target = WikidataRdf.node(entry.getValue());
                    if (!graph.contains(old, OWL.sameAs.asNode(), target)) {
                        WikidataRdf.remove(graph, entry.getKey());
                        graph.add(old, OWL.sameAs.asNode(), target);
                        redirected = true;
                    }
                }
                fetched.forEach((qid, fetch) -> fetch.write(graph, qid));
                if (written[0] + written[1] > 0 || redirected) {
                    announce(graph, source);
                } else if (fetched.isEmpty()) {
                    throw new NothingNew();
                }
            });
        } catch (NothingNew e) {
            // As above.
        }
        return written;
    }

    private enum Change {
        ADDED,
        UPDATED,
        UNCHANGED
    }

    private static void count(long[] written, Change change) {
        written[change.ordinal()]++;
    }

    /** A newer revision replaces an older one; an item without a revision only one that has none either. */
    private static Change put(Graph graph, WikidataEntity item) {
        Optional<Long> known = WikidataRdf.revision(graph, item.id());
        if (known.isEmpty()) {
            WikidataRdf.put(graph, item);
            return Change.ADDED;
        }
        boolean newer = item.revision() > known.get()
                || item.revision() == 0 && known.get() == 0 && !WikidataRdf.holds(graph, item);
        if (newer) {
            WikidataRdf.put(graph, item);
            return Change.UPDATED;
        }
        return Change.UNCHANGED;
    }

    private void announce(Graph graph, String source) {
        Node number = WikidataRdf.object(graph, Graphs.WIKIDATA, WikidataRdf.VERSION);
        long next = (number == null ? 0 : Long.parseLong(number.getLiteralLexicalForm())) + 1;
        for (Node property : List.of(WikidataRdf.VERSION, DCTerms.modified.asNode(), DCTerms.source.asNode())) {
            graph.remove(Graphs.WIKIDATA, property, Node.ANY);
        }
        graph.add(
                Graphs.WIKIDATA,
                WikidataRdf.VERSION,
                NodeFactory.createLiteralDT(Long.toString(next), XSDDatatype.XSDinteger));
        graph.add(
                Graphs.WIKIDATA,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime));
        graph.add(Graphs.WIKIDATA, DCTerms.source.asNode(), NodeFactory.createLiteralString(source));
    }

    private static final class NothingNew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingNew() {
            super(null, null, false, false);
        }
    }
}
