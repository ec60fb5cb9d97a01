package org.entente.web.home;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.query.ExampleValues;
import org.entente.sparql.InternalQuery;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/**
 * {@code /about}: how contacts are judged, what the signs mean, how to cite, licences, corrections, and living persons.
 */
final class AboutEndpoint {
    /** From the closest kind of contact to the loosest. */
    private static final List<String> ORDER = List.of(
            "levelMet",
            "levelMetHolderOf",
            "levelCoAttended",
            "levelTravelledWith",
            "levelAnnounced",
            "levelAnnouncedHolderOf",
            "levelCandidate");

    private final QueryExecutor executor;
    private final ExampleValues examples;
    private final Pages pages;

    AboutEndpoint(QueryExecutor executor, ExampleValues examples, Pages pages) {
        this.examples = examples;
        this.executor = executor;
        this.pages = pages;
    }

    void handle(Context ctx) {
        String language = Language.of(ctx);
        ctx.header("Vary", "Accept-Language");
        if (Etags.unchanged(
                ctx, Etags.of(executor.state(), "about", language, ctx.req().getQueryString()))) {
            return;
        }
        pages.once(ctx, () -> page(ctx, language));
    }

    private void page(Context ctx, String language) {
        List<LevelMeaning> levels = executor
                .inOneState(
                        ctx.ip(),
                        session -> session.select(
                                InternalQuery.HOME_LEVELS,
                                Map.of("lang", org.apache.jena.graph.NodeFactory.createLiteralString(language))))
                .rows()
                .stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(
                        row -> ORDER.indexOf(row.text("level").replaceFirst(".*#", ""))))
                .map(row -> new LevelMeaning(
                        new Cell(row.text("label"), Urls.page(row.text("level")), language), row.text("definition")))
                .distinct()
                .toList();
        pages.html(
                ctx,
                PageInfo.titled("about.title"),
                new AboutView(
                        levels,
                        examples.people(1).stream()
                                .findFirst()
                                .map(name -> "/who-met?person=" + name.replace(' ', '+'))
                                .orElse("/sources")));
    }
}
