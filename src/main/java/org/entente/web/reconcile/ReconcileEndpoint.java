package org.entente.web.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.reconcile.CollectionState;
import org.entente.reconcile.CollectionStates;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.Matcher;
import org.entente.reconcile.Suggester;
import org.entente.web.http.Language;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;

/**
 * {@code /reconcile}: the Reconciliation API in version 0.2, and below {@code /v1} the draft of version 1.0. A batch is
 * answered from one committed state, within the limits of queries.
 */
final class ReconcileEndpoint {
    /** Largest number of queries in a batch. */
    static final int BATCH_SIZE = 100;

    /** The kinds of suggestions. */
    public static final List<String> KINDS = List.of("entity", "type", "property");

    private static final int SUGGESTIONS = 20;
    private static final int MOST_SUGGESTIONS = 100;
    /** Largest size of a batch in bytes; enough for a full batch of long names and constraints. */
    private static final long MOST_BYTES = 2_000_000;

    private final QueryExecutor executor;
    private final ServerOptions options;
    private final CollectionStates states;
    private final String version;

    ReconcileEndpoint(QueryExecutor executor, ServerOptions options, CollectionStates states, String version) {
        this.executor = executor;
        this.options = options;
        this.states = states;
        this.version = version;
    }

    /** {@code GET,POST /reconcile}. */
    void service(Context ctx) {
        Map<String, List<String>> parameters = parameters(ctx);
        refuseJsonp(parameters);
        String queries = QueryParameters.first(parameters, "queries");
        String extend = QueryParameters.first(parameters, "extend");
        if (queries != null) {
            reconcile(ctx, queries);
        } else if (extend != null) {
            extend(ctx, extend);
        } else if (isPost(ctx)) {
            throw Problem.badRequest("There is nothing to answer. Send a batch of queries as queries= in the form, or"
                    + " a data extension query as extend=.");
        } else {
            manifest(ctx, (manifest, state) -> manifest.version02(state.types(), BATCH_SIZE));
        }
    }

