package org.entente.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;
import org.entente.vocab.Ent;

/** {@code POST /update}: SPARQL Update for those who carry the key; LOAD and SERVICE are closed to them, too. */
final class UpdateEndpoint implements Handler {
    private static final String DIRECT = "application/sparql-update";
    private static final List<String> USING = List.of("using-graph-uri", "using-named-graph-uri");

    private final FusekiBridge fuseki;
    private final QueryGate gate;
    private final WriteKey key;
    private final ServerOptions options;

    UpdateEndpoint(FusekiBridge fuseki, QueryGate gate, WriteKey key, ServerOptions options) {
        this.fuseki = fuseki;
        this.gate = gate;
        this.key = key;
        this.options = options;
    }

    @Override
    public void handle(Context ctx) {
        key.require(ctx);
        Map<String, List<String>> parameters = Bodies.parameters(ctx.req().getQueryString());
        String type = Bodies.mediaType(ctx);
        String text =
                switch (type) {
                    case DIRECT -> Bodies.text(Bodies.read(ctx, options.maxWriteBytes()));
                    case Bodies.FORM -> {
                        Bodies.parameters(Bodies.text(Bodies.read(ctx, options.maxWriteBytes())))
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
                        throw Problem.unsupported(
                                "Send the update as " + DIRECT + ", or as update= in a form (" + Bodies.FORM + ").");
                };
        check(text);
        Map<String, List<String>> using = new LinkedHashMap<>();
        USING.stream().filter(parameters::containsKey).forEach(name -> using.put(name, parameters.get(name)));
        FusekiRequest inner =
                new FusekiRequest(ctx.req(), "POST", using, null, DIRECT, text.getBytes(StandardCharsets.UTF_8));
        FusekiResponse response = new FusekiResponse(ctx.res(), () -> {}, ctx::outputStream);
        gate.run(ctx.ip(), () -> fuseki.call(inner, response));
        if (response.failed()) {
            throw FusekiErrors.problem(response, options.queryTimeout());
        }
        ctx.status(204);
    }

    private static void check(String text) {
        try {
            ClosedDoors.check(UpdateFactory.create(text, Ent.BASE, Syntax.syntaxARQ));
        } catch (QueryParseException e) {
            throw SparqlRequest.syntax("update", e);
        } catch (QueryException e) {
            throw Problem.badRequest(e.getMessage());
        } catch (StackOverflowError e) {
            throw Problem.of(
                    400, "too-deep", "The update goes too deep", "Write it with fewer brackets inside brackets.");
        }
    }
}
