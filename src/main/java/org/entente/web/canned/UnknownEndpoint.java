package org.entente.web.canned;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.Parameters;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ServiceContext;

/** {@code /unknown}: all that is known to be missing, counted, each with the list behind it. */
final class UnknownEndpoint {
    private static final List<String> GAPS = List.of(
            "announced-never-reported",
            "trips-without-participants",
            "unnamed-offices",
            "candidates",
            "unnamed-agreements",
            "conflicts",
            "plausibility",
            "coverage-gaps",
            "without-wikidata");

    private final ServiceContext service;

    UnknownEndpoint(ServiceContext service) {
        this.service = service;
    }

    void handle(Context ctx) {
        String language = Language.of(ctx);
        ctx.header("Vary", "Accept-Language");
        String tag = Etags.of(
                service.executor().state(), "unknown", language, ctx.req().getQueryString());
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        service.pages().once(ctx, () -> page(ctx, language));
    }

    private void page(Context ctx, String language) {
        QueryExecutor executor = service.executor();
        List<UnknownView.Gap> gaps = executor.inOneState(ctx.ip(), session -> GAPS.stream()
                .flatMap(id -> service.catalog().query(id).stream())
                .map(query -> gap(session, query, language))
                .toList());
        service.pages().html(ctx, PageInfo.titled("unknown.title"), new UnknownView(gaps));
    }

    private UnknownView.Gap gap(QueryExecutor.Session session, CannedQuery query, String language) {
        Map<String, List<String>> given = Map.of("lang", List.of(language));
        CannedRequest request = new CannedRequest(
                query,
                new CannedRequest.Address("", "/queries/" + query.id(), false),
                given,
                Format.HTML,
                language,
                new CannedRequest.Window(1, CannedQuestion.MOST_GROUPED, false, ""),
                "");
        Arguments arguments = Parameters.read(query, given, service.names(), new EdtfDates());
        CannedQuestion question = CannedQuestion.of(request, arguments, false);
        Rows rows = session.select(question.bound().filled(), CannedQuestion.MOST_GROUPED);
        return new UnknownView.Gap(
                query.header().summary().in(language),
                query.header().description().in(language),
                CannedForm.Said.of(question, rows, service.names()).sentence(),
                "/queries/" + query.id());
    }
}
