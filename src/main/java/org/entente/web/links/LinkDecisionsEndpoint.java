package org.entente.web.links;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.link.LinkEntry;
import org.entente.link.LinkException;
import org.entente.link.LinkLog;
import org.entente.link.LinkRequest;
import org.entente.text.ExceptionText;
import org.entente.vocab.Ent;
import org.entente.web.http.Language;
import org.entente.web.http.Origins;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;

/**
 * {@code POST /links}: takes decisions, from a form or as JSON. A browser sends the key in a password field of the form. It is neither
 * in a cookie nor in an address, so a page of another site cannot decide on behalf of a reader.
 */
final class LinkDecisionsEndpoint {
    private static final Pattern BACK = Pattern.compile("/links(/[A-Za-z0-9._~%-]+)*");

    private final LinkLog log;
    private final LinkDesk desk;
    private final ServerOptions options;
    private final QueryLimiter limiter;
    private final WriteKey key;
    private final Pages pages;

    LinkDecisionsEndpoint(
            LinkLog log, LinkDesk desk, ServerOptions options, QueryLimiter limiter, WriteKey key, Pages pages) {
        this.log = log;
        this.desk = desk;
        this.options = options;
        this.limiter = limiter;
        this.key = key;
        this.pages = pages;
    }

    void decide(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Origins.requireSame(
                ctx.req(), options, "Decisions must be sent from this site", "Open /links here and decide there.");
        String type = RequestBody.mediaType(ctx);
        switch (type) {
            case "application/json" -> {
                key.require(ctx);
                List<LinkEntry> entries = take(ctx, LinkForms.json(body(ctx)));
                ctx.status(201).contentType("application/json").result(LinkJson.decided(entries));
            }
            case RequestBody.FORM -> form(ctx);
            default ->
                throw Problem.unsupported("Send decisions as JSON (application/json), or as the form of /links ("
                        + RequestBody.FORM + ").");
        }
    }

    private void form(Context ctx) {
        Map<String, String> fields = new LinkedHashMap<>();
        RequestBody.parameters(body(ctx)).forEach((name, values) -> fields.put(name, values.getFirst()));
        LinksRequest request = LinksRequest.of(ctx);
        String sent = fields.remove("key");
        String back = fields.getOrDefault("return", "");
        boolean returns = BACK.matcher(back).matches();
        boolean preview = "preview".equals(fields.get("step"));
        if (!preview) {
            try {
                key.require(ctx, sent);
            } catch (Problem problem) {
                String list = request.address(request.page(), "");
                answer(ctx, problem);
                pages.html(
                        ctx,
                        PageInfo.titled("links.title"),
                        new RefusedView(list, returns ? back : list, fields, ProblemView.of(problem)));
                return;
            }
        }
        try {
            List<LinkRequest> requests = LinkForms.form(fields);
            if (requests.isEmpty()) {
                throw Problem.parameter(
                        "decisions", "at least one: choose accept, reject or unsure next to a candidate");
            }
            if (preview) {
                String action = request.address(request.page(), "");
                PreviewView view = new PreviewView(action, desk.preview(ctx.ip(), requests, Language.of(ctx)), fields);
                pages.html(ctx, PageInfo.titled("links.preview"), view);
                return;
            }
            if (!fields.containsKey("outside")) {
                desk.requireKnown(ctx.ip(), requests);
            }
            List<LinkEntry> entries = take(ctx, desk.ranked(ctx.ip(), requests));
            String to = returns ? back : request.address(request.page(), "");
            ctx.status(303)
                    .header(
                            "Location",
                            to + (to.contains("?") ? "&" : "?") + "saved=" + entries.size() + moments(entries)
                                    + "&lang=" + Language.of(ctx));
        } catch (Problem problem) {
            refuse(ctx, request, returns ? back : "", fields, problem);
        }
    }

    /** The page shows again what was typed, except the key. */
    private void refuse(Context ctx, LinksRequest request, String back, Map<String, String> fields, Problem problem) {
        String language = Language.of(ctx);
        ProblemView shown = ProblemView.of(problem);
        if (back.startsWith("/links/")) {
            LinkHistoryView view = desk.one(
                            ctx.ip(),
                            Ent.ID + back.substring("/links/".length()),
                            Optional.empty(),
                            language,
                            LinkDesk.Saved.NOTHING)
                    .refused(fields, shown);
            answer(ctx, problem);
            pages.html(ctx, PageInfo.titled(view.row().label() + " – Wikidata"), view);
        } else {
            LinksView view = desk.list(ctx.ip(), request, language, LinkDesk.Saved.NOTHING)
                    .refused(fields, shown);
            answer(ctx, problem);
            pages.html(ctx, PageInfo.titled("links.title"), view);
        }
    }

    private static void answer(Context ctx, Problem problem) {
        ctx.status(problem.status());
        problem.headers().forEach(ctx::header);
    }

    /** From the first to the last moment of the decisions, so that the next page can offer to take them back. */
    private static String moments(List<LinkEntry> entries) {
        List<Instant> at =
                entries.stream().flatMap(entry -> entry.at().stream()).sorted().toList();
        return at.isEmpty() ? "" : "&from=" + at.getFirst() + "&to=" + at.getLast();
    }

    private List<LinkEntry> take(Context ctx, List<LinkRequest> requests) {
        try {
            return limiter.run(ctx.ip(), () -> log.append(requests));
        } catch (LinkException e) {
            throw problem(e);
        }
    }

    private String body(Context ctx) {
        return RequestBody.text(RequestBody.read(ctx, options.bodies().query()));
    }

    private static Problem problem(LinkException e) {
        return switch (e.reason()) {
            case UNCLEAR ->
                Problem.of(422, "parameter", "The decision is not complete", ExceptionText.of(e))
                        .with("parameter", e.field());
            case UNKNOWN -> Problem.notFound("No entry has this name", ExceptionText.of(e));
            case CONFLICT -> Problem.of(409, "conflict", "The decision contradicts another", ExceptionText.of(e));
        };
    }
}
