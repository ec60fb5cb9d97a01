package org.entente.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.query.QueryCatalog;

/** {@code /}: one box for a name, what is here, and the ways in. */
final class HomeEndpoint {
    private final Asker asker;
    private final QueryCatalog catalog;
    private final Pages pages;
    private final ByState<Counts> counts = new ByState<>();

    HomeEndpoint(Asker asker, QueryCatalog catalog, Pages pages) {
        this.asker = asker;
        this.catalog = catalog;
        this.pages = pages;
    }

    void handle(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        String language = Language.of(ctx);
        String state = asker.state();
        if (Etags.unchanged(ctx, Etags.of(state, "home", language, ctx.req().getQueryString()))) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("counts", counts.get(state, () -> asker.inOneState(ctx.ip(), Counts::ask)));
        List<CatalogEntry> questions = catalog.queries().stream()
                .limit(60)
                .map(q -> new CatalogEntry(q.id(), q.header().summary().in(language), "", List.of()))
                .toList();
        values.put("questions", questions);
        pages.html(ctx, "home.jte", "home.title", values);
    }

    static void robots(Context ctx) {
        ctx.contentType("text/plain; charset=utf-8")
                .result(
                        "User-agent: *\nDisallow: /sparql\nDisallow: /update\nDisallow: /graph-store\nDisallow: /metrics\n");
    }
}
