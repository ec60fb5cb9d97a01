package org.entente.web.release;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.release.KeptRelease;
import org.entente.release.ReleaseException;
import org.entente.release.SetBack;
import org.entente.store.Store;
import org.entente.text.ExceptionText;
import org.entente.text.Json;
import org.entente.web.http.Language;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ServiceContext;

/** {@code /releases/<id>/set-back}: shows what would stay, and with the key sets the collection back to a release, or forward again. */
final class SetBackEndpoint {
    private static final int SHOWN = 200;

    private final Shelf shelf;
    private final Store store;
    private final ServerOptions options;
    private final WriteKey key;
    private final Pages pages;

    SetBackEndpoint(Shelf shelf, ServiceContext service) {
        this.shelf = shelf;
        this.store = service.store();
        this.options = service.options();
        this.key = service.key();
        this.pages = service.pages();
    }

    /** The page before it; nothing is changed. */
    void preview(Context ctx) {
        show(ctx, shelf.require(ctx.pathParam("id")), new ReleaseRequest(Map.of()), Optional.empty());
    }

    private void show(Context ctx, KeptRelease release, ReleaseRequest form, Optional<Problem> problem) {
        ctx.header("Vary", "Accept-Language").header("Cache-Control", "no-store");
        List<String> stays = SetBack.since(release, store);
        List<String> words = store.read(dataset -> {
            var say = new ComparisonView.Sentences(dataset, Messages.in(Language.of(ctx)));
            return stays.stream().limit(SHOWN).map(say::words).toList();
        });
        pages.html(
                ctx,
                PageInfo.titled("setback.title"),
                new SetBackView(
                        release.manifest(),
                        shelf.now(),
                        store.release().setBackFrom(),
                        words,
                        stays.size() - words.size(),
                        key.isSet(),
                        form.text("by"),
                        form.text("note"),
                        problem.map(ProblemView::of)));
    }

    /** Sets the store back. A browser whose key was wrong sees the page again with what it had typed. */
    void take(Context ctx) throws IOException {
        ReleaseRequest form = ReleaseRequest.read(ctx, options);
        boolean browser = ReleaseRequest.fromBrowser(ctx);
        try {
            form.require(ctx, key, options);
        } catch (Problem wrong) {
            Optional<KeptRelease> release = shelf.find(ctx.pathParam("id"));
            if (!browser || release.isEmpty()) {
                throw wrong;
            }
            ctx.status(wrong.status());
            wrong.headers().forEach(ctx::header);
            show(ctx, release.get(), form, Optional.of(wrong));
            return;
        }
        KeptRelease release = shelf.require(ctx.pathParam("id"));
        try {
            SetBack done = SetBack.to(release, shelf.folder(), store, form.keeping());
            if (browser) {
                ctx.status(303).header("Location", "/releases");
            } else {
                ctx.header("Location", "/releases")
                        .contentType("application/json")
                        .result(json(release, done));
            }
        } catch (ReleaseException e) {
            throw Problem.of(409, "release", "Nothing was changed", ExceptionText.of(e));
        }
    }

    private static String json(KeptRelease release, SetBack done) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("release", release.id());
        body.put("left", done.left().id());
        body.put("now", done.state().id());
        body.put("setBackFrom", done.state().setBackFrom());
        body.put("kept", done.kept());
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n";
    }
}
