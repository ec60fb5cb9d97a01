package org.entente.web.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.execution.QueryExecutor;
import org.entente.query.CannedQuery;
import org.entente.store.PerRevision;
import org.entente.text.Json;
import org.entente.vocab.Prefixes;
import org.entente.web.canned.QueryThemes;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.ontology.EditorTerms;

/** {@code /sparql/terms.json} and {@code /sparql/examples.json}: completions and examples for the SPARQL editor. */
final class EditorEndpoint {

    private final QueryThemes themes;
    private final QueryExecutor executor;
    private final Map<String, PerRevision<List<EditorTerms.Term>>> terms = new ConcurrentHashMap<>();

    EditorEndpoint(QueryThemes themes, QueryExecutor executor) {
        this.themes = themes;
        this.executor = executor;
    }

    /** The prefixes, and the terms with label, definition and number of uses. */
    void terms(Context ctx) throws JsonProcessingException {
        String language = Language.of(ctx);
        String state = executor.state();
        ctx.header("Vary", "Accept-Language");
        if (Etags.unchanged(ctx, Etags.of(state, "terms", language))) {
            return;
        }
        List<EditorTerms.Term> found = terms.computeIfAbsent(language, l -> new PerRevision<>())
                .get(state, () -> executor.inOneState(ctx.ip(), session -> EditorTerms.ask(session, language)));
        send(ctx, Map.of("prefixes", Prefixes.in(executor.collection().ids()), "terms", found));
    }

    /** The canned queries by id, with their example values. */
    void examples(Context ctx) throws JsonProcessingException {
        String language = Language.of(ctx);
        ctx.header("Vary", "Accept-Language");
        if (Etags.unchanged(ctx, Etags.of(executor.state(), "examples", language))) {
            return;
        }
        Map<String, String> queries = new LinkedHashMap<>();
        for (CannedQuery query : themes.catalog().queries()) {
            queries.put(query.id(), themes.runnable(query, language));
        }
        send(ctx, queries);
    }

    private static void send(Context ctx, Object value) throws JsonProcessingException {
        ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(value));
    }
}
