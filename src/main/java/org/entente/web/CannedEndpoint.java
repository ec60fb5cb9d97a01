package org.entente.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.DateReader;
import org.entente.query.EdtfDates;
import org.entente.query.EntityNames;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.vocab.Ent;

/** {@code /queries/{id}} and the short names: one canned query as page with form, or its result in any format. */
final class CannedEndpoint {
    private final QueryCatalog catalog;
    private final EntityNames names;
    private final Asker asker;
    private final Pages pages;
    private final DateReader dates = new EdtfDates();
    private final ByState<Counts> counts = new ByState<>();

    CannedEndpoint(QueryCatalog catalog, EntityNames names, Asker asker, Pages pages) {
        this.catalog = catalog;
        this.names = names;
        this.asker = asker;
        this.pages = pages;
    }

    void handle(Context ctx, String id) {
        CannedQuery query = catalog.query(id).orElseThrow(() -> unknown(id));
        CannedRequest request = CannedRequest.read(ctx, query, asker.options());
        ctx.header("Vary", "Accept, Accept-Language");
        refuseOtherRelease(ctx, asker);
        boolean page = request.format() == Format.HTML;
        Arguments arguments;
        try {
            arguments = Parameters.read(query, request.given(), names, dates);
        } catch (ParameterException e) {
            if (!page) {
                throw parameter(e, ctx.path(), request.given());
            }
            boolean fresh = request.asksNothing() && e.reason() == ParameterException.Reason.MISSING;
            ctx.status(fresh ? 200 : 422);
            show(
                    ctx,
                    CannedView.form(query, request, fresh ? null : parameter(e, ctx.path(), request.given())),
                    List.of());
            return;
        }
        String state = asker.state();
        String tag = Etags.of(
                state,
                query.id(),
                query.sparql(),
                arguments.canonical(),
                request.page(),
                request.size(),
                request.format(),
                arguments.lang(),
                request.language(),
                page ? request.given() : "");
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        BoundQuery bound = query.bind(arguments, request.paging());
        ctx.header("Entente-Query", query.id());
        ctx.header("Entente-Release", state);
        ctx.header("Entente-Row-Limit", Long.toString(request.size()));
        ctx.header(
                "Entente-Time-Limit",
                Long.toString(asker.options().queryTimeout().toSeconds()));
        if (query.isConstruct()) {
            answerGraph(ctx, query, request, arguments, bound);
        } else {
            answerRows(ctx, query, request, arguments, bound, state);
        }
    }

    private void answerRows(
            Context ctx,
            CannedQuery query,
            CannedRequest request,
            Arguments arguments,
            BoundQuery bound,
            String state) {
        boolean page = request.format() == Format.HTML;
        record Answer(Rows rows, Labels labels, Counts counts, List<String> notices) {}
        Answer answer = asker.inOneState(ctx.ip(), session -> {
            Rows rows = session.select(bound.query(), request.size());
            return new Answer(
                    rows,
                    page ? Labels.of(session, Table.mentioned(rows), request.language()) : null,
                    page && rows.isEmpty() ? counts.get(state, () -> Counts.ask(session)) : null,
                    session.notices().stream().distinct().toList());
        });
        answer.notices().forEach(notice -> ctx.header("Entente-Notice", notice));
        Rows rows = answer.rows();
        Links links = Links.of(ctx.path(), permalink(arguments, request), request.page(), rows.more());
        ctx.header("Link", links.header(query.id()));
        if (rows.more()) {
            ctx.header("Entente-More", "true");
        }
        if (page) {
            CannedView view =
                    CannedView.result(query, request, rows, answer.labels(), bound.toSparql(), links, answer.counts());
            show(ctx, view, view.downloads(), answer.notices());
        } else {
            ctx.contentType(request.format().contentType()).result(rows.write(request.format()));
        }
    }

    private void answerGraph(
            Context ctx, CannedQuery query, CannedRequest request, Arguments arguments, BoundQuery bound) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Ent.prefixes());
        asker.inOneState(
                ctx.ip(), session -> model.add(ModelFactory.createModelForGraph(session.construct(bound.query()))));
        Links links = Links.of(ctx.path(), permalink(arguments, request), request.page(), false);
        ctx.header("Link", links.header(query.id()));
        if (request.format() == Format.HTML) {
            java.io.StringWriter turtle = new java.io.StringWriter();
            model.write(turtle, "TURTLE");
            CannedView view = CannedView.graph(query, request, turtle.toString(), bound.toSparql(), links);
            show(ctx, view, view.downloads());
        } else {
            Rdf.send(ctx, model, request.format());
        }
    }

    private void show(Context ctx, CannedView view, List<Page.Link> downloads) {
        show(ctx, view, downloads, List.of());
    }

    private void show(Context ctx, CannedView view, List<Page.Link> downloads, List<String> notices) {
        Map<String, Object> values = new HashMap<>();
        values.put("notices", notices);
        values.put("view", view);
        pages.html(ctx, "canned.jte", view.title(), downloads, values);
    }

    private static Map<String, List<String>> permalink(Arguments arguments, CannedRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(arguments.canonical());
        if (!arguments.lang().equals("en")) {
            parameters.put("lang", List.of(arguments.lang()));
        }
        if (request.sized()) {
            parameters.put("limit", List.of(Integer.toString(request.size())));
        }
        return parameters;
    }

    /**
     * 422 in our words: what is wrong, what would be right, what may have been meant.
     *
     * @param given the whole request: what may have been meant leads to the same request with that put right
     */
    static Problem parameter(ParameterException e, String path, Map<String, List<String>> given) {
        List<Near> near = new ArrayList<>();
        e.candidates().forEach(c -> {
            Map<String, List<String>> mended = new LinkedHashMap<>(given);
            mended.values().removeIf(texts -> texts.stream().allMatch(String::isBlank));
            mended.put(e.parameter(), List.of(Urls.shorten(c.iri())));
            near.add(new Near(c.label(), Urls.shorten(c.iri()), Urls.with(path, mended)));
        });
        e.nearNames().forEach(name -> near.add(new Near(name, name, "")));
        String detail = e.getMessage() + "."
                + (near.isEmpty()
                        ? ""
                        : " Near to it: "
                                + String.join(", ", near.stream().map(Near::id).toList()) + ".");
        return Problem.of(422, "parameter", "The parameter " + e.parameter() + " is not understood", detail)
                .with("parameter", e.parameter())
                .with("reason", e.reason().name().toLowerCase(java.util.Locale.ROOT))
                .with("given", e.given())
                .with("expected", e.expected())
                .with("near", near);
    }

    /** Only what is loaded now can be asked; a link into another release must not get this one's answer. */
    static void refuseOtherRelease(Context ctx, Asker asker) {
        String wanted = ctx.queryParam("release");
        String loaded = asker.release();
        if (wanted != null && !wanted.isBlank() && !wanted.equals(loaded)) {
            throw Problem.notFound(
                            "This release is not loaded",
                            "Loaded is release " + loaded
                                    + ". Leave release= out to ask it, or load the files of the other.")
                    .with("release", loaded);
        }
    }

    private Problem unknown(String id) {
        List<String> ids = catalog.queries().stream().map(CannedQuery::id).toList();
        List<Near> near = Near.words(id, ids, 5).stream()
                .map(name -> new Near(name, name, "/queries/" + name))
                .toList();
        return Problem.notFound("No such query", "There is no query of this name. GET /queries lists all of them.")
                .with("near", near);
    }
}
