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

/** {@code /suggest}: what somebody who types may mean, as a JSON array, best first. */
final class SuggestEndpoint {
    private static final int MOST = 50;
    private static final int BY_DEFAULT = 10;

    private final NameSearch finder;
    private final QueryExecutor asker;

    SuggestEndpoint(NameSearch finder, QueryExecutor asker) {
        this.finder = finder;
        this.asker = asker;
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
        String tag = Etags.of(asker.state(), "suggest", typed, limit, classes, language);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        List<SearchHit> found = typed.isBlank() ? List.of() : finder.suggest(typed, limit, classes, language, ctx.ip());
        ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(found));
    }
}
