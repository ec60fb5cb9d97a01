package org.entente.web.network;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.execution.QueryExecutor;
import org.entente.export.ConnectionFormat;
import org.entente.network.Connection;
import org.entente.network.Connections;
import org.entente.network.EncounterSentences;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.ExampleValues;
import org.entente.query.ParameterException;
import org.entente.query.Question;
import org.entente.web.http.Format;
import org.entente.web.http.ResultHash;
import org.entente.web.page.Counts;
import org.entente.web.page.PageInfo;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionEndpoint;
import org.entente.web.page.QuestionRequest;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ServiceContext;

/** {@code /path}: chains of contacts between two people, as a page, as JSON or as CSV. */
final class PathEndpoint extends QuestionEndpoint<QuestionRequest, ContactArguments, PathEndpoint.Answer> {
    private static final List<Format> OFFERED = List.of(Format.PLAIN_JSON, Format.CSV, Format.HTML);

    /** @param counts the size of the collection; empty for data formats */
    record Answer(Connection connection, Optional<Counts> counts) {}

    private final EntityResolver names;
    private final ExampleValues examples;

    PathEndpoint(ServiceContext service) {
        super(service.executor(), service.pages());
        names = service.names();
        examples = service.examples();
    }

    private Question question() {
        return ContactQuestions.PATH.with(examples);
    }

    void handle(Context ctx) {
        handle(ctx, QuestionRequest.read(ctx, OFFERED, 1));
    }

    @Override
    protected ContactArguments understand(QuestionRequest request) {
        return new ContactArguments(ContactQuestions.PATH.arguments(request.given(), names, new EdtfDates()));
    }

    @Override
    protected QuestionResponse form(QuestionRequest request, Optional<ParameterException> wrong) {
        PathView view = PathView.form(question(), request, wrong.map(e -> ProblemView.of(problem(request, e))));
        return QuestionResponse.page(PageInfo.titled(view.head().title()), view);
    }

    @Override
    protected List<?> shapes(QuestionRequest request, ContactArguments contact) {
        return Arrays.asList(
                ContactQuestions.PATH.id(),
                contact.arguments().canonical(),
                request.format(),
                contact.language(),
                request.language(),
                request.isPage() ? request.given() : "");
    }

    @Override
    protected Answer answer(QueryExecutor.Session session, QuestionRequest request, ContactArguments contact) {
        Connection connection = Connections.in(session.dataset(), session.stop())
                .between(
                        contact.node("from").orElseThrow(),
                        contact.node("to").orElseThrow(),
                        contact.ofPath(),
                        contact.language());
        return new Answer(connection, request.isPage() ? Optional.of(counts(session)) : Optional.empty());
    }

    @Override
    protected QuestionResponse respond(QuestionRequest request, ContactArguments contact, Answer answer) {
        PageLinks links = PageLinks.of(request.path(), contact.permalink(), 1, false);
        if (request.isPage()) {
            PathView view = PathView.answer(
                    question(),
                    request,
                    contact.readings(names, request.language()),
                    answer.connection(),
                    answer.counts().orElseThrow(),
                    links);
            String table = text(ConnectionFormat.CSV, answer.connection(), contact.language());
            PageInfo info = PageInfo.titled(view.head().title())
                    .withAlternates(view.found().orElseThrow().downloads())
                    .withPermalink(links.self())
                    .withHash(ResultHash.of(table, Format.CSV));
            return QuestionResponse.page(info, view);
        }
        ConnectionFormat format = request.format() == Format.CSV ? ConnectionFormat.CSV : ConnectionFormat.JSON;
        return QuestionResponse.data(request.format(), text(format, answer.connection(), contact.language()))
                .with("Link", "<" + links.self() + ">; rel=\"canonical\"");
    }

    private static String text(ConnectionFormat format, Connection connection, String language) {
        StringWriter out = new StringWriter();
        try {
            format.write(connection, EncounterSentences.in(language), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
