package org.entente.w3c;

import static org.entente.w3c.W3cCase.list;
import static org.entente.w3c.W3cCase.value;
import static org.entente.w3c.W3cCase.values;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;

/** Tests of the protocol, the graph store protocol and the service description: requests, and what each must be answered. */
final class W3cConversations {
    private static final Map<String, Integer> STATUS =
            Map.of("OK", 200, "Created", 201, "NoContent", 204, "NotFound", 404);

    private W3cConversations() {}

    static void run(W3cCase one, W3cServer server) {
        if (one.type().equals("ServiceDescriptionTest")) {
            description(one, server);
            return;
        }
        server.reset();
        W3cCase.graphs(one.entry()).forEach((graph, files) -> server.load(one.files(), graph, files));
        Map<String, String> kept = new HashMap<>();
        for (RDFNode request :
                list(value(one.value("action").asResource(), "requests").asResource())) {
            converse(one, request.asResource(), server, kept);
        }
    }

    private static void converse(W3cCase one, Resource request, W3cServer server, Map<String, String> kept) {
        Map<String, String> headers = headers(request);
        RDFNode body = value(request, "body");
        String text = "";
        byte[] bytes = {};
        if (body != null) {
            text = filled(value(body.asResource(), "chars").asLiteral().getString(), kept);
            RDFNode encoding = value(body.asResource(), "characterEncoding");
            bytes = text.getBytes(Charset.forName(
                    encoding == null ? "UTF-8" : encoding.asLiteral().getString()));
        }
        String path = filled(value(request, "absolutePath").asLiteral().getString(), kept);
        String address = address(one, path, headers.getOrDefault("content-type", "") + text, server);
        HttpResponse<byte[]> response =
                server.send(value(request, "methodName").asLiteral().getString(), address, bytes, headers);
        Resource expected = value(request, "resp").asResource();
        List<RDFNode> statuses = values(expected, "expectedStatus");
        if (statuses.stream().noneMatch(s -> matches(s.asResource().getLocalName(), response.statusCode()))) {
            throw new AssertionError(path + ": " + W3cServer.said(response));
        }
        RDFNode location = value(expected, "expectedLocation");
        if (location != null) {
            kept.put(
                    location.asLiteral().getString(),
                    response.headers().firstValue("Location").orElseThrow());
        }
        requireContent(expected, response, address);
    }

    private static String address(W3cCase one, String path, String sent, W3cServer server) {
        if (path.startsWith("/gsp")) {
            return server.graphs + path.substring("/gsp".length());
        }
        boolean asks = path.contains("query=") || sent.contains("sparql-query") || sent.contains("query=");
        boolean updates = one.id().contains("update") && !asks;
        return (updates ? server.update : server.query) + path.substring("/sparql/".length());
    }

    private static String filled(String text, Map<String, String> kept) {
        String all = text;
        for (Map.Entry<String, String> one : kept.entrySet()) {
            all = all.replace(one.getKey(), one.getValue());
        }
        return all;
    }

    private static Map<String, String> headers(Resource message) {
        Map<String, String> headers = new HashMap<>();
        RDFNode all = value(message, "headers");
        if (all != null) {
            for (RDFNode header : list(all.asResource())) {
                headers.put(
                        value(header.asResource(), "fieldName").asLiteral().getString(),
                        value(header.asResource(), "fieldValue").asLiteral().getString());
            }
        }
        return headers;
    }

    private static boolean matches(String expected, int status) {
        return expected.startsWith("StatusCode")
                ? expected.charAt("StatusCode".length()) - '0' == status / 100
                : STATUS.get(expected) == status;
    }

    private static void requireContent(Resource expected, HttpResponse<byte[]> response, String address) {
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        RDFNode yes = value(expected, "expectedBoolean");
        if (yes != null
                && ResultSetMgr.readBoolean(
                                new ByteArrayInputStream(response.body()), RDFLanguages.contentTypeToLang(type))
                        != yes.asLiteral().getBoolean()) {
            throw new AssertionError("ASK is not " + yes);
        }
        RDFNode format = value(expected, "expectedFormat");
        if (format != null) {
            boolean rows = type.contains("sparql-results")
                    || type.equals(ResultSetLang.RS_CSV.getHeaderString())
                    || type.equals(ResultSetLang.RS_TSV.getHeaderString());
            boolean rdf = RDFLanguages.contentTypeToLang(type) != null && !rows;
            if (format.asLiteral().getString().equals("RDF") ? !rdf : !rows) {
                throw new AssertionError("the answer is " + type);
            }
        }
        RDFNode body = value(expected, "body");
        if (body != null) {
            Graph right = read(
                    value(body.asResource(), "chars").asLiteral().getString().getBytes(), Lang.TURTLE, address);
            Graph found = read(response.body(), RDFLanguages.contentTypeToLang(type), address);
            if (!IsoMatcher.isomorphic(right, found)) {
                throw new AssertionError("expected " + right + " but found " + found);
            }
        }
    }

    private static Graph read(byte[] bytes, Lang lang, String base) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.source(new ByteArrayInputStream(bytes)).lang(lang).base(base).parse(graph);
        return graph;
    }

    private static void description(W3cCase one, W3cServer server) {
        HttpResponse<byte[]> response =
                W3cServer.require(server.send("GET", server.query, new byte[0], Map.of("Accept", "text/turtle")));
        Graph graph = read(response.body(), Lang.TURTLE, server.query);
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        boolean there = graph.find(null, NodeFactory.createURI(sd + "endpoint"), NodeFactory.createURI(server.query))
                .hasNext();
        boolean service =
                graph.find(null, null, NodeFactory.createURI(sd + "Service")).hasNext();
        if (!(one.id().endsWith("returns-rdf") ? !graph.isEmpty() : there && service)) {
            throw new AssertionError(one.id() + ": " + graph);
        }
    }
}
