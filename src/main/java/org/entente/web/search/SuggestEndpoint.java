package org.entente.web.search;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.text.Json;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.page.EvidenceKind;

/** {@code /suggest}: suggestions while somebody types, as a JSON array, the best first. */
final class SuggestEndpoint {
    private static final int MOST = 50;
    private static final int BY_DEFAULT = 10;

    private final NameSearch nameSearch;
    private final QueryExecutor executor;

    SuggestEndpoint(NameSearch nameSearch, QueryExecutor executor) {
        this.nameSearch = nameSearch;
        this.executor = executor;
    }

    void handle(Context ctx) throws IOException {
        Map<String, List<String>> given = RequestBody.parameters(ctx.req().getQueryString());
        ctx.header("Vary", "Accept-Language");
        String typed = SearchRequest.text(given);
        String language = Language.of(ctx);
        int limit = QueryParameters.first(given, "limit") == null
                ? BY_DEFAULT
                : QueryParameters.number(given, "limit", 1, MOST);
        var classes = EvidenceKind.classes(given.getOrDefault("type", List.of()));
        String tag = Etags.of(executor.state(), "suggest", typed, limit, classes, language);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        List<SearchHit> found =
                typed.isBlank() ? List.of() : nameSearch.suggest(typed, limit, classes, language, ctx.ip());
        ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(found));
    }
}
