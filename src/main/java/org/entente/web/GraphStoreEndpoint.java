package org.entente.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.irix.IRIs;
import org.entente.store.Store;

/**
 * {@code /graph-store}: the Graph Store Protocol on {@code ?graph=} and {@code ?default}; without either the whole dataset can
 * be read. Reading is free, writing needs the key.
 */
final class GraphStoreEndpoint implements Handler {
    private static final Set<String> UPLOADS = Set.of(
            "text/turtle", "application/trig", "application/n-triples", "application/n-quads", "application/rdf+xml");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Store store;
    private final FusekiBridge fuseki;
    private final QueryGate gate;
    private final WriteKey key;
    private final ServerOptions options;

    GraphStoreEndpoint(Store store, FusekiBridge fuseki, QueryGate gate, WriteKey key, ServerOptions options) {
        this.store = store;
        this.fuseki = fuseki;
        this.gate = gate;
        this.key = key;
        this.options = options;
    }

    @Override
    public void handle(Context ctx) {
        if (READS.contains(ctx.req().getMethod())) {
            read(ctx);
        } else {
            write(ctx);
        }
    }

    private void read(Context ctx) {
        Map<String, List<String>> target = target(ctx);
        List<Format> offered = new ArrayList<>(target.isEmpty() ? Format.DATASETS : Format.GRAPHS);
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), offered);
        ctx.header("Vary", "Accept");
        String tag = Etags.of(store.release().state(), "graph-store", target, format);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        FusekiRequest inner = new FusekiRequest(ctx.req(), "GET", target, format.mediaType(), null, new byte[0]);
        FusekiResponse response = new FusekiResponse(
                ctx.res(), () -> ctx.status(200).contentType(format.contentType()), ctx::outputStream);
        call(ctx, inner, response);
        if (!response.sent()) {
            ctx.status(200).contentType(format.contentType()).result(new ByteArrayInputStream(response.body()));
        }
    }

    private void write(Context ctx) {
        key.require(ctx);
        String method = ctx.req().getMethod();
        Map<String, List<String>> target = target(ctx);
        if (target.isEmpty()) {
            throw Problem.badRequest("Say which graph: ?graph=<its IRI, percent-encoded> or ?default.");
        }
        byte[] body = new byte[0];
        String type = null;
        if (!method.equals("DELETE")) {
            type = uploadType(ctx);
            body = Bodies.read(ctx, options.maxWriteBytes());
        }
        FusekiRequest inner = new FusekiRequest(ctx.req(), method, target, "application/json", type, body);
        FusekiResponse response = new FusekiResponse(ctx.res(), () -> {}, ctx::outputStream);
        call(ctx, inner, response);
        if (response.status() == 201) {
            ctx.status(201);
        } else {
            ctx.status(204);
        }
    }

    private void call(Context ctx, FusekiRequest inner, FusekiResponse response) {
        gate.run(ctx.ip(), () -> fuseki.call(inner, response));
        if (response.failed()) {
            if (response.sent()) {
                Transfers.abort(ctx);
                return;
            }
            throw FusekiErrors.problem(response, options.queryTimeout());
        }
    }

    private static String uploadType(Context ctx) {
        String type = Bodies.mediaType(ctx);
        if (UPLOADS.contains(type)) {
            return type;
        }
        String formats = String.join(", ", UPLOADS.stream().sorted().toList());
        if (type.equals("application/ld+json")) {
            throw Problem.unsupported(
                    "JSON-LD is not read here, because its context may point to any address, which the server would have to"
                            + " fetch. Convert it and send one of " + formats + ".");
        }
        throw Problem.unsupported("Send the graph as one of " + formats + ", and say so in Content-Type.");
    }

    private static Map<String, List<String>> target(Context ctx) {
        Map<String, List<String>> sent = Bodies.parameters(ctx.req().getQueryString());
        Map<String, List<String>> target = new LinkedHashMap<>();
        if (sent.containsKey("default")) {
            target.put("default", List.of(""));
        }
        if (sent.containsKey("graph")) {
            List<String> graphs = sent.get("graph");
            if (graphs.size() > 1 || !target.isEmpty()) {
                throw Problem.badRequest("Name one graph at a time.");
            }
            if (!isAbsolute(graphs.getFirst())) {
                throw Problem.badRequest(
                        "A graph is named by an absolute IRI, percent-encoded: ?graph=https%3A%2F%2F…");
            }
            target.put("graph", graphs);
        }
        return target;
    }

    private static boolean isAbsolute(String iri) {
        try {
            return IRIs.checkEx(iri) != null && IRIs.resolveIRI(iri).isAbsolute();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
