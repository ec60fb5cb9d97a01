package org.entente.web.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.ask.Answer;
import org.entente.ask.AnswerJson;
import org.entente.ask.Asker;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.query.ParameterException;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.QuestionEndpoint;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ServiceContext;

/** {@code /ask}: a question in a sentence and its answer. */
final class AskEndpoint extends QuestionEndpoint<AskRequest, String, Answer> {
    private final Asker asker;
    private final Store store;
    private final Pages pages;

    AskEndpoint(ServiceContext service, Asker asker) {
        super(service.executor(), service.pages());
        this.asker = asker;
        this.store = service.store();
        this.pages = service.pages();
    }

    void handle(Context ctx) {
        AskRequest request = AskRequest.read(ctx);
        if (request.isPage() && request.question().isEmpty()) {
            ctx.header("Vary", "Accept, Accept-Language");
            pages.html(ctx, PageInfo.titled("ask.title"), AskView.empty());
            return;
        }
        handle(ctx, request);
    }

    @Override
    protected String understand(AskRequest request) {
        if (request.question().isEmpty()) {
            throw Problem.of(
                            422,
                            "parameter",
                            "There is no question",
                            "Parameter q: a question in German, English or Russian.")
                    .with("parameter", "q");
        }
        return request.question();
    }

    @Override
    protected QuestionResponse form(AskRequest request, Optional<ParameterException> wrong) {
        return QuestionResponse.page(PageInfo.titled("ask.title"), AskView.empty());
    }

    @Override
    protected List<?> shapes(AskRequest request, String question) {
        return List.of("ask", question, request.changes(), request.format(), request.language());
    }

    @Override
    protected Answer answer(QueryExecutor.Session session, AskRequest request, String question) {
        return asker.ask(
                question, request.changes(), request.language(), executor.state(), store.names(), session.select());
    }

    @Override
    protected QuestionResponse respond(AskRequest request, String question, Answer answer) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("q", List.of(question));
        request.changes().forEach((slot, value) -> parameters.put(AskRequest.SLOT + slot, List.of(value)));
        String self = Urls.with("/ask", parameters);
        parameters.put("format", List.of("json"));
        String data = Urls.with("/ask", parameters);
        QuestionResponse response = request.format() == Format.HTML
                ? QuestionResponse.page(
                        PageInfo.titled(question)
                                .withPermalink(self)
                                .withAlternates(
                                        List.of(new org.entente.web.page.Page.Link("JSON", data, "application/json"))),
                        AskView.of(answer, data))
                : QuestionResponse.data(Format.PLAIN_JSON, json(answer));
        return response.with("Link", "<" + self + ">; rel=\"canonical\", </openapi.json>; rel=\"describedby\"");
    }

    private static byte[] json(Answer answer) {
        try {
            return Json.MAPPER.writeValueAsBytes(AnswerJson.of(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
