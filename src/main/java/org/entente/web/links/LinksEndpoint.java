package org.entente.web.links;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.execution.QueryLimiter;
import org.entente.link.CandidateRanking;
import org.entente.link.LinkCandidate;
import org.entente.link.LinkEntry;
import org.entente.link.LinkException;
import org.entente.link.LinkLog;
import org.entente.link.LinkRequest;
import org.entente.link.LinkReview;
import org.entente.link.Links;
import org.entente.link.QuickStatements;
import org.entente.link.Sssom;
import org.entente.link.WikidataOffices;
import org.entente.store.NameIndex;
import org.entente.store.PerRevision;
import org.entente.store.Store;
import org.entente.text.ExceptionText;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.Origins;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.page.MergedEntityRedirect;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;
import org.entente.wikidata.WikidataEntity;
import org.jspecify.annotations.Nullable;

/**
 * {@code /links}: links to Wikidata, candidates and decisions. A browser sends the key in a password field of the form.
 * It is neither in a cookie nor in an address, so a page of another site cannot decide on behalf of a reader.
 */
final class LinksEndpoint {
    private static final List<Format> LIST = List.of(Format.HTML, Format.PLAIN_JSON, Format.SSSOM, Format.TURTLE);
    private static final List<Format> ONE = List.of(Format.HTML, Format.PLAIN_JSON);

    private final Store store;
    private final QueryExecutor executor;
    private final ServerOptions options;
    private final QueryLimiter limiter;
    private final WriteKey key;
    private final Pages pages;
    private final SnapshotIndex.Source indexes;
    private final LinkLog log;
    private final PerRevision<LinkReview> reviews = new PerRevision<>();

