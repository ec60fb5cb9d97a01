package org.entente.web.sparql;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.CannedQuery;
import org.entente.query.ParameterException;
import org.entente.sparql.InternalQuery;
import org.entente.web.canned.ChartData;
import org.entente.web.canned.QueryThemes;
import org.entente.web.canned.ResultView;
import org.entente.web.canned.ViewKind;
import org.entente.web.http.Language;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ResultTable;

/** The page of the SPARQL editor; with {@code fragment=true} only its result. */
final class SparqlPages {
    /** Largest number of rows on a page; files have more. */
    static final int ROWS = 500;
    /** Largest number of characters of a graph on a page. */
    private static final int TEXT = 200_000;
    /**
     * Longest address with a query, in characters. Longer queries are sent by POST, because servers and mail programs
     * cut off long addresses.
     */
    private static final int LONGEST_ADDRESS = 6_000;

    private final QueryThemes themes;
    private final QueryExecutor executor;
    private final Pages pages;

    SparqlPages(QueryThemes themes, QueryExecutor executor, Pages pages) {
        this.themes = themes;
        this.executor = executor;
        this.pages = pages;
    }

    /**
     * Shows the editor with the query of {@code edit=}, or with the canned query of {@code example=}, which has the values that are given
     * or those of its example; nothing is run.
     */
    void editor(Context ctx) {
        String edited = ctx.queryParam("edit");
        String example = ctx.queryParam("example");
        String query = edited != null ? edited : InternalQuery.SPARQL_SAMPLE.text();
        if (edited == null && example != null) {
            CannedQuery canned = themes.catalog()
                    .query(example)
                    .orElseThrow(() -> Problem.notFound(
                            "No such query", "There is no query of this name. GET /queries lists all of them."));
            Map<String, List<String>> given = new LinkedHashMap<>(ctx.queryParamMap());
            given.keySet().removeIf(name -> canned.header().parameter(name).isEmpty());
            try {
                query = given.isEmpty()
                        ? themes.runnable(canned, Language.of(ctx))
                        : themes.filled(canned, given, Language.of(ctx));
            } catch (ParameterException e) {
                throw ParameterProblem.of(e, ctx.path(), ctx.queryParamMap());
            }
        }
        show(ctx, query, Optional.empty(), Optional.empty());
    }

    /** Shows the editor with the query and its error. */
    void trouble(Context ctx, String query, Problem problem) {
        ctx.status(problem.status());
        problem.headers().forEach(ctx::header);
        ctx.header("Cache-Control", "no-store");
        show(ctx, query, Optional.empty(), Optional.of(SparqlView.Trouble.of(problem, query)));
    }

    /**
     * @param json the rows as SPARQL JSON
     * @param cut whether there are more
     */
    void rows(Context ctx, SparqlRequest request, byte[] json, boolean cut, double seconds) {
        String language = Language.of(ctx);
        Rows all = Rows.read(json);
        Rows rows = new Rows(all.columns(), all.rows(), cut);
        Optional<ViewKind> kind = ViewKind.asked(ctx.queryParam("view"));
        ChartData data =
                executor.inOneState(ctx.ip(), session -> ChartData.ofFree(session, rows, kind.isPresent(), language));
        Messages messages = Messages.in(language);
        ResultTable table = ResultTable.of(rows, 1, data.labels(), messages);
        ResultView drawn = ResultView.choose(kind, messages.get("result.title"), data, messages, Optional.empty());
        show(ctx, request, new SparqlResult.Table(table, drawn), cut, seconds);
    }

    /** @param json the answer of an ASK as SPARQL JSON */
    void yesOrNo(Context ctx, SparqlRequest request, byte[] json, double seconds) {
        boolean yes = new String(json, StandardCharsets.UTF_8).matches("(?s).*\"boolean\"\\s*:\\s*true.*");
        show(ctx, request, new SparqlResult.YesOrNo(yes), false, seconds);
    }

    /** @param cut whether there are solutions of which it is not made */
    void graph(Context ctx, SparqlRequest request, byte[] text, boolean cut, double seconds) {
        String whole = new String(text, StandardCharsets.UTF_8);
        boolean tooLong = whole.length() > TEXT;
        String shown = tooLong ? whole.substring(0, whole.lastIndexOf('\n', TEXT) + 1) : whole;
        show(ctx, request, new SparqlResult.Graph(shown, ROWS), cut || tooLong, seconds);
    }

    private void show(Context ctx, SparqlRequest request, SparqlResult.Answer answer, boolean cut, double seconds) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.dataset());
        parameters.put("query", List.of(request.text()));
        String permalink = Urls.with("/sparql", parameters);
        boolean addressed = permalink.length() <= LONGEST_ADDRESS;
        List<Page.Link> downloads = request.data().stream()
                .map(format -> {
                    parameters.put("format", List.of(format.label()));
                    return new Page.Link(
                            format.label().toUpperCase(Locale.ROOT),
                            addressed ? Urls.with("/sparql", parameters) : format.label(),
                            format.mediaType());
                })
                .toList();
        SparqlResult result = new SparqlResult(
                answer,
                cut,
                seconds,
                executor.limits().rows(),
                new SparqlResult.Links(request.text(), addressed ? permalink : "", downloads),
                unknown(ctx, request));
        if ("true".equals(ctx.queryParam("fragment"))) {
            pages.fragment(ctx, result);
        } else {
            show(ctx, request.text(), Optional.of(result), Optional.empty());
        }
    }

    private List<String> unknown(Context ctx, SparqlRequest request) {
        Messages messages = Messages.in(Language.of(ctx));
        return executor.inOneState(ctx.ip(), session -> UnknownTerms.in(request.query(), session.dataset())).stream()
                .map(term -> term.near()
                        .map(near -> messages.get("sparql.unknownNear", term.name(), near))
                        .orElseGet(() -> messages.get("sparql.unknown", term.name())))
                .toList();
    }

    private void show(Context ctx, String query, Optional<SparqlResult> result, Optional<SparqlView.Trouble> trouble) {
        SparqlView view = new SparqlView(
                query,
                result,
                trouble,
                themes.in(Language.of(ctx)),
                InternalQuery.SPARQL_SAMPLE.text(),
                executor.limits().rows(),
                executor.limits().timeout().toSeconds());
        pages.html(ctx, PageInfo.titled("sparql.title"), view);
    }
}
