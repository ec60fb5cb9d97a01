package org.entente.w3c;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** A checkout of w3c/rdf-tests; its files have the addresses at which they are published. */
record W3cFiles(Path root) {
    private static final String BASE = "https://w3c.github.io/rdf-tests/";

    String iri(String local) {
        return BASE + local;
    }

    String local(String iri) {
        return iri.substring(BASE.length());
    }

    Path path(String iri) {
        return root.resolve(URLDecoder.decode(local(iri), StandardCharsets.UTF_8));
    }

    byte[] bytes(String iri) {
        try {
            return Files.readAllBytes(path(iri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String iri) {
        return new String(bytes(iri), StandardCharsets.UTF_8);
    }

    static Lang lang(String iri) {
        Lang lang = RDFLanguages.filenameToLang(iri);
        return lang == null ? Lang.TURTLE : lang;
    }

    Graph graph(String iri) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.source(path(iri)).lang(lang(iri)).base(iri).parse(graph);
        return graph;
    }

    byte[] triples(String iri) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph(iri), Lang.NTRIPLES);
        return out.toByteArray();
    }

    DatasetGraph dataset(String iri) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.source(path(iri)).lang(lang(iri)).base(iri).parse(dataset);
        return dataset;
    }
}
