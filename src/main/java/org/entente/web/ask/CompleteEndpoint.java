package org.entente.web.ask;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.entente.ask.Asker;
import org.entente.execution.QueryExecutor;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.page.ServiceContext;

/** {@code /ask/complete}: whole questions that begin like the typed text and have an answer, as a JSON array. */
final class CompleteEndpoint {
    private static final int MOST = 20;
    private static final int BY_DEFAULT = 5;

    private final Asker asker;
    private final QueryExecutor executor;
    private final Store store;

    CompleteEndpoint(ServiceContext service, Asker asker) {
        this.asker = asker;
        this.executor = service.executor();
        this.store = service.store();
    }

    void handle(Context ctx) throws IOException {
        Map<String, List<String>> given = RequestBody.parameters(ctx.req().getQueryString());
        ctx.header("Vary", "Accept-Language");
        String text = QueryParameters.first(given, "q");
        String typed = text == null || text.length() > Asker.LONGEST ? "" : text.strip();
        int limit = QueryParameters.first(given, "limit") == null
                ? BY_DEFAULT
                : QueryParameters.number(given, "limit", 1, MOST);
        String language = Language.of(ctx);
        if (Etags.unchanged(ctx, Etags.of(executor.state(), "complete", typed, limit, language))) {
            return;
        }
        List<String> sentences = typed.isEmpty()
                ? List.of()
                : executor.inOneState(
                        ctx.ip(),
                        session -> asker.complete(
                                typed, limit, language, executor.state(), store.names(), session.select()));
        ctx.contentType("application/json")
                .result(Json.MAPPER.writeValueAsBytes(sentences.stream()
                        .map(s -> Map.of("name", s, "matched", s))
                        .toList()));
    }
}
