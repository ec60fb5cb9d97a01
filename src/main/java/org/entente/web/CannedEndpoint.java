package org.entente.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.DateReader;
import org.entente.query.EdtfDates;
import org.entente.query.EntityNames;
import org.entente.query.Paging;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.vocab.Ent;

/** {@code /queries/{id}} and the short names: one canned query as page with form, or its result in any format. */
final class CannedEndpoint {
    private static final int KNOWN_TOTALS = 1_000;

    private static final String NOTICES = "entente.notices";

    private final QueryCatalog catalog;
    private final EntityNames names;
    private final Asker asker;
    private final Pages pages;
    private final DateReader dates = new EdtfDates();
    private final ByState<Counts> counts = new ByState<>();
    private final ByState<Map<String, Long>> totals = new ByState<>();

    CannedEndpoint(QueryCatalog catalog, EntityNames names, Asker asker, Pages pages) {
        this.catalog = catalog;
        this.names = names;
        this.asker = asker;
        this.pages = pages;
    }

    /** {@code /queries/{id}}: the result as a table or picture. */
    void handle(Context ctx, String id) {
        handle(ctx, id, null);
    }

    /**
     * The result in any format; as a page, told.
     *
     * @param reading null for a table
     */
    void handle(Context ctx, String id, Reading reading) {
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
            CannedView form = CannedView.form(query, request, ctx.path());
            show(ctx, "canned.jte", fresh ? form : wrong(form, query, request, ctx.path()), null, null);
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
                request.sort(),
                request.format(),
                arguments.lang(),
                request.language(),
                page ? request.given() + request.view() + ctx.path() : "");
        boolean told = reading != null && page && request.view().isEmpty();
        BoundQuery bound = query.bind(arguments, told ? new Paging(1, Reading.ROWS) : request.paging());
        if (Etags.unchanged(ctx, bound.query(), tag)) {
            return;
        }
        ResultView.wish(request.view());
        if (!request.sort().isEmpty()) {
            bound = bound.sortedBy(
                    request.sort().replaceFirst("^-", ""), request.sort().startsWith("-"));
        }
        ctx.header("Entente-Query", query.id());
        ctx.header("Entente-Release", state);
        ctx.header("Entente-Row-Limit", Long.toString(request.size()));
        ctx.header(
                "Entente-Time-Limit",
                Long.toString(asker.options().queryTimeout().toSeconds()));
        Asked asked = new Asked(query, request, arguments, bound, state);
        if (query.isConstruct()) {
            answerGraph(ctx, asked);
        } else if (told) {
            tell(ctx, asked, reading);
        } else {
            answerRows(ctx, asked, reading != null);
        }
    }

    /** A question that was understood. */
    private record Asked(
            CannedQuery query, CannedRequest request, Arguments arguments, BoundQuery bound, String state) {
        Links links(Context ctx, boolean more) {
            Map<String, List<String>> parameters = permalink(arguments, request);
            if (request.format() != Format.HTML && ctx.queryParam("format") != null) {
                // Asked for in the address, not by Accept: the next page comes in the same format.
                parameters.put("format", List.of(request.format().label()));
            }
            return Links.of(ctx.path(), parameters, request.page(), more);
        }
    }

    /** The form with an error beside each field that has one. */
    private CannedView wrong(CannedView form, CannedQuery query, CannedRequest request, String path) {
        CannedView marked = form;
        for (ParameterException e : Parameters.problems(query, request.given(), names, dates)) {
            marked = query.header().parameter(e.parameter()).isPresent()
                    ? marked.withFields(FieldErrors.mark(
                            marked.fields(), e, Messages.in(request.language()), path, request.given()))
                    : marked.withProblem(ProblemView.of(parameter(e, path, request.given())));
        }
        return marked;
    }

    private void answerRows(Context ctx, Asked asked, boolean readable) {
        CannedRequest request = asked.request();
        boolean page = request.format() == Format.HTML;
        Optional<ResultView.Kind> wish = ResultView.wish(request.view())
                .or(() -> ResultView.Kind.named(asked.query().header().view()));
        record Answer(Rows rows, long total, Labels labels, Counts searched, DrawnRows drawn, List<String> notices) {}
        Answer answer = asker.inOneState(ctx.ip(), session -> {
            Rows rows = session.select(asked.bound().query(), request.size());
            long total = page ? total(session, asked, rows) : 0;
            return new Answer(
                    rows,
                    total,
                    page ? Labels.of(session, Table.mentioned(rows), request.language()) : null,
                    page && total == 0 ? counts.get(asked.state(), () -> Counts.ask(session)) : null,
                    page ? DrawnRows.of(session, asked.query(), asked.arguments(), rows, wish, request) : null,
                    session.notices().stream().distinct().toList());
        });
        answer.notices().forEach(notice -> ctx.header("Entente-Notice", notice));
        ctx.attribute(NOTICES, answer.notices());
        Rows rows = answer.rows();
        Links links = asked.links(ctx, rows.more());
        ctx.header("Link", links.header(asked.query().id()));
        if (rows.more()) {
            ctx.header("Entente-More", "true");
        }
        if (!page) {
            ctx.contentType(request.format().contentType()).result(rows.write(request.format()));
            return;
        }
        long pages = (answer.total() + request.size() - 1) / request.size();
        SortLinks sort = new SortLinks(ctx.path(), links.parameters(), request.sort());
        Table table = Table.ofCanned(
                rows, request.paging().offset() + 1, answer.labels(), Messages.in(request.language()), sort);
        ResultView drawn =
                answer.drawn().view(CannedView.title(asked.query(), request, true, request.language()), links);
        CannedView.Result result = new CannedView.Result(
                table,
                "",
                asked.bound().toSparql(),
                links.upTo(pages),
                request.page(),
                answer.total(),
                pages,
                views(links, readable, drawn),
                answer.searched(),
                CannedView.downloads(links, Format.ROWS, most()),
                snippets(ctx, asked),
                drawn);
        CannedView view = CannedView.of(asked.query(), request, ctx.path(), result, null);
        show(ctx, "canned.jte", view, null, rows);
    }

    private void tell(Context ctx, Asked asked, Reading reading) {
        CannedRequest request = asked.request();
        record Answer(Rows rows, Reading.Told told, Counts searched) {}
        Answer answer = asker.inOneState(ctx.ip(), session -> {
            Rows rows = session.select(asked.bound().query(), Reading.ROWS);
            Labels labels = Labels.of(session, Table.named(rows), request.language());
            return new Answer(
                    rows,
                    reading.tell(session, rows, labels, request),
                    rows.isEmpty() ? counts.get(asked.state(), () -> Counts.ask(session)) : null);
        });
        long groups = answer.told().groups();
        long pages = (groups + Reading.PAGE - 1) / Reading.PAGE;
        Links links = asked.links(ctx, request.page() < pages).upTo(pages);
        ctx.header("Link", links.header(asked.query().id()));
        CannedView.Result result = new CannedView.Result(
                null,
                "",
                asked.bound().toSparql(),
                links,
                request.page(),
                answer.rows().rows().size(),
                pages,
                views(links, true, told(answer.rows())),
                answer.searched(),
                CannedView.downloads(links, Format.ROWS, most()),
                snippets(ctx, asked),
                null);
        CannedView view = CannedView.of(asked.query(), request, ctx.path(), result, null);
        Rows first = new Rows(
                answer.rows().columns(),
                answer.rows().rows().stream().limit(request.size()).toList(),
                false);
        show(ctx, reading.template(), view, answer.told().content(), first);
    }

    /** How many rows there are on all pages; asked only where this page does not show it. */
    private long total(Asker.Session session, Asked asked, Rows rows) {
        if (!rows.more() && (asked.request().page() == 1 || !rows.isEmpty())) {
            return asked.request().paging().offset() + rows.rows().size();
        }
        Map<String, Long> known = totals.get(asked.state(), ConcurrentHashMap::new);
        String key = asked.query().id()
                + asked.arguments().canonical()
                + asked.arguments().lang();
        Long total = known.get(key);
        if (total == null) {
            total = session.select(asked.bound().counting(), 1)
                    .rows()
                    .getFirst()
                    .number("n");
            if (known.size() < KNOWN_TOTALS) {
                known.put(key, total);
            }
        }
        return total;
    }

    private long most() {
        return Math.min(asker.options().rowLimit(), Paging.MAX_SIZE);
    }

    private static List<CannedView.View> views(Links links, boolean readable, ResultView drawn) {
        List<CannedView.View> views = new ArrayList<>();
        if (readable) {
            views.add(new CannedView.View("reading", links.with("view", ""), drawn.kind() == null));
            if (drawn.possible().size() == 1) {
                views.add(new CannedView.View("table", links.with("view", "table"), drawn.kind() != null));
            }
        }
        views.addAll(drawn.views(kind -> links.with("view", kind.word())));
        return views;
    }

    /** What told rows could also be shown as; none of it is. */
    private static ResultView told(Rows rows) {
        return new ResultView(null, ResultView.possible(rows), null, false);
    }

    private List<Snippet> snippets(Context ctx, Asked asked) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(asked.links(ctx, false).parameters());
        parameters.remove("view");
        parameters.put("limit", List.of(Long.toString(most())));
        return Snippet.of(
                Urls.base(ctx, asker.options()) + "/queries/" + asked.query().id(), parameters);
    }

    private void answerGraph(Context ctx, Asked asked) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Ent.prefixes());
        asker.inOneState(
                ctx.ip(),
                session -> model.add(ModelFactory.createModelForGraph(
                        session.construct(asked.bound().query()))));
        Links links = asked.links(ctx, false);
        ctx.header("Link", links.header(asked.query().id()));
        if (asked.request().format() != Format.HTML) {
            Rdf.send(ctx, model, asked.request().format());
            return;
        }
        java.io.StringWriter turtle = new java.io.StringWriter();
        model.write(turtle, "TURTLE");
        CannedView.Result result = new CannedView.Result(
                null,
                turtle.toString(),
                asked.bound().toSparql(),
                links,
                1,
                model.size(),
                1,
                List.of(),
                null,
                CannedView.downloads(links, Format.GRAPHS, most()),
                List.of(),
                null);
        show(ctx, "canned.jte", CannedView.of(asked.query(), asked.request(), ctx.path(), result, null), null, null);
    }

    /** @param cited the rows that the download of this address has, whose fingerprint citations carry; null without an answer */
    private void show(Context ctx, String template, CannedView view, Object told, Rows cited) {
        Map<String, Object> values = new HashMap<>();
        if (cited != null) {
            values.put("hash", ResultHash.of(cited.write(Format.CSV), Format.CSV));
        }
        if (view.result() != null) {
            values.put("permalink", view.result().links().self());
        }
        if (ctx.attribute(NOTICES) instanceof List<?> notices) {
            values.put("notices", notices);
        }
        values.put("view", view);
        if (told != null) {
            values.put("told", told);
        }
        List<Page.Link> alternates =
                view.result() == null ? List.of() : view.result().downloads();
        pages.html(ctx, template, view.title(), alternates, values);
    }

    private static Map<String, List<String>> permalink(Arguments arguments, CannedRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(arguments.canonical());
        if (!arguments.lang().equals("en")) {
            parameters.put("lang", List.of(arguments.lang()));
        }
        if (request.sized()) {
            parameters.put("limit", List.of(Integer.toString(request.size())));
        }
        if (!request.sort().isEmpty()) {
            parameters.put("sort", List.of(request.sort()));
        }
        if (!request.view().isEmpty()) {
            parameters.put("view", List.of(request.view()));
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
                        : " Similar names: "
                                + String.join(", ", near.stream().map(Near::id).toList()) + ".");
        return Problem.of(422, "parameter", "The parameter " + e.parameter() + " is invalid", detail)
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
                            "The loaded release is " + loaded
                                    + ". Leave out release= to query it, or load the files of the other release.")
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
