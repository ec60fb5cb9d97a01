package org.entente.operation;

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
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.QuadLines;
import org.entente.store.Progress;

/** All statements of a dataset as compressed N-Quads, as they come; blank nodes keep their names. */
final class QuadFile {
    private static final int BUFFER = 1 << 16;

    private QuadFile() {}

    /** @return number of statements */
    static long write(DatasetGraph dataset, Path file, Progress progress) throws IOException {
        long written = 0;
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER), StandardCharsets.UTF_8))) {
            for (Iterator<Quad> quads = dataset.find(); quads.hasNext(); written++) {
                out.write(QuadLines.of(quads.next()));
                out.write('\n');
                progress.at("Writing statements", written, 0);
            }
        }
        return written;
    }

    /** Adds all statements to a dataset. */
    static void read(Path file, long total, DatasetGraph dataset, Progress progress) {
        long[] done = new long[1];
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
            RDFParser.source(in)
                    .lang(Lang.NQUADS)
                    .labelToNode(LabelToNode.createUseLabelEncoded())
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            quad(Quad.create(Quad.defaultGraphIRI, triple));
                        }

                        @Override
                        public void quad(Quad quad) {
                            dataset.add(quad);
                            progress.at("Restoring statements", done[0]++, total);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of lines; a file that was cut or changed cannot be read to its end. */
    static long count(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8))) {
            return in.lines().count();
        }
    }
}
