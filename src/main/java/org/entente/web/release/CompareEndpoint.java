package org.entente.web.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.CancellationCheck;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.query.QueryCatalog;
import org.entente.release.KeptState;
import org.entente.release.ReleaseComparison;
import org.entente.text.Json;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ServiceContext;

/** {@code /releases/A..B}: what differs between two releases, in sentences, as JSON and as RDF Patch; {@code now} is the present state. */
final class CompareEndpoint {
    private static final List<Format> FORMATS = List.of(Format.HTML, Format.PLAIN_JSON, Format.TEXT);
    private static final int REMEMBERED = 8;

    private final Shelf shelf;
    private final QueryLimiter limiter;
    private final QueryCatalog catalog;
    private final Pages pages;
    private final Duration limit;
    private final Cache<String, ReleaseComparison> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    CompareEndpoint(Shelf shelf, ServiceContext service) {
        this.shelf = shelf;
        this.limiter = service.limiter();
        this.catalog = service.catalog();
        this.pages = service.pages();
        this.limit = service.options().queries().timeout();
    }

    void handle(Context ctx) throws IOException {
        ctx.header("Vary", "Accept, Accept-Language");
        String[] two = ctx.pathParam("id").split("\\.\\.", -1);
        if (two.length != 2) {
            throw Problem.notFound("No such comparison", "Write two releases with two dots between them.");
        }
        String asked = ctx.queryParam("format");
        boolean patch = "patch".equals(asked);
        Format format = patch ? Format.TEXT : Negotiation.require(asked, ctx.header("Accept"), FORMATS);
        String from = id(two[0]);
        String to = id(two[1]);
        // Not within known.get: it would hold a lock while it waits for a place among the queries.
        ReleaseComparison comparison = known.getIfPresent(from + ".." + to);
        if (comparison == null) {
            comparison = limiter.run(
                    ctx.ip(), () -> compare(from, to, CancellationCheck.at(System.nanoTime() + limit.toNanos())));
            known.put(from + ".." + to, comparison);
        }
        switch (format) {
            case TEXT ->
                ctx.contentType("application/rdf-patch")
                        .result(comparison.statements().patch(comparison.from(), comparison.to()));
            case PLAIN_JSON -> ctx.contentType("application/json").result(json(comparison));
            default -> {
                ReleaseComparison found = comparison;
                ComparisonView view = shelf.state(to)
                        .store()
                        .read(dataset -> ComparisonView.of(found, dataset, catalog, Language.of(ctx)));
                pages.html(ctx, PageInfo.titled(from + " … " + to), view);
            }
        }
    }

    private String id(String asked) {
        return asked.equals(Shelf.NOW) || asked.equals(shelf.now())
                ? shelf.now()
                : shelf.require(asked).id();
    }

    private ReleaseComparison compare(String from, String to, CancellationCheck stop) {
        KeptState older = shelf.state(from);
        KeptState newer = shelf.state(to);
        stop.check();
        return ReleaseComparison.of(older, newer, stop);
    }

    private static String json(ReleaseComparison comparison) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from", comparison.from());
        body.put("to", comparison.to());
        body.put("causes", comparison.causes());
        body.put("answers", comparison.mostChanged());
        body.put("asked", comparison.asked());
        body.put("notAsked", comparison.left());
        body.put("graphs", comparison.statements().graphs());
        body.put("derived", comparison.statements().derived());
        body.put("statements", comparison.statements().changes());
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n";
    }
}
