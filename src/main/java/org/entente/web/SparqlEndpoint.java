package org.entente.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
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
    private final Asker asker;
    private final Pages pages;

    SparqlEndpoint(
            Store store,
            FusekiBridge fuseki,
            QueryGate gate,
            ServerOptions options,
            ServiceDescription description,
            Asker asker,
            Pages pages) {
        this.store = store;
        this.fuseki = fuseki;
        this.gate = gate;
        this.options = options;
        this.description = description;
        this.asker = asker;
        this.pages = pages;
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
        boolean page = format == Format.HTML;
        String language = page ? Language.of(ctx) : "";
        String tag = Etags.of(store.release().state(), request.text(), request.dataset(), format, language);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        if (page) {
            ctx.header("Vary", "Accept, Accept-Language");
            FusekiResponse response = run(ctx, request.forPage(PAGE_ROWS), Format.JSON);
            show(ctx, request, Rows.read(response.body()), language);
            return;
        }
        FusekiResponse response = run(ctx, request, format);
        if (!response.sent()) {
            ctx.status(200).contentType(format.contentType()).result(new ByteArrayInputStream(response.body()));
        }
    }

    /** Rows that a page shows; whoever wants more takes a file. */
    private static final int PAGE_ROWS = 500;

    private void show(Context ctx, SparqlRequest request, Rows rows, String language) {
        Labels labels = asker.inOneState(ctx.ip(), session -> Labels.of(session, Table.mentioned(rows), language));
        Map<String, Object> values = new HashMap<>();
        values.put("options", options);
        values.put("query", request.text());
        values.put("table", Table.of(rows, 1, labels, Messages.in(language)));
        pages.html(ctx, "sparql.jte", "sparql.title", values);
    }

    /** Fuseki's answer; when it was long it is on its way, and broken off if it failed then. */
    private FusekiResponse run(Context ctx, SparqlRequest request, Format format) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.dataset());
        parameters.put("query", List.of(request.text()));
        FusekiRequest inner = new FusekiRequest(ctx.req(), "GET", parameters, format.mediaType(), null, new byte[0]);
        FusekiResponse response = new FusekiResponse(
                ctx.res(), () -> ctx.status(200).contentType(format.contentType()), ctx::outputStream);
        gate.run(ctx.ip(), () -> fuseki.call(inner, response));
        if (response.failed()) {
            if (!response.sent()) {
                throw FusekiErrors.problem(response, options.queryTimeout());
            }
            Transfers.abort(ctx);
        }
        return response;
    }
}
