package org.entente.release;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.WrappedIterator;
import org.entente.rdf.QuadLines;
import org.entente.store.Graphs;
import org.entente.vocab.Ent;

/** The statements of a release: one line each, sorted by their bytes, compressed. */
final class Statements {
    static final String NAME = "statements.nq.gz";

    private Statements() {}

    /** Whether the graph of this IRI holds what was stated, not what follows; "" is the consolidated view. */
    static boolean isAsserted(String graph) {
        return !graph.isEmpty() && !graph.equals(Graphs.DERIVED.getURI()) && !graph.equals(Graphs.RELEASE.getURI());
    }

    static boolean isSource(String graph) {
        return graph.startsWith(Ent.GRAPH + "source/");
    }

    /**
     * Writes all statements but those that count and date commits.
     *
     * @return number of statements in each graph
     */
    static SortedMap<String, Long> write(DatasetGraph dataset, Path file) throws IOException {
        SortedMap<String, Long> counts = new TreeMap<>();
        Iterator<Quad> quads = WrappedIterator.create(dataset.find())
                .filterDrop(quad -> quad.getGraph().equals(Graphs.RELEASE));
        try (Stream<String> lines = QuadLines.sorted(quads);
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines::iterator) {
                out.write(line);
                out.write('\n');
                counts.merge(graph(line), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** The IRI of the graph of a line; "" for the consolidated view. */
    static String graph(String line) {
        int object = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
        int end = line.length() - " .".length();
        int graph = line.lastIndexOf(" <", end);
        boolean four = line.charAt(object) == '"' ? graph > line.lastIndexOf('"') : graph > object;
        return four ? line.substring(graph + 2, end - 1) : "";
    }

    /** The lines in their order; close the stream. */
    static Stream<String> lines(Path file) {
        try {
            return new BufferedReader(new InputStreamReader(
                            new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))
                    .lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the statements of some graphs to a dataset. */
    static void read(Path file, Predicate<Quad> wanted, DatasetGraph dataset) {
        parse(file, new StreamRDFBase() {
            @Override
            public void triple(org.apache.jena.graph.Triple triple) {
                quad(Quad.create(Quad.defaultGraphIRI, triple));
            }

            @Override
            public void quad(Quad quad) {
                if (wanted.test(quad)) {
                    dataset.add(quad);
                }
            }
        });
    }

    /** Gives all statements in their order. */
    static void parse(Path file, StreamRDF to) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            RDFParser.source(in).lang(Lang.NQUADS).parse(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
