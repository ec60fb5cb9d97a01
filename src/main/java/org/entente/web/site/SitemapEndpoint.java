package org.entente.web.site;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.execution.QueryExecutor;
import org.entente.sparql.InternalQuery;
import org.entente.store.PerRevision;
import org.entente.vocab.IdSpaces;
import org.entente.web.http.Etags;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code /sitemap.xml} and {@code /robots.txt}: the pages for search engines, and those that are not for robots. */
final class SitemapEndpoint {
    /** Largest number of addresses in a file, by the sitemap protocol. */
    private static final int MOST = 50_000;

    private static final List<String> PAGES = List.of(
            "/",
            "/about",
            "/who-met",
            "/dossier",
            "/path",
            "/network",
            "/queries",
            "/sources",
            "/releases",
            "/conflicts",
            "/coverage",
            "/ontology");
    private final QueryExecutor executor;
    private final ServerOptions options;
    private final PerRevision<List<String>> things = new PerRevision<>();

    SitemapEndpoint(QueryExecutor executor, ServerOptions options) {
        this.executor = executor;
        this.options = options;
    }

    void handle(Context ctx) {
        String state = executor.state();
        String base = Urls.base(ctx, options);
        if (Etags.unchanged(ctx, Etags.of(state, "sitemap", base))) {
            return;
        }
        List<String> paths = things.get(
                state,
                () -> executor.inOneState(
                        ctx.ip(), session -> session.select(InternalQuery.SITE_SITEMAP, Map.of()).rows().stream()
                                .map(row -> row.text("thing"))
                                .filter(IdSpaces::isThing)
                                .map(Urls::page)
                                .toList()));
        String urls = Stream.concat(PAGES.stream(), paths.stream())
                .limit(MOST)
                .map(path -> "<url><loc>" + xml(base + path) + "</loc></url>\n")
                .collect(Collectors.joining());
        ctx.contentType("application/xml; charset=utf-8")
                .result("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + urls + "</urlset>\n");
    }

    void robots(Context ctx) {
        ctx.contentType("text/plain; charset=utf-8")
                .result(Stream.of(
                                "/sparql",
                                "/update",
                                "/graph-store",
                                "/metrics",
                                "/cite",
                                "/r/",
                                "/timemap/",
                                "/history/",
                                "/evidence",
                                "/find",
                                "/suggest")
                        .map(path -> "Disallow: " + path + "\n")
                        .collect(Collectors.joining(
                                "",
                                "User-agent: *\n",
                                "\nSitemap: " + Urls.base(ctx, options) + "/sitemap.xml\nSitemap: "
                                        + Urls.base(ctx, options) + "/sitemap-releases.xml\n")));
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
