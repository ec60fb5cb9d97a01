package org.entente.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /search}: what a name may mean, by kind, with the reason, as page or JSON. */
final class SearchEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NameFinder finder;
    private final Asker asker;
    private final Pages pages;

    SearchEndpoint(NameFinder finder, Asker asker, Pages pages) {
        this.finder = finder;
        this.asker = asker;
        this.pages = pages;
    }

    void handle(Context ctx) throws IOException {
        ctx.header("Vary", "Accept, Accept-Language");
        SearchRequest request = SearchRequest.read(ctx);
        var classes = Kind.classes(request.types());
        String tag = Etags.of(asker.state(), "search", request);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        if (request.isPage()) {
            SearchView view = SearchView.of(request, finder, classes, ctx.ip());
            pages.html(ctx, "search.jte", view.title(), Map.of("view", view));
            return;
        }
        List<Found> found = request.text().isEmpty()
                ? List.of()
                : finder.search(request.text(), request.limit(), classes, request.language(), ctx.ip());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("query", request.text());
        answer.put("hits", found);
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(answer));
    }
}
