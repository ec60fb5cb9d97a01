package org.entente.web.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
import org.entente.web.page.AtLeast;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.QuestionEndpoint;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ServiceContext;

/** {@code /ask}: a question in a sentence and its answer. */
final class AskEndpoint extends QuestionEndpoint<AskRequest, String, AskEndpoint.Answered> {
    /** @param atLeast what there is to say beside what the answer counts */
    record Answered(Answer answer, Optional<AtLeast> atLeast) {}

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
    protected Answered answer(QueryExecutor.Session session, AskRequest request, String question) {
        Answer answer = asker.ask(
                question, request.changes(), request.language(), executor.state(), store.names(), session.select());
        List<Node> counted =
                answer.counted().stream().map(NodeFactory::createURI).toList();
        return new Answered(answer, AtLeast.of(session.select(), "event", counted, words(request, answer)));
    }

    /** A page is in the language of the reader, data are in that of the question. */
    private static Messages words(AskRequest request, Answer answer) {
        return Messages.in(
                request.format() == Format.HTML
                        ? request.language()
                        : answer.language().tag());
    }

    @Override
    protected QuestionResponse respond(AskRequest request, String question, Answered answered) {
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
                        AskView.of(answered.answer(), answered.atLeast(), data))
                : QuestionResponse.data(Format.PLAIN_JSON, json(answered, words(request, answered.answer())));
        return response.with("Link", "<" + self + ">; rel=\"canonical\", </openapi.json>; rel=\"describedby\"");
    }

    private static byte[] json(Answered answered, Messages words) {
        ObjectNode json = AnswerJson.of(answered.answer());
        answered.atLeast()
                .ifPresent(atLeast -> json.withObjectProperty("coverage").setAll(atLeast.json(words)));
        try {
            return Json.MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
