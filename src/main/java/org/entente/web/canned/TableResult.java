package org.entente.web.canned;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.Counted;
import org.entente.query.EntityResolver;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.AtLeast;
import org.entente.web.page.CountedThings;
import org.entente.web.page.Counts;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.page.PageLinks;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ResultTable;
import org.entente.web.page.SortLinks;

/**
 * One page of rows as the result of a canned query.
 *
 * @param looked what only a page needs; empty for data formats
 * @param atLeast what there is to say beside what the query counts; empty if it counts nothing, and for formats without a place for it
 * @param notices what the query could not do
 */
record TableResult(Rows rows, Optional<LookedUp> looked, Optional<AtLeast> atLeast, List<String> notices)
        implements CannedResult {
    /**
     * What a page shows besides the rows.
     *
     * @param total number of rows on all pages
     * @param searched the size of the collection, if nothing was found
     */
    record LookedUp(
            long total,
            EntityLabels labels,
            Optional<Counts> searched,
            ChartData chart,
            CannedForm.Said said,
            List<Facet> facets) {}

    static TableResult read(
            QueryExecutor.Session session,
            CannedQuestion question,
            CannedTotals totals,
            String state,
            EntityResolver names,
            Function<QueryExecutor.Session, Counts> counts) {
        CannedRequest request = question.request();
        boolean inJson = request.format() == Format.JSON
                && question.query().header().counted().isPresent();
        if (!request.isPage() && !inJson) {
            return new TableResult(asked(session, question), Optional.empty(), Optional.empty(), notices(session));
        }
        Rows all = session.select(question.all().filled(), CannedQuestion.MOST_GROUPED);
        Rows rows = request.window().sort().isEmpty() && !all.more()
                ? all.slice(request.window().offset(), request.window().size())
                : asked(session, question);
        Optional<AtLeast> atLeast = AtLeast.of(
                session.select(),
                question.query().header().counted().map(Counted::column).orElse(""),
                CountedThings.of(question.query().header(), all),
                Messages.in(request.language()));
        if (inJson) {
            return new TableResult(rows, Optional.empty(), atLeast, notices(session));
        }
        long total = all.more()
                ? totals.of(session, state, question, rows)
                : all.rows().size();
        LookedUp looked = new LookedUp(
                total,
                EntityLabels.of(session, ResultTable.mentioned(rows), request.language()),
                total == 0 ? Optional.of(counts.apply(session)) : Optional.empty(),
                ChartData.of(session, question, rows, all),
                CannedForm.Said.of(question, all, names),
                Facet.of(
                        question,
                        all,
                        names,
                        EntityLabels.of(session, Facet.mentioned(question, all, names), request.language())));
        return new TableResult(rows, Optional.of(looked), atLeast, notices(session));
    }

    private static Rows asked(QueryExecutor.Session session, CannedQuestion question) {
        return session.select(
                question.bound().filled(), question.request().window().size());
    }

    private static List<String> notices(QueryExecutor.Session session) {
        return session.notices().stream().distinct().toList();
    }

    @Override
    public QuestionResponse respond(CannedQuestion question, long most) {
        CannedRequest request = question.request();
        PageLinks links = question.links(rows.more());
        QuestionResponse response = looked.isPresent()
                ? page(question, looked.get(), links, most)
                : QuestionResponse.data(
                        request.format(),
                        data(request, question.query().header().uncounted().in(request.language())));
        notices.forEach(notice -> response.with("Entente-Notice", notice));
        response.with("Link", links.header(question.query().id()));
        return rows.more() ? response.with("Entente-More", "true") : response;
    }

    /** The rows; in JSON with what there is to say beside the count, as a member of its own after them. */
    private byte[] data(CannedRequest request, String uncounted) {
        byte[] written = rows.write(request.format().lang());
        Optional<ObjectNode> said = request.format() == Format.JSON && !uncounted.isEmpty()
                ? Optional.of(AtLeast.unknown(uncounted))
                : atLeast.map(all -> all.json(Messages.in(request.language())));
        if (said.isEmpty()) {
            return written;
        }
        String json = new String(written, StandardCharsets.UTF_8).stripTrailing();
        String member = said.get().toString();
        return (json.substring(0, json.lastIndexOf('}')).stripTrailing() + ",\n  \"coverage\": " + member + "\n}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private QuestionResponse page(CannedQuestion question, LookedUp found, PageLinks links, long most) {
        CannedRequest request = question.request();
        CannedRequest.Window window = request.window();
        long pages = (found.total() + window.size() - 1) / window.size();
        SortLinks sort = new SortLinks(request.path(), links.parameters(), window.sort());
        ResultTable table = ResultTable.ofCanned(
                rows,
                window.offset() + 1,
                question.query().header(),
                found.labels(),
                Messages.in(request.language()),
                sort);
        ResultView picture = ResultView.choose(
                question.kind(),
                CannedForm.answered(request, found.said()).head().title(),
                found.chart(),
                Messages.in(request.language()),
                years(question, links));
        CannedAnswer answer = CannedAnswer.ofRows(
                question,
                found.said(),
                new CannedAnswer.Slice(window.page(), pages, found.total()),
                links.upTo(pages),
                views(question, picture, links),
                found.searched(),
                most);
        return QuestionResponse.page(
                answer.info(rows),
                new CannedTable(
                        answer,
                        table,
                        picture,
                        notices,
                        found.facets(),
                        atLeast,
                        question.query().header().uncounted().in(request.language())));
    }

    /** The link of a year on a time axis: the same question about that year, if the query has a period. */
    private static Optional<IntFunction<String>> years(CannedQuestion question, PageLinks links) {
        boolean timed = question.query().header().parameter("from").isPresent()
                && question.query().header().parameter("to").isPresent();
        return timed ? Optional.of(year -> year(links, Integer.toString(year))) : Optional.empty();
    }

    private static String year(PageLinks links, String year) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(links.parameters());
        parameters.put("from", List.of(year));
        parameters.put("to", List.of(year));
        return Urls.with(links.path(), parameters);
    }

    private static List<ViewLink> views(CannedQuestion question, ResultView picture, PageLinks links) {
        List<ViewLink> views = new ArrayList<>();
        if (question.groupable()) {
            views.add(new ViewLink("reading", links.with("view", ""), false));
            if (picture.possible().size() == 1) {
                views.add(new ViewLink("table", links.with("view", "table"), true));
            }
        }
        views.addAll(picture.views(kind -> links.with("view", kind.word())));
        return views;
    }
}
