package org.entente.w3c;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;

/** Tests of RDF formats: each file is sent to the graph store, and what can be read there afterwards is compared. */
final class W3cDocuments {
    private W3cDocuments() {}

    static void run(W3cCase one, W3cServer server) {
        String file = one.value("action").asResource().getURI();
        String type = type(one.type());
        boolean dataset = type.equals("application/trig") || type.equals("application/n-quads");
        if (dataset) {
            server.reset();
        }
        byte[] body = one.files().bytes(file);
        HttpResponse<byte[]> response = dataset
                ? server.send("POST", server.graphs, body, Map.of("Content-Type", type))
                : server.put("PUT", file, type, body);
        if (one.type().contains("Negative")) {
            if (response.statusCode() != 400) {
                throw new AssertionError("not refused: " + W3cServer.said(response));
            }
            return;
        }
        W3cServer.require(response);
        if (!one.type().endsWith("Eval")) {
            return;
        }
        String result = one.value("result").asResource().getURI();
        if (dataset) {
            W3cSparql.requireSame(one.files().dataset(result), server.everything());
            return;
        }
        Graph expected = one.files().graph(result);
        Graph found = expected.isEmpty() ? GraphFactory.createGraphMem() : graph(server, file);
        if (!IsoMatcher.isomorphic(expected, found)) {
            throw new AssertionError("expected " + expected + " but found " + found);
        }
    }

    private static Graph graph(W3cServer server, String name) {
        HttpResponse<byte[]> response = W3cServer.require(server.send(
                "GET",
                server.graphs + "?graph=" + W3cServer.encoded(name),
                new byte[0],
                Map.of("Accept", "application/n-triples")));
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.source(new ByteArrayInputStream(response.body()))
                .lang(Lang.NTRIPLES)
                .parse(graph);
        return graph;
    }

    private static String type(String test) {
        return test.contains("NTriples")
                ? "application/n-triples"
                : test.contains("NQuads")
                        ? "application/n-quads"
                        : test.contains("Trig")
                                ? "application/trig"
                                : test.contains("XML") ? "application/rdf+xml" : "text/turtle";
    }
}
