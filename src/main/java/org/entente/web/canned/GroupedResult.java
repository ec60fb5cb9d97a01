package org.entente.web.canned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.EntityResolver;
import org.entente.web.page.Counts;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.PageLinks;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ResultTable;

/**
 * All rows of a query, grouped for a {@link ResultPage}.
 *
 * @param said what stands above the answer
 * @param searched the size of the collection, if nothing was found
 */
record GroupedResult(Rows rows, ResultPage.Groups groups, Optional<Counts> searched, CannedForm.Said said)
        implements CannedResult {
    static GroupedResult read(
            QueryExecutor.Session session,
            CannedQuestion question,
            ResultPage page,
            EntityResolver names,
            Function<QueryExecutor.Session, Counts> counts) {
        Rows rows = session.select(question.bound().filled(), CannedQuestion.MOST_GROUPED);
        EntityLabels labels = EntityLabels.of(
                session, ResultTable.named(rows), question.request().language());
        return new GroupedResult(
                rows,
                page.group(session, rows, labels, question.request()),
                rows.isEmpty() ? Optional.of(counts.apply(session)) : Optional.empty(),
                CannedForm.Said.of(question, rows, names));
    }

    @Override
    public QuestionResponse respond(CannedQuestion question, long most) {
        CannedRequest.Window window = question.request().window();
        long pages = (groups.count() + ResultPage.PAGE - 1) / ResultPage.PAGE;
        PageLinks links = question.links(window.page() < pages).upTo(pages);
        CannedAnswer answer = CannedAnswer.ofRows(
                question,
                said,
                new CannedAnswer.Slice(window.page(), pages, rows.rows().size()),
                links,
                views(question, links),
                searched,
                most);
        Rows cited = new Rows(
                rows.columns(), rows.rows().stream().limit(window.size()).toList(), false);
        return QuestionResponse.page(answer.info(cited), groups.view().apply(answer))
                .with("Link", links.header(question.query().id()));
    }

    private List<ViewLink> views(CannedQuestion question, PageLinks links) {
        List<ViewKind> kinds =
                ResultView.possible(RowColumns.of(rows, question.query().header()));
        List<ViewLink> views = new ArrayList<>(List.of(new ViewLink("reading", links.with("view", ""), true)));
        kinds.forEach(kind -> views.add(new ViewLink(kind.word(), links.with("view", kind.word()), false)));
        return views;
    }
}
