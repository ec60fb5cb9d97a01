package org.entente.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /suggest}: what somebody who types may mean, as a JSON array, best first. */
final class SuggestEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 50;
    private static final int BY_DEFAULT = 10;

    private final NameFinder finder;
    private final Asker asker;

    SuggestEndpoint(NameFinder finder, Asker asker) {
        this.finder = finder;
        this.asker = asker;
    }

    void handle(Context ctx) throws IOException {
        Map<String, List<String>> given = Bodies.parameters(ctx.req().getQueryString());
        ctx.header("Vary", "Accept-Language");
        String typed = SearchRequest.text(given);
        String language = Language.of(ctx);
        int limit = CannedRequest.first(given, "limit") == null
                ? BY_DEFAULT
                : CannedRequest.number(given, "limit", 1, MOST);
        var classes = Kind.classes(given.getOrDefault("type", List.of()));
        String tag = Etags.of(asker.state(), "suggest", typed, limit, classes, language);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        List<Found> found = typed.isBlank() ? List.of() : finder.suggest(typed, limit, classes, language, ctx.ip());
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(found));
    }
}
