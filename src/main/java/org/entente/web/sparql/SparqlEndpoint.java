package org.entente.web.sparql;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.entente.execution.ForbiddenFeatures;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.execution.RunningQueries;
import org.entente.execution.Stoppable;
import org.entente.sparql.QueryLayout;
import org.entente.store.Store;
import org.entente.web.http.ByteOrderMark;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.JsonShape;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ResponseAbort;
import org.entente.web.http.ServerOptions;
import org.jspecify.annotations.Nullable;

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
            answer(ctx, sent);
        } catch (Problem problem) {
            // Whoever wrote the query in the editor gets it back, whatever the error is.
            if (!isPage(ctx, sent) || ctx.res().isCommitted()) {
                throw problem;
            }
            ctx.removeHeader("ETag");
            pages.trouble(ctx, sent.text(), problem);
        }
    }

    private void answer(Context ctx, SparqlSubmission sent) {
        long start = System.nanoTime();
        Stoppable.about(sent.text());
        try (RunningQueries.Run run = running.begin(sent.parameter("run"))) {
            Turn turn = new Turn(ctx, sent, run);
            turn.cut.promise();
            limiter.run(ctx.ip(), turn, () -> turn.response.isGivenUp(() -> ResponseAbort.abort(ctx)));
            if (turn.unchanged) {
                return;
            }
            requireAnswer(ctx, turn);
            if (turn.response.failed()) {
                return;
            }
            if (turn.response.sent()) {
                turn.cut.end(turn.format(), ctx.outputStream());
                return;
            }
            turn.cut.addHeader();
            if (turn.format() == Format.HTML) {
                ctx.header("Vary", "Accept, Accept-Language");
                show(ctx, turn.request(), turn.response.body(), turn.cut.isCut(), (System.nanoTime() - start) / 1e9);
            } else {
                ctx.status(200)
                        .contentType(turn.format().contentType())
                        .result(turn.cut.around(turn.format(), turn.response.body()));
            }
        }
    }

    /** Fuseki's answer; when it was long it is on its way, and broken off if it failed then. */
    private void requireAnswer(Context ctx, Turn turn) {
        if (!turn.response.failed()) {
            return;
        }
        if (turn.response.sent()) {
            ResponseAbort.abort(ctx);
        } else if (turn.run.wasStopped()) {
            throw Problem.stopped();
        } else {
            throw FusekiErrors.problem(
                    ctx.req(),
                    turn.response,
                    turn.request().atMost(options.queries().timeout()));
        }
    }

    /** A query's turn among those that run: it is read, checked and answered there, all within the limit. */
    private final class Turn implements Callable<Void> {
        private final Context ctx;
        private final SparqlSubmission sent;
        private final RunningQueries.Run run;
        private final CutNote cut;
        private final FusekiResponse response;
        private @Nullable SparqlRequest request;
        private @Nullable Format format;
        private boolean unchanged;

        Turn(Context ctx, SparqlSubmission sent, RunningQueries.Run run) {
            this.ctx = ctx;
            this.sent = sent;
            this.run = run;
            this.cut = new CutNote(ctx.req(), ctx.res(), options.queries().rows());
            this.response = new FusekiResponse(ctx.res(), this::begin, () -> cut.begin(format(), shaped()));
        }

        @Override
        public Void call() {
            Stoppable.endWith(run::stop);
            request = SparqlRequest.of(sent, forbidden);
            // Whoever waited too long has taken the request away meanwhile.
            response.whileWanted(this::choose);
            if (!unchanged) {
                fuseki.call(inner(), response);
            }
            return null;
        }

        private OutputStream shaped() {
            return JsonShape.begun(ctx, ByteOrderMark.begun(ctx, ctx.outputStream()));
        }

        /** What is too long to be held is sent as it is made; a page is never made so. */
        private void begin() {
            if (format() == Format.HTML) {
                Problem problem = Problem.of(
                        422,
                        "too-long",
                        "The answer is too long for a page",
                        "Ask for another format, such as format="
                                + dataOfPage(request()).label() + ", or for less, with LIMIT.");
                ctx.req().setAttribute(FusekiBridge.PROBLEM, problem);
                throw problem;
            }
            ctx.status(200).contentType(format().contentType());
            cut.addHeader();
        }

        private SparqlRequest request() {
            return Objects.requireNonNull(request, "read first");
        }

        private Format format() {
            return Objects.requireNonNull(format, "chosen before the answer begins");
        }

        private void choose() {
            SparqlRequest asked = request();
            Format chosen = Negotiation.require(asked.format(), ctx.header("Accept"), asked.offered());
            format = chosen;
            String tag = Etags.of(
                    store.release().state(),
                    asked.text(),
                    asked.dataset(),
                    chosen,
                    chosen == Format.HTML
                            ? Language.of(ctx) + ctx.queryParam("fragment") + ctx.queryParam("view")
                            : "");
            unchanged = Etags.unchanged(ctx, asked.query(), tag);
            Duration time = asked.atMost(options.queries().timeout());
            ctx.header("Entente-Time-Limit", Problem.seconds(time));
            ctx.req().setAttribute(FusekiBridge.TIME, time);
            ctx.req().setAttribute(FusekiBridge.RUN, run);
            if (chosen == Format.HTML) {
                ctx.req().setAttribute(FusekiBridge.ROWS, (long) SparqlPages.ROWS);
            }
        }

        private FusekiRequest inner() {
            SparqlRequest asked = request();
            Map<String, List<String>> parameters = new LinkedHashMap<>(asked.dataset());
            parameters.put("query", List.of(asked.text()));
            Format data = format() == Format.HTML ? SparqlEndpoint.dataOfPage(asked) : format();
            return new FusekiRequest(ctx.req(), "GET", parameters, data.mediaType(), null, new byte[0]);
        }
    }

    private static Format dataOfPage(SparqlRequest request) {
        Query query = request.query();
        if (query.isSelectType() || query.isAskType()) {
            return Format.JSON;
        }
        return query.isConstructQuad() ? Format.TRIG : Format.TURTLE;
    }

    /** {@code POST /sparql/stop} with {@code run=}: stops the query that was sent with this name. */
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

    /** {@code POST /sparql/format} with {@code query=}: the same query, laid out in lines. */
    void format(Context ctx) {
        SparqlSubmission sent = Objects.requireNonNull(
                SparqlSubmission.read(ctx, options.bodies().query()), "a POST without a query is refused there");
        String text = limiter.run(ctx.ip(), () -> {
            SparqlRequest asked = SparqlRequest.of(sent, forbidden);
            String formatted = QueryLayout.of(asked.text());
            // What a query means counts for more than how it looks.
            return SparqlRequest.parse(formatted, forbidden).equals(asked.query()) ? formatted : asked.text();
        });
        ctx.contentType("text/plain; charset=utf-8").result(text);
    }

    /** {@code POST /sparql/check} with {@code query=}: checks the query without running it. */
    void check(Context ctx) {
        SparqlSubmission sent = Objects.requireNonNull(
                SparqlSubmission.read(ctx, options.bodies().query()), "a POST without a query is refused there");
        limiter.run(ctx.ip(), () -> SparqlRequest.of(sent, forbidden));
        ctx.status(204);
    }

    private void show(Context ctx, SparqlRequest request, byte[] data, boolean cut, double seconds) {
        if (request.query().isSelectType()) {
            pages.rows(ctx, request, data, cut, seconds);
        } else if (request.query().isAskType()) {
            pages.yesOrNo(ctx, request, data, seconds);
        } else {
            pages.graph(ctx, request, data, cut, seconds);
        }
    }

    private static boolean isPage(Context ctx, SparqlSubmission sent) {
        String format = sent.format();
        return !"true".equals(ctx.queryParam("fragment"))
                && (format == null
                        ? Negotiation.prefersHtml(ctx.header("Accept"))
                        : format.equals(Format.HTML.label()));
    }
}
