package org.entente.web.sparql;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.entente.bounds.QueryText;
import org.entente.bounds.SizeException;
import org.entente.execution.ForbiddenFeatures;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.store.Changes;
import org.entente.store.Store;
import org.entente.text.ExceptionText;
import org.entente.vocab.Ent;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.http.WriteRequest;

/**
 * {@code POST /update}: SPARQL Update with the write key. LOAD and SERVICE are forbidden, and the result is validated
 * before the commit.
 */
final class UpdateEndpoint implements Handler {
    private static final String DIRECT = "application/sparql-update";
    private static final ForbiddenFeatures DOORS = ForbiddenFeatures.ofUpdates();
    private static final String USING = "using-graph-uri";
    private static final String USING_NAMED = "using-named-graph-uri";

    private final Store store;
    private final QueryLimiter limiter;
    private final WriteKey key;
    private final ServerOptions options;

    UpdateEndpoint(Store store, QueryLimiter limiter, WriteKey key, ServerOptions options) {
        this.store = store;
        this.limiter = limiter;
        this.key = key;
        this.options = options;
    }

    @Override
    public void handle(Context ctx) {
        key.require(ctx);
        WriteRequest demands = WriteRequest.of(ctx);
        Map<String, List<String>> parameters = RequestBody.parameters(ctx.req().getQueryString());
        String type = RequestBody.mediaType(ctx);
        String text =
                switch (type) {
                    case DIRECT ->
                        RequestBody.text(RequestBody.read(ctx, options.bodies().write()));
                    case RequestBody.FORM -> {
                        RequestBody.parameters(RequestBody.text(
                                        RequestBody.read(ctx, options.bodies().write())))
                                .forEach((name, values) -> parameters
                                        .computeIfAbsent(name, n -> new ArrayList<>())
                                        .addAll(values));
                        List<String> updates = parameters.getOrDefault("update", List.of());
                        if (updates.size() != 1) {
                            throw Problem.badRequest("Send one update, as update= in the form.");
                        }
                        yield updates.getFirst();
                    }
                    default ->
                        throw Problem.unsupported("Send the update as " + DIRECT + ", or as update= in a form ("
                                + RequestBody.FORM + ").");
                };
        Changes changes = limiter.run(
                ctx.ip(),
                () -> {
                    UpdateRequest update = parse(text);
                    use(update, parameters);
                    return write(update, demands);
                },
                () -> false);
        WriteRequest.done(ctx, 204, changes);
    }

    private Changes write(UpdateRequest update, WriteRequest demands) {
        try {
            return store.writeJudged(dataset -> {
                demands.require(store.release().state(), true);
                execute(dataset, update);
            });
        } catch (RuntimeException e) {
            throw FusekiErrors.mistake(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** Jena leaves no time to any operation after the first: each is run by itself, in the time that is left to all. */
    private void execute(DatasetGraph dataset, UpdateRequest update) {
        long end = System.nanoTime() + options.queries().timeout().toNanos();
        for (Update operation : update) {
            withNewGraph(dataset, operation);
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            UpdateExec.dataset(dataset)
                    .update(operation)
                    .timeout(Math.max(1, left), TimeUnit.MILLISECONDS)
                    .build()
                    .execute();
        }
    }

    /** {@code WITH} a graph that is not there yet: Jena would ask that graph for everything, and find nothing even in others. */
    private static void withNewGraph(DatasetGraph dataset, Update operation) {
        if (operation instanceof UpdateModify modify
                && modify.getWithIRI() != null
                && modify.getUsing().isEmpty()
                && modify.getUsingNamed().isEmpty()
                && !dataset.containsGraph(modify.getWithIRI())) {
            modify.addUsing(modify.getWithIRI());
            dataset.listGraphNodes().forEachRemaining(modify::addUsingNamed);
        }
    }

    /** Applies the dataset of the protocol to updates without one of their own. */
    private static void use(UpdateRequest request, Map<String, List<String>> parameters) {
        List<String> graphs = parameters.getOrDefault(USING, List.of());
        List<String> named = parameters.getOrDefault(USING_NAMED, List.of());
        if (graphs.isEmpty() && named.isEmpty()) {
            return;
        }
        for (Update update : request) {
            if (update instanceof UpdateModify modify) {
                if (!modify.getUsing().isEmpty() || !modify.getUsingNamed().isEmpty() || modify.getWithIRI() != null) {
                    throw Problem.badRequest(
                            "The update already has USING or WITH: leave " + USING + " and " + USING_NAMED + " out.");
                }
                graphs.forEach(graph -> modify.addUsing(NodeFactory.createURI(graph)));
                named.forEach(graph -> modify.addUsingNamed(NodeFactory.createURI(graph)));
            }
        }
    }

    private static UpdateRequest parse(String text) {
        try {
            QueryText.checkUpdate(text);
            UpdateRequest request = UpdateFactory.create(text, Ent.BASE, Syntax.syntaxARQ);
            DOORS.check(request);
            return request;
        } catch (QueryParseException e) {
            throw SparqlRequest.syntax("update", text, e);
        } catch (SizeException e) {
            throw Problem.size(ExceptionText.of(e));
        } catch (QueryException e) {
            throw Problem.badRequest(FusekiErrors.withoutJava(ExceptionText.of(e)));
        }
    }
}
