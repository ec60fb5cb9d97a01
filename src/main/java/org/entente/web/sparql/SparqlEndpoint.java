package org.entente.web.sparql;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.ForbiddenFeatures;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.execution.RunningQueries;
import org.entente.store.Store;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ResponseAbort;
import org.entente.web.http.ServerOptions;

/** {@code /sparql}: the SPARQL 1.1 Protocol for queries. They are checked before Fuseki runs them. */
final class SparqlEndpoint implements Handler {
    private final Store store;
    private final FusekiBridge fuseki;
    private final QueryLimiter limiter;
    private final ServerOptions options;
    private final ForbiddenFeatures forbidden;
    private final ServiceDescription description;
    private final SparqlPages pages;
    private final RunningQueries running = new RunningQueries();

    SparqlEndpoint(
            Store store,
            FusekiBridge fuseki,
            QueryLimiter limiter,
            ServerOptions options,
            ServiceDescription description,
            SparqlPages pages) {
        this.store = store;
        this.fuseki = fuseki;
        this.limiter = limiter;
        this.options = options;
        this.forbidden = new ForbiddenFeatures(options.services());
        this.description = description;
        this.pages = pages;
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("Entente-Row-Limit", Long.toString(options.queries().rows()));
        ctx.header(
                "Entente-Time-Limit", Long.toString(options.queries().timeout().toSeconds()));
        SparqlSubmission sent = SparqlSubmission.read(ctx, options.bodies().query());
        if (sent == null) {
            description.handle(ctx);
            return;
        }
        ctx.header("Vary", "Accept");
        try {
            answer(ctx, sent, SparqlRequest.of(sent, forbidden));
        } catch (Problem problem) {
            // Whoever wrote the query in the editor gets it back, whatever the error is.
            if (!isPage(ctx, sent) || ctx.res().isCommitted()) {
                throw problem;
            }
            ctx.removeHeader("ETag");
            pages.trouble(ctx, sent.text(), problem);
        }
    }

    private void answer(Context ctx, SparqlSubmission sent, SparqlRequest request) {
        Format format = Negotiation.require(request.format(), ctx.header("Accept"), request.offered());
        boolean page = format == Format.HTML;
        String tag = Etags.of(
                store.release().state(),
                request.text(),
                request.dataset(),
                format,
                page ? Language.of(ctx) + ctx.queryParam("fragment") + ctx.queryParam("view") : "");
        if (Etags.unchanged(ctx, request.query(), tag)) {
            return;
        }
        try (RunningQueries.Run run = running.begin(sent.parameter("run"))) {
            if (page) {
                ctx.header("Vary", "Accept, Accept-Language");
                show(ctx, request, run);
                return;
            }
            FusekiResponse response = run(ctx, request, format, run);
            if (!response.sent()) {
                ctx.status(200).contentType(format.contentType()).result(new ByteArrayInputStream(response.body()));
            }
        }
    }

    /** {@code POST /sparql/stop} with {@code run=}: stops the running query of this name. */
    void stop(Context ctx) {
        if (!RequestBody.mediaType(ctx).equals(RequestBody.FORM)) {
            throw Problem.unsupported("Send the name of the run as run= in a form (" + RequestBody.FORM + ").");
        }
        Map<String, List<String>> form = RequestBody.parameters(
                RequestBody.text(RequestBody.read(ctx, options.bodies().query())));
        if (!running.stop(QueryParameters.first(form, "run"))) {
            throw Problem.notFound(
                    "No such query is running", "It has already ended, or no query was sent with this name.");
        }
        ctx.status(204);
    }

    /** {@code POST /sparql/check} with {@code query=}: checks the query without running it. */
    void check(Context ctx) {
        SparqlSubmission sent = SparqlSubmission.read(ctx, options.bodies().query());
        SparqlRequest.of(sent, forbidden);
        ctx.status(204);
    }

    private void show(Context ctx, SparqlRequest request, RunningQueries.Run run) {
        long start = System.nanoTime();
        if (request.query().isSelectType()) {
            byte[] json = run(ctx, request.forPage(SparqlPages.ROWS + 1L), Format.JSON, run)
                    .body();
            pages.rows(ctx, request, json, seconds(start));
        } else if (request.query().isAskType()) {
            pages.yesOrNo(ctx, request, run(ctx, request, Format.JSON, run).body(), seconds(start));
        } else {
            Format format = request.query().isConstructQuad() ? Format.TRIG : Format.TURTLE;
            pages.graph(
                    ctx,
                    request,
                    run(ctx, request.forPage(SparqlPages.ROWS), format, run).body(),
                    seconds(start));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean isPage(Context ctx, SparqlSubmission sent) {
        String format = sent.parameter("format");
        return !"true".equals(ctx.queryParam("fragment"))
                && (format == null
                        ? Negotiation.prefersHtml(ctx.header("Accept"))
                        : format.equals(Format.HTML.label()));
    }

    /** Runs the query. A long answer may already be partly sent; it is broken off on an error. */
    private FusekiResponse run(Context ctx, SparqlRequest request, Format format, RunningQueries.Run run) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.dataset());
        parameters.put("query", List.of(request.text()));
        ctx.req().setAttribute(FusekiBridge.RUN, run);
        FusekiRequest inner = new FusekiRequest(ctx.req(), "GET", parameters, format.mediaType(), null, new byte[0]);
        FusekiResponse response = new FusekiResponse(
                ctx.res(), () -> ctx.status(200).contentType(format.contentType()), ctx::outputStream);
        limiter.run(ctx.ip(), () -> fuseki.call(inner, response), response::abandon);
        if (!response.sent() && ctx.req().getAttribute(FusekiBridge.CUT) != null) {
            ctx.header("Entente-More", "true");
        }
        if (response.failed()) {
            if (response.sent()) {
                ResponseAbort.abort(ctx);
            } else if (run.wasStopped()) {
                throw Problem.stopped();
            } else {
                throw FusekiErrors.problem(response, options.queries().timeout());
            }
        }
        return response;
    }
}
