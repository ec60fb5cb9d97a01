package org.entente.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.store.Store;

/** {@code /sparql}: SPARQL 1.1 Protocol, queries only. What is asked is checked before Fuseki runs it. */
final class SparqlEndpoint implements Handler {
    private final Store store;
    private final FusekiBridge fuseki;
    private final QueryGate gate;
    private final ServerOptions options;
    private final ServiceDescription description;

    SparqlEndpoint(
            Store store, FusekiBridge fuseki, QueryGate gate, ServerOptions options, ServiceDescription description) {
        this.store = store;
        this.fuseki = fuseki;
        this.gate = gate;
        this.options = options;
        this.description = description;
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("Entente-Row-Limit", Long.toString(options.rowLimit()));
        ctx.header("Entente-Time-Limit", Long.toString(options.queryTimeout().toSeconds()));
        SparqlRequest request = SparqlRequest.read(ctx, options.maxQueryBytes());
        if (request == null) {
            description.handle(ctx);
            return;
        }
        ctx.header("Vary", "Accept");
        Format format = Negotiation.require(request.format(), ctx.header("Accept"), request.offered());
        String tag = Etags.of(store.release().state(), request.text(), request.dataset(), format, "");
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.dataset());
        parameters.put("query", List.of(request.text()));
        FusekiRequest inner = new FusekiRequest(ctx.req(), "GET", parameters, format.mediaType(), null, new byte[0]);
        FusekiResponse response = new FusekiResponse(
                ctx.res(), () -> ctx.status(200).contentType(format.contentType()), ctx::outputStream);
        gate.run(ctx.ip(), () -> fuseki.call(inner, response));
        if (response.failed()) {
            if (response.sent()) {
                Transfers.abort(ctx);
                return;
            }
            throw FusekiErrors.problem(response, options.queryTimeout());
        }
        if (!response.sent()) {
            ctx.status(200).contentType(format.contentType()).result(new ByteArrayInputStream(response.body()));
        }
    }
}
