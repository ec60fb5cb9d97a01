package org.entente.web.links;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.link.Contribution;
import org.entente.link.Contributions;
import org.entente.link.LinkLog;
import org.entente.link.Links;
import org.entente.link.QuickStatements;
import org.entente.link.Sssom;
import org.entente.store.NameIndex;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.page.MergedEntityRedirect;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/**
 * {@code GET /links} and what is below it: links to Wikidata, candidates and decisions.
 */
final class LinksEndpoint {
    private static final List<Format> LIST = List.of(Format.HTML, Format.PLAIN_JSON, Format.SSSOM, Format.TURTLE);
    private static final List<Format> ONE = List.of(Format.HTML, Format.PLAIN_JSON);

    private final Store store;
    private final QueryExecutor executor;
    private final Pages pages;
    private final LinkDesk desk;
    private final LinkLog log;

    LinksEndpoint(Store store, QueryExecutor executor, Pages pages, LinkDesk desk, LinkLog log) {
        this.store = store;
        this.executor = executor;
        this.pages = pages;
        this.desk = desk;
        this.log = log;
    }

    void list(Context ctx) {
        ctx.header("Vary", "Accept, Accept-Language");
        LinksRequest request = LinksRequest.of(ctx);
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), LIST);
        String state = executor.state();
        if (Etags.unchanged(
                ctx,
                Etags.of(state, "links", format, Language.of(ctx), ctx.req().getQueryString()))) {
            return;
        }
        switch (format) {
            case SSSOM -> {
                String text = executor.inOneState(ctx.ip(), session -> Sssom.write(session.dataset(), state));
                ctx.contentType(format.contentType())
                        .header("Content-Disposition", "attachment; filename=\"entente-wikidata.sssom.tsv\"")
                        .result(text);
            }
            case TURTLE -> ctx.contentType(format.contentType()).result(log.export());
            case PLAIN_JSON -> ctx.contentType(format.contentType()).result(LinkJson.page(list(ctx, request)));
            default -> show(ctx, list(ctx, request));
        }
    }

    /** {@code /links/quickstatements}; {@code items=outside} for what is about items that the snapshot does not hold. */
    void statements(Context ctx) {
        ctx.header("Vary", "Accept");
        Format format = Negotiation.require(
                ctx.queryParam("format"),
                ctx.header("Accept"),
                List.of(Format.TEXT, Format.PLAIN_JSON, Format.CSV, Format.HTML));
        String items = Optional.ofNullable(ctx.queryParam("items")).orElse("snapshot");
        if (!items.equals("snapshot") && !items.equals("outside")) {
            throw Problem.parameter("items", "snapshot or outside");
        }
        Contributions contributions =
                executor.inOneState(ctx.ip(), session -> Contributions.of(session.dataset(), Language.of(ctx)));
        List<Contribution> chosen = contributions.checked(items.equals("snapshot"));
        if (format == Format.PLAIN_JSON) {
            ctx.contentType(format.contentType()).result(LinkJson.statements(contributions));
        } else if (format == Format.CSV) {
            ctx.contentType(format.contentType()).result(QuickStatements.csv(chosen));
        } else if (format == Format.HTML) {
            ctx.header("Vary", "Accept, Accept-Language");
            pages.html(ctx, PageInfo.titled("links.statements"), new QuickStatementsView(contributions));
        } else {
            // QuickStatements has no comments, so without commands the text is empty.
            ctx.header("Link", "</links/quickstatements?format=html>; rel=\"describedby\"; type=\"text/html\"");
            ctx.contentType(format.contentType()).result(QuickStatements.text(chosen));
        }
    }

    void one(Context ctx) {
        ctx.header("Vary", "Accept, Accept-Language");
        String entity = store.description().own(entity(ctx));
        NameIndex names = store.names();
        if (MergedEntityRedirect.answered(ctx, entity, names.survivor(entity), "/links/", "")) {
            return;
        }
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), ONE);
        String language = Language.of(ctx);
        if (Etags.unchanged(
                ctx,
                Etags.of(
                        executor.state(),
                        "link",
                        entity,
                        format,
                        language,
                        ctx.req().getQueryString()))) {
            return;
        }
        Optional<String> asked = Optional.ofNullable(ctx.queryParam("item"))
                .filter(item -> !item.isBlank())
                .map(LinkForms::qid);
        LinkHistoryView view = desk.one(ctx.ip(), entity, asked, language, saved(ctx));
        if (format == Format.PLAIN_JSON) {
            ctx.contentType(format.contentType()).result(LinkJson.history(view.row(), view.entries()));
        } else {
            pages.html(ctx, PageInfo.titled(view.row().label() + " – Wikidata"), view);
        }
    }

    /** Redirects from an item of Wikidata to the entity that is linked to it. */
    void wikidata(Context ctx) {
        String qid = ctx.pathParam("qid");
        List<String> entities = executor.inOneState(
                ctx.ip(), session -> Links.in(session.dataset()).entities(qid));
        if (entities.isEmpty()) {
            throw Problem.notFound(
                    "Nothing is linked to this item",
                    "The collection has no accepted link to " + qid + ". See /links for all links.");
        }
        entities.stream().skip(1).forEach(other -> ctx.res()
                .addHeader("Link", "<" + local(other) + ">; rel=\"alternate\""));
        ctx.status(303).header("Location", local(entities.getFirst()));
    }

    private LinksView list(Context ctx, LinksRequest request) {
        return desk.list(ctx.ip(), request, Language.of(ctx), saved(ctx));
    }

    private static LinkDesk.Saved saved(Context ctx) {
        return LinkDesk.Saved.of(ctx.queryParam("saved"), ctx.queryParam("from"), ctx.queryParam("to"));
    }

    private void show(Context ctx, LinksView view) {
        pages.html(ctx, PageInfo.titled("links.title"), view);
    }

    private static String entity(Context ctx) {
        String name = ctx.req().getRequestURI().substring("/links/".length());
        return name.contains(":") ? LinkForms.iri(name.replace("%3A", ":")) : Ent.ID + name;
    }

    private static String local(String iri) {
        return "/id/" + IdSpaces.local(iri);
    }
}
