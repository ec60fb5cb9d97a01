package org.entente.web.sparql;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.execution.Problem;
import org.entente.rdf.SentRdf;
import org.entente.vocab.Ent;
import org.entente.web.http.MultipartRequest;
import org.entente.web.http.RequestBody;

/** What somebody sends to the graph store: one body, or the files of a form. */
record GraphRequest(List<Part> parts) {
    private static final String FORM = MultipartRequest.TYPE;
    private static final Set<String> TYPES = Set.of(
            "text/turtle",
            "application/trig",
            "application/n-triples",
            "application/n-quads",
            "application/rdf+xml",
            "application/ld+json");
    private static final Set<String> DATASETS =
            Set.of("application/trig", "application/n-quads", "application/ld+json", FORM);

    /** @param type media type, one of those that are read */
    record Part(String type, byte[] body) {}

    /** Whether the body may have named graphs. */
    static boolean isOfDatasets(Context ctx) {
        return DATASETS.contains(RequestBody.mediaType(ctx));
    }

    /**
     * Reads the bytes.
     *
     * @throws Problem 413 or 415
     */
    static GraphRequest of(Context ctx, long limit) {
        if (RequestBody.mediaType(ctx).equals(FORM)) {
            List<Part> files = MultipartRequest.of(ctx, limit).files().stream()
                    .map(file -> new Part(type(file), file.bytes()))
                    .toList();
            if (files.isEmpty()) {
                throw Problem.badRequest("The form has no file.");
            }
            return new GraphRequest(files);
        }
        String type = known(RequestBody.mediaType(ctx));
        return new GraphRequest(List.of(new Part(type, RequestBody.read(ctx, limit))));
    }

    private static String type(MultipartRequest.Part file) {
        Lang byName = RDFLanguages.filenameToLang(file.fileName());
        return known(TYPES.contains(file.type()) || byName == null ? file.type() : byName.getHeaderString());
    }

    private static String known(String type) {
        if (!TYPES.contains(type)) {
            throw Problem.unsupported("Send the graph as one of "
                    + String.join(", ", TYPES.stream().sorted().toList()) + ", and say so in Content-Type.");
        }
        return type;
    }

    /**
     * The statements of all parts.
     *
     * @param name of the one graph to which they belong; empty if they name their graphs themselves
     * @throws Problem 400 if they cannot be read, or have a graph of their own beside the one
     */
    DatasetGraph read(Optional<Node> name) {
        String base = name.filter(graph -> graph.isURI() && !Quad.isDefaultGraph(graph))
                .map(Node::getURI)
                .orElse(Ent.BASE);
        DatasetGraph all = DatasetGraphFactory.create();
        for (Part part : parts) {
            DatasetGraph sent = DatasetGraphFactory.create();
            SentRdf.read(part.body, part.type, base, sent).ifPresent(wrong -> {
                throw Problem.badRequest(
                        "The body cannot be read as " + part.type + ": " + wrong + " Correct it and send it again.");
            });
            if (name.isPresent() && sent.listGraphNodes().hasNext()) {
                throw Problem.badRequest(
                        "The body has named graphs, but the target is a single graph. Send triples, or POST it"
                                + " to /graph-store without ?graph=.");
            }
            sent.find()
                    .forEachRemaining(quad -> all.add(
                            name.orElse(quad.getGraph()), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        }
        return all;
    }
}
