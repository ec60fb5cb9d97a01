package org.entente.web.release;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.release.History;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.vocab.Ent;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ServiceContext;

/** {@code /history/person/albert-rau}: when each statement about a thing entered, and by which document or decision. */
final class HistoryEndpoint {
    private static final List<Format> FORMATS = List.of(Format.HTML, Format.PLAIN_JSON);

    private final Shelf shelf;
    private final Store store;
    private final QueryLimiter limiter;
    private final Pages pages;

    HistoryEndpoint(Shelf shelf, ServiceContext service) {
        this.shelf = shelf;
        this.store = service.store();
        this.limiter = service.limiter();
        this.pages = service.pages();
    }

    void handle(Context ctx) throws IOException {
        ctx.header("Vary", "Accept, Accept-Language").header("Cache-Control", "no-cache");
        String name = ctx.req().getRequestURI().substring("/history/".length());
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), FORMATS);
        if (!name.matches("[\\p{Alnum}._~%!$&'()*+,;=:@/-]{1,500}")) {
            throw unknown();
        }
        String thing = store.description().own(Ent.ID + Urls.letters(name));
        History history = limiter.run(ctx.ip(), () -> History.of(thing, shelf.all(), store));
        if (history.entries().isEmpty()) {
            throw unknown();
        }
        if (format == Format.PLAIN_JSON) {
            ctx.contentType("application/json")
                    .result(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(history) + "\n");
            return;
        }
        HistoryView view = store.read(dataset -> HistoryView.of(history, name, dataset, Messages.in(Language.of(ctx))));
        pages.html(ctx, PageInfo.titled(view.label()), view);
    }

    private static Problem unknown() {
        return Problem.notFound(
                "No entry has this name",
                "Neither the collection nor a release has this entry. A name is its kind and its last part, such as person/given-name-surname.");
    }
}