    LinksEndpoint(
            Store store,
            QueryExecutor executor,
            ServerOptions options,
            QueryLimiter limiter,
            WriteKey key,
            Pages pages) {
        this.store = store;
        this.executor = executor;
        this.options = options;
        this.limiter = limiter;
        this.key = key;
        this.pages = pages;
        this.indexes = new SnapshotIndex.Source(store);
        this.log = new LinkLog(store, Clock.systemUTC());
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
            case PLAIN_JSON -> ctx.contentType(format.contentType()).result(LinkJson.page(view(ctx, request, state)));
            default -> show(ctx, view(ctx, request, state));
        }
    }

    void statements(Context ctx) {
        ctx.header("Vary", "Accept");
        Format format = Negotiation.require(
                ctx.queryParam("format"),
                ctx.header("Accept"),
                List.of(Format.TEXT, Format.PLAIN_JSON, Format.CSV, Format.HTML));
        QuickStatements statements = executor.inOneState(ctx.ip(), session -> QuickStatements.of(session.dataset()));
        if (format == Format.PLAIN_JSON) {
            ctx.contentType(format.contentType()).result(LinkJson.statements(statements));
        } else if (format == Format.CSV) {
            ctx.contentType(format.contentType()).result(statements.csv());
        } else if (format == Format.HTML) {
            ctx.header("Vary", "Accept, Accept-Language");
            pages.html(ctx, PageInfo.titled("links.statements"), new QuickStatementsView(statements));
        } else {
            // QuickStatements has no comments, so without commands the text is empty.
            ctx.header("Link", "</links/quickstatements?format=html>; rel=\"describedby\"; type=\"text/html\"");
            ctx.contentType(format.contentType()).result(statements.text());
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
        SnapshotIndex index = indexes.get();
        LinkHistoryView view = executor.inOneState(ctx.ip(), session -> {
            DatasetGraph dataset = session.dataset();
            String kind = LinkReview.kind(dataset, entity);
            if (kind.isEmpty()) {
                throw unknown(entity);
            }
            LinkReview.Item item = LinkReview.item(dataset, new CandidateRanking(dataset, index), entity, kind);
            WikidataEntity accepted = Links.in(dataset)
                    .accepted(entity)
                    .flatMap(Snapshot.in(dataset)::entity)
                    .orElse(null);
            return new LinkHistoryView(
                    LinkRow.of(item, language),
                    Links.in(dataset).history(entity),
                    accepted,
                    kind.equals("person") ? WikidataOffices.of(dataset, entity) : List.of(),
                    suggested(entity, accepted, names),
                    key.isSet());
        });
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

    /** Takes decisions from a form or as JSON. */
    void decide(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Origins.requireSame(ctx.req(), "Decisions must be sent from this site", "Open /links here and decide there.");
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
        try {
            key.require(ctx, fields.remove("key"));
            List<LinkRequest> requests = LinkForms.form(fields);
            if (requests.isEmpty()) {
                throw LinksRequest.wrong(
                        "decisions", "at least one: choose accept, reject or unsure next to a candidate");
            }
            List<LinkEntry> entries = take(ctx, ranked(ctx, requests));
            String back = fields.getOrDefault("return", "");
            String to = back.matches("/links(/[A-Za-z0-9._~%-]+)*") ? back : request.address(request.page(), "");
            ctx.status(303)
                    .header(
                            "Location",
                            to + (to.contains("?") ? "&" : "?") + "saved=" + entries.size() + "&lang="
                                    + Language.of(ctx));
        } catch (Problem problem) {
            // The page shows again what was typed, except the key.
            fields.remove("key");
            LinksView view = view(ctx, request, executor.state());
            ctx.status(problem.status());
            problem.headers().forEach(ctx::header);
            show(ctx, view.refused(fields, ProblemView.of(problem)));
        }
    }

    private List<LinkEntry> take(Context ctx, List<LinkRequest> requests) {
        try {
            return limiter.run(ctx.ip(), () -> log.append(requests));
        } catch (LinkException e) {
            throw problem(e);
        }
    }

    /** Adds the score of each candidate and the version of the ranking to the decisions. */
    private List<LinkRequest> ranked(Context ctx, List<LinkRequest> requests) {
        Map<String, LinkReview.Item> items = review(ctx, executor.state()).items().stream()
                .collect(Collectors.toMap(LinkReview.Item::entity, i -> i, (a, b) -> a));
        return requests.stream()
                .map(r -> items.containsKey(r.entity())
                        ? items.get(r.entity()).candidates().stream()
                                .filter(c -> c.qid().equals(r.qid()))
                                .findFirst()
                                .map((LinkCandidate c) -> r.ranked(CandidateRanking.VERSION, c.score()))
                                .orElse(r)
                        : r)
                .toList();
    }

    private LinkReview review(Context ctx, String state) {
        return reviews.get(state, () -> {
            SnapshotIndex index = indexes.get();
            return executor.inOneState(
                    ctx.ip(),
                    session -> LinkReview.of(
                            session.dataset(),
                            index,
                            Snapshot.in(session.dataset()).name()));
        });
    }

    private LinksView view(Context ctx, LinksRequest request, String state) {
        LinkReview review = review(ctx, state);
        List<LinkReview.Item> fitting =
                review.items().stream().filter(request::fits).toList();
        int from = (request.page() - 1) * LinksRequest.PAGE;
        String language = Language.of(ctx);
        List<LinkRow> rows = fitting.stream()
                .skip(from)
                .limit(LinksRequest.PAGE)
                .map(item -> LinkRow.of(item, language))
                .toList();
        Map<String, Long> counts = new HashMap<>();
        for (String one : LinksRequest.STATES) {
            LinksRequest other = new LinksRequest(one, request.kind(), 1);
            counts.put(one, review.items().stream().filter(other::fits).count());
        }
        String saved = ctx.queryParam("saved");
        return new LinksView(
                request,
                review.snapshot(),
                counts,
                new LinksView.Found(
                        rows,
                        fitting.size(),
                        request.page() > 1 ? request.address(request.page() - 1, language) : "",
                        from + rows.size() < fitting.size() ? request.address(request.page() + 1, language) : ""),
                key.isSet(),
                new LinksView.Decisions(
                        Map.of(),
                        Optional.empty(),
                        saved != null && saved.matches("[0-9]{1,4}") ? Integer.parseInt(saved) : 0));
    }

    private void show(Context ctx, LinksView view) {
        pages.html(ctx, PageInfo.titled("links.title"), view);
    }

    private static List<LinkHistoryView.SuggestedName> suggested(
            String entity, @Nullable WikidataEntity accepted, NameIndex names) {
        if (accepted == null) {
            return List.of();
        }
        return accepted.labels().entrySet().stream()
                .map(e -> new LinkHistoryView.SuggestedName(e.getValue(), e.getKey()))
                .filter(n -> names.match(n.text(), Set.of()).rows().stream()
                        .noneMatch(r -> r.entity().equals(entity) && r.text().equals(n.text())))
                .sorted(java.util.Comparator.comparing(LinkHistoryView.SuggestedName::language))
                .toList();
    }

    private String body(Context ctx) {
        return RequestBody.text(RequestBody.read(ctx, options.bodies().query()));
    }

    private static String entity(Context ctx) {
        String name = ctx.req().getRequestURI().substring("/links/".length());
        return name.contains(":") ? LinkForms.iri(name.replace("%3A", ":")) : Ent.ID + name;
    }

    private static Problem unknown(String entity) {
        return Problem.notFound(
                "No entry with this name can be linked",
                "The collection has no person, organization, polity, post, place, event or document <" + entity
                        + ">. Write it like /links/person/albert-rau.");
    }

    private static String local(String iri) {
        return "/id/" + IdSpaces.local(iri);
    }

    static Problem problem(LinkException e) {
        return switch (e.reason()) {
            case UNCLEAR ->
                Problem.of(422, "parameter", "The decision is not complete", ExceptionText.of(e))
                        .with("parameter", e.field());
            case UNKNOWN -> Problem.notFound("No entry has this name", ExceptionText.of(e));
            case CONFLICT -> Problem.of(409, "conflict", "The decision contradicts another", ExceptionText.of(e));
        };
    }
}
