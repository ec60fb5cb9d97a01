package org.entente.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.entente.vocab.Prefixes;

/** The statements of a release once more as TriG, graph by graph, for people and programs that would rather read that. */
final class TrigFile {
    static final String NAME = "statements.trig.gz";

    private TrigFile() {}

    /**
     * Writes the file.
     *
     * @param statements the same as sorted N-Quads
     */
    static void write(Path statements, Path file) throws IOException {
        SortedMap<String, List<Quad>> graphs = new TreeMap<>();
        Statements.parse(statements, new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                quad(Quad.create(Quad.defaultGraphNodeGenerated, triple));
            }

            @Override
            public void quad(Quad quad) {
                String name = quad.isDefaultGraph() ? "" : quad.getGraph().toString();
                graphs.computeIfAbsent(name, n -> new ArrayList<>()).add(quad);
            }
        });
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS);
            writer.start();
            Prefixes.all().forEach(writer::prefix);
            graphs.values().forEach(quads -> quads.forEach(writer::quad));
            writer.finish();
        }
    }
}
