package org.entente.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryCancelledException;
import org.entente.bounds.MemoryException;
import org.entente.bounds.SizeException;
import org.entente.execution.Problem;
import org.entente.execution.ServiceFailure;
import org.entente.rdf.Finding;
import org.entente.store.AppendOnlyException;
import org.entente.store.BadIriException;
import org.entente.store.ReadOnlyGraphException;
import org.entente.store.RefusedWrite;
import org.entente.store.StoreException;
import org.entente.text.ExceptionText;
import org.entente.text.Json;
import org.entente.web.http.Negotiation;
import org.entente.web.http.ResponseAbort;
import org.entente.web.http.ServerOptions;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;
import org.entente.web.sparql.FusekiErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps each exception to a status code and writes the problem, as a page for browsers and as problem+json for others.
 */
final class ProblemResponses {
    private static final Logger LOG = LoggerFactory.getLogger("entente.web");

    private static final int MOST_FINDINGS = 100;

    private final ServerOptions options;
    private final Pages pages;

    ProblemResponses(ServerOptions options, Pages pages) {
        this.options = options;
        this.pages = pages;
    }

    void register(JavalinConfig config) {
        config.routes.exception(Exception.class, (e, ctx) -> answer(ctx, problem(ctx, e)));
        // Without this handler Javalin answers its own exceptions itself.
        config.routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, problem(ctx, e)));
    }

    private Problem problem(Context ctx, Exception e) {
        return switch (e) {
            case Problem problem -> problem;
            case ServiceFailure service -> FusekiErrors.service(service);
            case MemoryException memory -> Problem.memory(ExceptionText.of(memory));
            case SizeException size -> Problem.size(ExceptionText.of(size));
            case RefusedWrite refused -> refused(refused);
            case ReadOnlyGraphException derived ->
                Problem.of(409, "derived-graph", "This graph is read-only", ExceptionText.of(derived));
            case BadIriException iri ->
                Problem.of(400, "bad-iri", "This is no IRI", ExceptionText.of(iri) + " Nothing was committed.");
            case AppendOnlyException log ->
                Problem.of(
                        409, "append-only", "This graph is append-only", log.getMessage() + " Nothing was committed.");
            case QueryCancelledException timeout ->
                Problem.timeout(options.queries().timeout());
            case MethodNotAllowedResponse method -> {
                String allow = method.getDetails().values().stream().findFirst().orElse("GET") + ", OPTIONS";
                yield Problem.methodNotAllowed(allow, "Allowed methods: " + allow + ".");
            }
            case NotFoundResponse missing ->
                Problem.notFound(
                        "Not found",
                        "There is nothing at " + ctx.path() + ". Start at /, or see /openapi.json for all addresses.");
            case HttpResponseException http ->
                Problem.of(
                        http.getStatus(),
                        "http-" + http.getStatus(),
                        "The request was refused",
                        ExceptionText.of(http));
            case UncheckedIOException io -> {
                LOG.debug("{} {}: client left", ctx.method(), ctx.path());
                yield Problem.badRequest("The request ended too early. Send it again.");
            }
            case StoreException store -> {
                LOG.error("{} {}: {}", ctx.method(), ctx.path(), ExceptionText.of(store));
                yield Problem.of(
                        507,
                        "store",
                        "The store cannot be written",
                        "The server cannot write its store; its disk may be full. Nothing was changed. The server log says more.");
            }
            default -> {
                LOG.error("{} {}", ctx.method(), ctx.path(), e);
                yield Problem.of(
                        500,
                        "internal",
                        "Something went wrong on the server",
                        "The request could not be answered. This is not your fault; the server log has the details.");
            }
        };
    }

    private static Problem refused(RefusedWrite refused) {
        List<Map<String, String>> findings = refused.findings().stream()
                .limit(MOST_FINDINGS)
                .map(f -> Map.of(
                        "severity",
                        f.severity().label(),
                        "code",
                        f.code(),
                        "message",
                        f.message(),
                        "advice",
                        f.advice()))
                .toList();
        String first = refused.findings().stream()
                .filter(Finding::isError)
                .findFirst()
                .map(f -> f.message() + ". " + f.advice())
                .orElse("");
        return Problem.of(
                        422,
                        "refused-by-shapes",
                        "The data break the rules",
                        refused.getMessage() + " The first one: " + first
                                + " All of them are listed under \"findings\"; correct them and send everything again.")
                .with("findings", findings);
    }

    void answer(Context ctx, Problem problem) {
        if (ctx.res().isCommitted()) {
            ResponseAbort.abort(ctx);
            return;
        }
        ctx.res().resetBuffer();
        ctx.status(problem.status());
        ctx.removeHeader("ETag");
        ctx.header("Cache-Control", "no-store");
        ctx.header("Vary", "Accept, Accept-Language");
        problem.headers().forEach(ctx::header);
        if (Negotiation.prefersHtml(ctx.header("Accept"))) {
            pages.html(
                    ctx,
                    PageInfo.titled(problem.title()),
                    ProblemView.of(problem).at(ctx.path()));
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", ctx.path());
        body.putAll(problem.fields());
        try {
            ctx.contentType("application/problem+json").result(Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
