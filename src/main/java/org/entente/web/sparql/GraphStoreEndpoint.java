package org.entente.web.sparql;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIs;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ResponseAbort;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;

/**
 * {@code /graph-store}: the Graph Store Protocol with {@code ?graph=} and {@code ?default}; without either, the whole
 * dataset can be read. Writes need the key.
 */
final class GraphStoreEndpoint implements Handler {
    private static final Set<String> UPLOADS = Set.of(
            "text/turtle", "application/trig", "application/n-triples", "application/n-quads", "application/rdf+xml");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Store store;
    private final FusekiBridge fuseki;
    private final QueryLimiter limiter;
    private final WriteKey key;
    private final ServerOptions options;

    GraphStoreEndpoint(Store store, FusekiBridge fuseki, QueryLimiter limiter, WriteKey key, ServerOptions options) {
        this.store = store;
        this.fuseki = fuseki;
        this.limiter = limiter;
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
        Node name = target.containsKey("graph")
                ? NodeFactory.createURI(target.get("graph").getFirst())
                : Quad.defaultGraphNodeGenerated;
        boolean deletes = method.equals("DELETE");
        String type = deletes ? "" : uploadType(ctx);
        byte[] body =
                deletes ? new byte[0] : RequestBody.read(ctx, options.bodies().write());
        boolean made = limiter.run(
                ctx.ip(),
                () -> {
                    Graph sent = deletes ? null : read(type, body, name);
                    AtomicBoolean created = new AtomicBoolean();
                    store.writeJudged(dataset -> {
                        boolean there = Quad.isDefaultGraph(name) || dataset.containsGraph(name);
                        if (sent == null && !there) {
                            throw FusekiErrors.noSuchGraph("There is no graph " + name.getURI() + ".");
                        }
                        if (sent == null || method.equals("PUT")) {
                            dataset.removeGraph(name);
                        }
                        if (sent != null) {
                            sent.find().forEachRemaining(t -> dataset.add(Quad.create(name, t)));
                            created.set(!there);
                        }
                    });
                    return created.get();
                },
                () -> false);
        ctx.status(made ? 201 : 204);
    }

    /** The triples that were sent; what stands in named graphs of a TriG or N-Quads body has no place in one graph. */
    private static Graph read(String type, byte[] body, Node name) {
        DatasetGraph sent = DatasetGraphFactory.create();
        try {
            RDFParser.source(new ByteArrayInputStream(body))
                    .lang(RDFLanguages.contentTypeToLang(type))
                    .base(name.isURI() && !Quad.isDefaultGraph(name) ? name.getURI() : Ent.BASE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                    .parse(sent);
        } catch (RiotException e) {
            throw Problem.badRequest(
                    "The body cannot be read as " + type + ": " + e.getMessage() + " Correct it and send it again.");
        }
        if (sent.listGraphNodes().hasNext()) {
            throw Problem.badRequest(
                    "The body has named graphs, but the target is a single graph. Send triples, or use INSERT"
                            + " DATA { GRAPH … } to /update.");
        }
        return sent.getDefaultGraph();
    }

    private void call(Context ctx, FusekiRequest inner, FusekiResponse response) {
        limiter.run(
                ctx.ip(), () -> fuseki.call(inner, response), () -> response.isGivenUp(() -> ResponseAbort.abort(ctx)));
        if (response.failed()) {
            if (response.sent()) {
                ResponseAbort.abort(ctx);
                return;
            }
            throw FusekiErrors.problem(ctx.req(), response, options.queries().timeout());
        }
    }

    private static String uploadType(Context ctx) {
        String type = RequestBody.mediaType(ctx);
        if (UPLOADS.contains(type)) {
            return type;
        }
        String formats = String.join(", ", UPLOADS.stream().sorted().toList());
        if (type.equals("application/ld+json")) {
            throw Problem.unsupported(
                    "JSON-LD is not accepted here, because its context can point to any address, which the server would have to"
                            + " fetch. Convert it and send one of " + formats + ".");
        }
        throw Problem.unsupported("Send the graph as one of " + formats + ", and say so in Content-Type.");
    }

    private static Map<String, List<String>> target(Context ctx) {
        Map<String, List<String>> sent = RequestBody.parameters(ctx.req().getQueryString());
        Map<String, List<String>> target = new LinkedHashMap<>();
        if (sent.containsKey("default")) {
            target.put("default", List.of(""));
        }
        if (sent.containsKey("graph")) {
            List<String> graphs = sent.get("graph");
            if (graphs.size() > 1 || !target.isEmpty()) {
                throw Problem.badRequest("Give one graph at a time.");
            }
            if (!isAbsolute(graphs.getFirst())) {
                throw Problem.badRequest("The graph must be an absolute IRI, percent-encoded: ?graph=https%3A%2F%2F…");
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
