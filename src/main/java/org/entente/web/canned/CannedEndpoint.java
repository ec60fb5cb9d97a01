package org.entente.web.canned;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.execution.Determinism;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.DateReader;
import org.entente.query.EdtfDates;
import org.entente.query.Paging;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.text.NearWords;
import org.entente.web.http.Etags;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.Suggestions;
import org.entente.web.page.FieldErrors;
import org.entente.web.page.FormField;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionEndpoint;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ServiceContext;

/** {@code /queries/{id}} and the short addresses: the form of a canned query and its result in any format. */
final class CannedEndpoint extends QuestionEndpoint<CannedRequest, CannedQuestion, CannedResult> {
    private final ServiceContext service;
    private final Map<String, ResultPage> resultPages;
    private final DateReader dates = new EdtfDates();
    private final CannedTotals totals = new CannedTotals();
    /** Whether the answers of a query depend on more than the store. */
    private final LoadingCache<CannedQuery, Boolean> changing =
            Caffeine.newBuilder().weakKeys().build(query -> Determinism.neededBy(query.unfilled()));

    /** @param resultPages pages that show all rows of a query together, by their paths */
    CannedEndpoint(ServiceContext service, Map<String, ResultPage> resultPages) {
        super(service.executor(), service.pages());
        this.service = service;
        this.resultPages = resultPages;
    }

    void handle(Context ctx, String id) {
        CannedQuery query = service.catalog().query(id).orElseThrow(() -> unknown(id));
        handle(ctx, CannedRequest.read(ctx, query, service.options()));
    }

    @Override
    protected CannedQuestion understand(CannedRequest request) {
        Arguments arguments = Parameters.read(request.query(), request.given(), service.names(), dates);
        return CannedQuestion.of(request, arguments, resultPages.containsKey(page(request)));
    }

    @Override
    protected boolean isUnfinished(CannedRequest request, ParameterException wrong) {
        return request.asksNothing() && super.isUnfinished(request, wrong);
    }

    @Override
    protected QuestionResponse form(CannedRequest request, Optional<ParameterException> wrong) {
        List<FormField> fields = CannedForm.fields(request);
        Optional<ProblemView> problem = Optional.empty();
        if (wrong.isPresent()) {
            Messages messages = Messages.in(request.language());
            for (ParameterException e : Parameters.problems(request.query(), request.given(), service.names(), dates)) {
                if (request.query().header().parameter(e.parameter()).isPresent()) {
                    fields = FieldErrors.mark(fields, e, messages, request.path(), request.given());
                } else {
                    problem = Optional.of(ProblemView.of(ParameterProblem.of(e, request.path(), request.given())));
                }
            }
        }
        CannedForm form = CannedForm.unanswered(request, fields, problem);
        return QuestionResponse.page(PageInfo.titled(form.head().title()), form);
    }

    @Override
    protected List<?> shapes(CannedRequest request, CannedQuestion question) {
        return Arrays.asList(
                request.query().id(),
                request.query().sparql(),
                question.arguments().canonical(),
                request.window().page(),
                request.window().size(),
                request.window().sort(),
                request.format(),
                question.arguments().lang(),
                request.language(),
                request.isPage() ? request.given() + request.view() + request.path() : "");
    }

    @Override
    protected boolean unchanged(Context ctx, CannedQuestion question, String tag) {
        return Etags.unchanged(ctx, changing.get(question.query()), tag);
    }

    @Override
    protected Map<String, String> headers(CannedRequest request, CannedQuestion question) {
        Map<String, String> headers = new LinkedHashMap<>(super.headers(request, question));
        headers.put("Entente-Query", request.query().id());
        headers.put("Entente-Row-Limit", Long.toString(request.window().size()));
        return headers;
    }

    @Override
    protected CannedResult answer(QueryExecutor.Session session, CannedRequest request, CannedQuestion question) {
        if (request.query().isConstruct()) {
            return GraphResult.read(session, question);
        }
        return question.grouped()
                ? GroupedResult.read(
                        session,
                        question,
                        Objects.requireNonNull(resultPages.get(page(request)), "grouped means that there is one"),
                        service.names(),
                        this::counts)
                : TableResult.read(session, question, totals, executor.state(), service.names(), this::counts);
    }

    @Override
    protected QuestionResponse respond(CannedRequest request, CannedQuestion question, CannedResult result) {
        return result.respond(question, Math.min(executor.limits().rows(), Paging.MAX_SIZE));
    }

    private static String page(CannedRequest request) {
        return request.path().replaceFirst("/+$", "");
    }

    private Problem unknown(String id) {
        List<String> ids =
                service.catalog().queries().stream().map(CannedQuery::id).toList();
        List<Suggestions> near = NearWords.of(id, ids, 5).stream()
                .map(name -> new Suggestions(name, name, "/queries/" + name))
                .toList();
        return Problem.notFound("No such query", "There is no query of this name. GET /queries lists all of them.")
                .with("near", near);
    }
}
