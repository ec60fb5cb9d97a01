package org.entente.web.sparql;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.execution.Problem;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A request of the SPARQL 1.1 Protocol with an unparsed query.
 *
 * @param text the query
 * @param parameters all parameters of the address and the form, including the query unless it was the body
 */
record SparqlSubmission(String text, Map<String, List<String>> parameters) {
    /** The parameter with a query that was shortened. */
    private static final String PACKED = "z";

    private static final List<String> FORMAT = List.of("format", "output", "results");
    private static final String DIRECT = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";

    /**
     * Reads the request.
     *
     * @return null if there is no query: the client wants the service description or the editor
     * @throws Problem 400, 405, 413 or 415 with what to do instead
     */
    static @Nullable SparqlSubmission read(Context ctx, long limit) {
        Map<String, List<String>> parameters = RequestBody.parameters(ctx.req().getQueryString());
        boolean post = "POST".equals(ctx.req().getMethod());
        String text = null;
        if (post) {
            String type = RequestBody.mediaType(ctx);
            switch (type) {
                case DIRECT -> text = RequestBody.text(RequestBody.read(ctx, limit));
                case RequestBody.FORM ->
                    RequestBody.parameters(RequestBody.text(RequestBody.read(ctx, limit)))
                            .forEach((name, values) -> parameters
                                    .computeIfAbsent(name, n -> new ArrayList<>())
                                    .addAll(values));
                case UPDATE -> throw notHere();
                default ->
                    throw Problem.unsupported("Send a query as " + DIRECT + ", or as query= in a form ("
                                    + RequestBody.FORM + "); not as \"" + type + "\".")
                            .header("Accept-Post", DIRECT + ", " + RequestBody.FORM);
            }
        }
        if (parameters.containsKey("update")) {
            throw notHere();
        }
        List<String> queries = new ArrayList<>(parameters.getOrDefault("query", List.of()));
        for (String packed : parameters.getOrDefault(PACKED, List.of())) {
            queries.add(PackedQuery.unpack(packed, limit));
        }
        if (text == null && queries.isEmpty()) {
            if (post) {
                throw Problem.badRequest("There is no query. Send it as query= in the form.");
            }
            return null;
        }
        if (queries.size() + (text == null ? 0 : 1) > 1) {
            throw Problem.badRequest("There is more than one query. Send one at a time.");
        }
        return new SparqlSubmission(text == null ? queries.getFirst() : text, parameters);
    }

    /** The first value of a parameter; null if it has none. */
    @Nullable
    String parameter(String name) {
        return QueryParameters.first(parameters, name);
    }

    /** The name of the wanted format, whatever the client calls this parameter; null if it does not say. */
    @Nullable
    String format() {
        return FORMAT.stream()
                .map(this::parameter)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Problem notHere() {
        return Problem.methodNotAllowed(
                "GET, HEAD, POST, OPTIONS",
                "This address only answers queries. Send updates to POST /update with your key.");
    }
}
