package org.entente.web.canned;

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
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.DateReader;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.store.PerRevision;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.RdfWriter;
import org.entente.web.http.RequestedRelease;
import org.entente.web.http.ResultHash;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Suggestions;
import org.entente.web.http.Urls;
import org.entente.web.page.Counts;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.FieldErrors;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ResultTable;
import org.entente.web.page.SortLinks;

/** {@code /queries/{id}} and the short names: one canned query as page with form, or its result in any format. */
final class CannedEndpoint {
    private static final int KNOWN_TOTALS = 1_000;

    private static final String NOTICES = "entente.notices";

    private final QueryCatalog catalog;
    private final EntityResolver names;
    private final QueryExecutor asker;
    private final ServerOptions options;
    private final Pages pages;
    private final DateReader dates = new EdtfDates();
    private final PerRevision<Counts> counts = new PerRevision<>();
    private final PerRevision<Map<String, Long>> totals = new PerRevision<>();

    CannedEndpoint(
            QueryCatalog catalog, EntityResolver names, QueryExecutor asker, ServerOptions options, Pages pages) {
        this.catalog = catalog;
        this.names = names;
        this.asker = asker;
        this.options = options;
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
    void handle(Context ctx, String id, ResultPage reading) {
        CannedQuery query = catalog.query(id).orElseThrow(() -> unknown(id));
        CannedRequest request = CannedRequest.read(ctx, query, options);
        ctx.header("Vary", "Accept, Accept-Language");
        RequestedRelease.require(ctx, asker);
        boolean page = request.format() == Format.HTML;
        Arguments arguments;
        try {
            arguments = Parameters.read(query, request.given(), names, dates);
        } catch (ParameterException e) {
            if (!page) {
                throw ParameterProblem.of(e, ctx.path(), request.given());
            }
            boolean fresh = request.asksNothing() && e.reason() == ParameterException.Reason.MISSING;
            ctx.status(fresh ? 200 : 422);
            CannedView form = CannedView.form(query, request, ctx.path());
            show(ctx, "canned/result.jte", fresh ? form : wrong(form, query, request, ctx.path()), null, null);
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
        BoundQuery bound = query.bind(arguments, told ? new Paging(1, ResultPage.ROWS) : request.paging());
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
        ctx.header("Entente-Time-Limit", Long.toString(asker.limits().timeout().toSeconds()));
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
        PageLinks links(Context ctx, boolean more) {
            Map<String, List<String>> parameters = permalink(arguments, request);
            if (request.format() != Format.HTML && ctx.queryParam("format") != null) {
                // Asked for in the address, not by Accept: the next page comes in the same format.
                parameters.put("format", List.of(request.format().label()));
            }
            return PageLinks.of(ctx.path(), parameters, request.page(), more);
        }
    }

    /** The form with an error beside each field that has one. */
    private CannedView wrong(CannedView form, CannedQuery query, CannedRequest request, String path) {
        CannedView marked = form;
        for (ParameterException e : Parameters.problems(query, request.given(), names, dates)) {
            marked = query.header().parameter(e.parameter()).isPresent()
                    ? marked.withFields(FieldErrors.mark(
                            marked.fields(), e, Messages.in(request.language()), path, request.given()))
                    : marked.withProblem(ProblemView.of(ParameterProblem.of(e, path, request.given())));
        }
        return marked;
    }

    private void answerRows(Context ctx, Asked asked, boolean readable) {
        CannedRequest request = asked.request();
        boolean page = request.format() == Format.HTML;
        Optional<ResultView.Kind> wish = ResultView.wish(request.view())
                .or(() -> ResultView.Kind.named(asked.query().header().view()));
        record Answer(
                Rows rows, long total, EntityLabels labels, Counts searched, ChartData drawn, List<String> notices) {}
        Answer answer = asker.inOneState(ctx.ip(), session -> {
            Rows rows = session.select(asked.bound().query(), request.size());
            long total = page ? total(session, asked, rows) : 0;
            return new Answer(
                    rows,
                    total,
                    page ? EntityLabels.of(session, ResultTable.mentioned(rows), request.language()) : null,
                    page && total == 0 ? counts.get(asked.state(), () -> Counts.ask(session)) : null,
                    page ? ChartData.of(session, asked.query(), asked.arguments(), rows, wish, request) : null,
                    session.notices().stream().distinct().toList());
        });
        answer.notices().forEach(notice -> ctx.header("Entente-Notice", notice));
        ctx.attribute(NOTICES, answer.notices());
        Rows rows = answer.rows();
        PageLinks links = asked.links(ctx, rows.more());
        ctx.header("Link", links.header(asked.query().id()));
        if (rows.more()) {
            ctx.header("Entente-More", "true");
        }
        if (!page) {
            ctx.contentType(request.format().contentType())
                    .result(rows.write(request.format().lang()));
            return;
        }
        long pages = (answer.total() + request.size() - 1) / request.size();
        SortLinks sort = new SortLinks(ctx.path(), links.parameters(), request.sort());
        ResultTable table = ResultTable.ofCanned(
                rows,
                request.paging().offset() + 1,
                asked.query().header(),
                answer.labels(),
                Messages.in(request.language()),
                sort);
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
        show(ctx, "canned/result.jte", view, null, rows);
    }

    private void tell(Context ctx, Asked asked, ResultPage reading) {
        CannedRequest request = asked.request();
        record Answer(Rows rows, ResultPage.Told told, Counts searched) {}
        Answer answer = asker.inOneState(ctx.ip(), session -> {
            Rows rows = session.select(asked.bound().query(), ResultPage.ROWS);
            EntityLabels labels = EntityLabels.of(session, ResultTable.named(rows), request.language());
            return new Answer(
                    rows,
                    reading.tell(session, rows, labels, request),
                    rows.isEmpty() ? counts.get(asked.state(), () -> Counts.ask(session)) : null);
        });
        long groups = answer.told().groups();
        long pages = (groups + ResultPage.PAGE - 1) / ResultPage.PAGE;
        PageLinks links = asked.links(ctx, request.page() < pages).upTo(pages);
        ctx.header("Link", links.header(asked.query().id()));
        CannedView.Result result = new CannedView.Result(
                null,
                "",
                asked.bound().toSparql(),
                links,
                request.page(),
                answer.rows().rows().size(),
                pages,
                views(links, true, told(asked.query(), answer.rows())),
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
    private long total(QueryExecutor.Session session, Asked asked, Rows rows) {
        if (!rows.more() && (asked.request().page() == 1 || !rows.isEmpty())) {
            return asked.request().paging().offset() + rows.rows().size();
        }
        Map<String, Long> known = totals.get(asked.state(), ConcurrentHashMap::new);
        String key = asked.query().sparql()
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
        return Math.min(asker.limits().rows(), Paging.MAX_SIZE);
    }

    private static List<CannedView.View> views(PageLinks links, boolean readable, ResultView drawn) {
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
    private static ResultView told(CannedQuery query, Rows rows) {
        return new ResultView(null, ResultView.possible(RowColumns.of(rows, query.header())), null, false);
    }

    private List<Snippet> snippets(Context ctx, Asked asked) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(asked.links(ctx, false).parameters());
        parameters.remove("view");
        parameters.put("limit", List.of(Long.toString(most())));
        return Snippet.of(Urls.base(ctx, options) + "/queries/" + asked.query().id(), parameters);
    }

    private void answerGraph(Context ctx, Asked asked) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Prefixes.all());
        asker.inOneState(
                ctx.ip(),
                session -> model.add(ModelFactory.createModelForGraph(
                        session.construct(asked.bound().query()))));
        PageLinks links = asked.links(ctx, false);
        ctx.header("Link", links.header(asked.query().id()));
        if (asked.request().format() != Format.HTML) {
            RdfWriter.send(ctx, model, asked.request().format());
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
        show(
                ctx,
                "canned/result.jte",
                CannedView.of(asked.query(), asked.request(), ctx.path(), result, null),
                null,
                null);
    }

    /** @param cited the rows that the download of this address has, whose fingerprint citations carry; null without an answer */
    private void show(Context ctx, String template, CannedView view, Object told, Rows cited) {
        Map<String, Object> values = new HashMap<>();
        if (cited != null) {
            values.put("hash", ResultHash.of(cited.write(Format.CSV.lang()), Format.CSV));
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

    private Problem unknown(String id) {
        List<String> ids = catalog.queries().stream().map(CannedQuery::id).toList();
        List<Suggestions> near = Suggestions.words(id, ids, 5).stream()
                .map(name -> new Suggestions(name, name, "/queries/" + name))
                .toList();
        return Problem.notFound("No such query", "There is no query of this name. GET /queries lists all of them.")
                .with("near", near);
    }
}
