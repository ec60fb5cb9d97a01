package org.entente.web.dossier;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;
import org.entente.store.CollectionDescription;
import org.entente.web.http.Urls;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /passage/doc/s003-r1}: the passage that a report cites, if the archive has the text of its source. */
final class PassageEndpoint {
    private final QueryExecutor executor;
    private final Archive archive;
    private final Pages pages;

    PassageEndpoint(QueryExecutor executor, Archive archive, Pages pages) {
        this.executor = executor;
        this.archive = archive;
        this.pages = pages;
    }

    void handle(Context ctx) {
        String name = ctx.req().getRequestURI().substring("/passage/".length());
        List<Row> reports = executor.inOneState(ctx.ip(), session -> session.select(
                        InternalQuery.DOSSIER_PASSAGES,
                        "report",
                        Set.of(NodeFactory.createURI(
                                CollectionDescription.in(session.dataset()).ids() + name)))
                .rows());
        if (reports.isEmpty()) {
            throw Problem.notFound(
                    "No passage on record",
                    "This entry has no passage in a text with a known digest. Reports have one: /page/" + name + ".");
        }
        Row report = reports.getFirst();
        String locator = report.bound("locator").getLiteralLexicalForm();
        List<String> paragraphs = archive.passage(report.bound("digest").getLiteralLexicalForm(), locator)
                .orElseThrow(() -> Problem.notFound(
                        "The archive does not have this text",
                        "Texts are not included. Put the text with the SHA-256 digest of the document into a folder, and start with"
                                + " --archive FOLDER."));
        ctx.header("Cache-Control", "no-store");
        String document = Urls.page(report.bound("document").getURI());
        pages.html(ctx, PageInfo.titled(name), new PassageView(name, document, locator, paragraphs));
    }
}