    private static Map<String, List<String>> parameters(Context ctx) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(RequestBody.parameters(ctx.req().getQueryString()));
        if (isPost(ctx)) {
            String type = RequestBody.mediaType(ctx);
            if (!type.equals(RequestBody.FORM)) {
                throw Problem.unsupported(
                                "Send queries= or extend= in a form (" + RequestBody.FORM + "), not as \"" + type
                                        + "\". JSON bodies belong to the draft of version 1.0: POST /reconcile/v1/match.")
                        .header("Accept-Post", RequestBody.FORM);
            }
            parameters.putAll(RequestBody.parameters(RequestBody.text(RequestBody.read(ctx, MOST_BYTES))));
        }
        return parameters;
    }

    private static boolean isPost(Context ctx) {
        return "POST".equals(ctx.req().getMethod());
    }

    private static void refuseJsonp(Map<String, List<String>> parameters) {
        if (parameters.containsKey("callback")) {
            throw Problem.badRequest(
                    "JSONP is not supported: it would run this server's answer as a script in your page. Leave out callback;"
                            + " every address here can be read from other origins (CORS).");
        }
    }

    private void manifest(
            Context ctx, java.util.function.BiFunction<ReconcileManifest, CollectionState, ObjectNode> written) {
        Messages text = Messages.in(Language.of(ctx));
        ReconcileManifest manifest =
                new ReconcileManifest(Urls.base(ctx, options), executor.collection(), text, version);
        answer(ctx, state -> written.apply(manifest, state));
    }

    private void reconcile(Context ctx, String queries) {
        Messages text = Messages.in(Language.of(ctx));
        answer(ctx, state -> {
            ObjectNode results = JsonNodeFactory.instance.objectNode();
            Matcher matcher = new Matcher(state, text.language());
            ReconcileJson json = new ReconcileJson(text, false);
            ReconcileQueries.read(queries, state.types(), BATCH_SIZE)
                    .forEach((key, entry) -> entry.answer(
                            results.putObject(key),
                            "result",
                            query -> json.candidates(matcher.candidates(query), state)));
            return results;
        });
    }

    private void extend(Context ctx, String extend) {
        ReconcileExtend query = ReconcileExtend.read(extend);
        Messages text = Messages.in(Language.of(ctx));
        answer(ctx, state -> query.answer02(state, text));
    }

    /** {@code GET /reconcile/v1}. */
    void manifest10(Context ctx) {
        manifest(ctx, (manifest, state) -> manifest.version10(state.types(), BATCH_SIZE));
    }

    /** {@code POST /reconcile/v1/match}. */
    void match10(Context ctx) {
        String body = json(ctx);
        Messages text = Messages.in(Language.of(ctx));
        answer(ctx, state -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode results = answer.putArray("results");
            Matcher matcher = new Matcher(state, text.language());
            ReconcileJson json = new ReconcileJson(text, true);
            for (BatchEntry entry : ReconcileConditions.read(body, state.types(), BATCH_SIZE)) {
                entry.answer(
                        results.addObject(), "candidates", query -> json.candidates(matcher.candidates(query), state));
            }
            return answer;
        });
    }

    /** {@code POST /reconcile/v1/extend}. */
    void extend10(Context ctx) {
        ReconcileExtend query = ReconcileExtend.read(json(ctx));
        Messages text = Messages.in(Language.of(ctx));
        answer(ctx, state -> query.answer10(state, text));
    }

    private static String json(Context ctx) {
        String type = RequestBody.mediaType(ctx);
        if (!type.equals("application/json")) {
            throw Problem.unsupported("Send the batch as application/json, not as \"" + type
                            + "\". Forms belong to version 0.2: POST /reconcile.")
                    .header("Accept-Post", "application/json");
        }
        return RequestBody.text(RequestBody.read(ctx, MOST_BYTES));
    }

    /**
     * {@code GET /reconcile/suggest/{kind}} and {@code /reconcile/v1/suggest/{kind}}. Version 0.2 skips results by
     * {@code cursor}, 1.0 by {@code offset}.
     */
    void suggest(Context ctx, String kind) {
        Map<String, List<String>> parameters = RequestBody.parameters(ctx.req().getQueryString());
        refuseJsonp(parameters);
        String prefix = Optional.ofNullable(QueryParameters.first(parameters, "prefix"))
                .orElse("")
                .strip();
        if (prefix.length() > ReconcileInput.MOST_LETTERS) {
            throw ReconcileInput.invalid(
                    "prefix",
                    "has more than " + ReconcileInput.MOST_LETTERS + " letters",
                    "Send the beginning of a name");
        }
        int limit = number(parameters, "limit", SUGGESTIONS, MOST_SUGGESTIONS);
        int skip = Math.max(number(parameters, "cursor", 0, 100_000), number(parameters, "offset", 0, 100_000));
        Messages text = Messages.in(Language.of(ctx));
        ReconcileJson json = new ReconcileJson(text, false);
        answer(ctx, state -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode result = answer.putArray("result");
            Suggester suggester = new Suggester(state);
            switch (kind) {
                case "entity" ->
                    suggester
                            .entities(prefix, type(parameters, state), limit, skip, text.language())
                            .forEach(s -> result.add(json.entity(s)));
                case "type" ->
                    suggester.types(prefix, limit, skip).forEach(t -> result.add(json.type(t, state.types())));
                default ->
                    properties(prefix, type(parameters, state), state, text)
                            .skip(skip)
                            .limit(limit)
                            .forEach(p -> result.add(json.property(p)));
            }
            return answer;
        });
    }

    private static Stream<EntityProperty> properties(
            String prefix, Optional<EntityType> type, CollectionState state, Messages text) {
        return type.map(t -> state.types().properties(t).stream())
                .orElseGet(() -> Arrays.stream(EntityProperty.values()))
                .filter(p -> Suggester.begins(
                        prefix,
                        Stream.of(
                                p.id(),
                                Messages.in("de").get("reconcile.feature." + p.id()),
                                Messages.in("en").get("reconcile.feature." + p.id()))));
    }

    private static Optional<EntityType> type(Map<String, List<String>> parameters, CollectionState state) {
        String given = QueryParameters.first(parameters, "type");
        return given == null || given.isBlank()
                ? Optional.empty()
                : Optional.of(ReconcileInput.type(given, "type", state.types()));
    }

    private static int number(Map<String, List<String>> parameters, String name, int otherwise, int most) {
        String given = QueryParameters.first(parameters, name);
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        if (!given.matches("[0-9]{1,9}")) {
            throw ReconcileInput.invalid(name, "must be a whole number", "Leave it out for " + otherwise);
        }
        return Math.min(Integer.parseInt(given), most);
    }

    /** {@code GET /reconcile/properties} and {@code /reconcile/v1/extend/propose}. */
    void propose(Context ctx) {
        Map<String, List<String>> parameters = RequestBody.parameters(ctx.req().getQueryString());
        refuseJsonp(parameters);
        Messages text = Messages.in(Language.of(ctx));
        boolean limited = QueryParameters.first(parameters, "limit") != null;
        int limit = number(parameters, "limit", MOST_SUGGESTIONS, MOST_SUGGESTIONS);
        answer(ctx, state -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            Optional<EntityType> type = type(parameters, state);
            type.ifPresent(t -> answer.put("type", t.id()));
            if (limited) {
                answer.put("limit", limit);
            }
            ArrayNode proposed = answer.putArray("properties");
            ReconcileJson json = new ReconcileJson(text, false);
            properties("", type, state, text).limit(limit).forEach(p -> proposed.add(json.property(p)));
            return answer;
        });
    }

    private void answer(Context ctx, Function<CollectionState, ? extends JsonNode> work) {
        JsonNode answer = executor.inOneState(ctx.ip(), session -> work.apply(states.in(session.dataset())));
        ctx.header("Vary", "Accept-Language");
        ctx.header("Content-Language", Language.of(ctx));
        ctx.header("Cache-Control", "no-cache");
        try {
            ctx.contentType("application/json").result(ReconcileInput.JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
