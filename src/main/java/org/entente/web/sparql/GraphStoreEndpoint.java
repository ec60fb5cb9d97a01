package org.entente.web.sparql;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIs;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.store.Changes;
import org.entente.store.Store;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ResponseAbort;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.http.WriteRequest;

/**
 * {@code /graph-store}: the Graph Store Protocol with {@code ?graph=} and {@code ?default}; without either, the whole
 * dataset can be read, and datasets can be sent. Writes need the key.
 */
final class GraphStoreEndpoint implements Handler {
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
        Optional<Node> name = name(target);
        boolean deletes = method.equals("DELETE");
        if (name.isEmpty() && (deletes || !GraphRequest.isOfDatasets(ctx))) {
            throw Problem.badRequest(
                    "Say which graph: ?graph=<its IRI, percent-encoded> or ?default. A whole dataset is sent as "
                            + Format.TRIG.mediaType() + " or " + Format.NQUADS.mediaType() + ".");
        }
        Optional<GraphRequest> upload = deletes
                ? Optional.empty()
                : Optional.of(GraphRequest.of(ctx, options.bodies().write()));
        WriteRequest demands = WriteRequest.of(ctx);
        AtomicBoolean created = new AtomicBoolean();
        Changes changes = limiter.run(
                ctx.ip(),
                () -> {
                    Optional<DatasetGraph> sent = upload.map(body -> body.read(name));
                    return store.writeJudged(dataset -> {
                        boolean there = name.map(graph -> Quad.isDefaultGraph(graph) || dataset.containsGraph(graph))
                                .orElse(true);
                        demands.require(store.release().state(), there);
                        if (deletes && !there) {
                            throw FusekiErrors.noSuchGraph(
                                    "There is no graph " + name.orElseThrow().getURI() + ".");
                        }
                        if (!method.equals("POST")) {
                            name.map(List::of)
                                    .orElseGet(() -> allGraphs(dataset))
                                    .forEach(dataset::removeGraph);
                        }
                        sent.ifPresent(body -> body.find().forEachRemaining(dataset::add));
                        created.set(!there);
                    });
                },
                () -> false);
        WriteRequest.done(ctx, created.get() ? 201 : 204, changes);
    }

    private static Optional<Node> name(Map<String, List<String>> target) {
        if (target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                target.containsKey("graph")
                        ? NodeFactory.createURI(target.get("graph").getFirst())
                        : Quad.defaultGraphNodeGenerated);
    }

    private static List<Node> allGraphs(DatasetGraph dataset) {
        List<Node> all = new ArrayList<>(List.of(Quad.defaultGraphNodeGenerated));
        dataset.listGraphNodes().forEachRemaining(all::add);
        return all;
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
