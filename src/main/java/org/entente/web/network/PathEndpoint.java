package org.entente.web.network;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.export.ConnectionFormat;
import org.entente.network.Connection;
import org.entente.network.Connections;
import org.entente.network.EncounterSentences;
import org.entente.query.Arguments;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.ParameterException;
import org.entente.query.Question;
import org.entente.store.PerRevision;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.RequestedRelease;
import org.entente.web.http.ResultHash;
import org.entente.web.page.Counts;
import org.entente.web.page.PageLinks;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionRequest;

/** {@code /path}: how two persons are connected, as page, JSON or CSV. */
public final class PathEndpoint {
    public static final Question QUESTION =
            Question.read("path", PathEndpoint.class.getResourceAsStream("/web/questions/path.header"));
    private static final List<Format> OFFERED = List.of(Format.PLAIN_JSON, Format.CSV, Format.HTML);

    private final EntityResolver names;
    private final QueryExecutor asker;
    private final Pages pages;
    private final PerRevision<Counts> counts = new PerRevision<>();

    PathEndpoint(EntityResolver names, QueryExecutor asker, Pages pages) {
        this.names = names;
        this.asker = asker;
        this.pages = pages;
    }

    void handle(Context ctx) throws IOException {
        QuestionRequest request = QuestionRequest.read(ctx, OFFERED, 1);
        ctx.header("Vary", "Accept, Accept-Language");
        RequestedRelease.require(ctx, asker);
        Arguments arguments;
        try {
            arguments = QUESTION.arguments(request.given(), names, new EdtfDates());
        } catch (ParameterException e) {
            Problem problem = ParameterProblem.of(e, ctx.path(), request.given());
            if (!request.isPage()) {
                throw problem;
            }
            boolean begun = request.onlyBegun(e);
            ctx.status(begun ? 200 : 422);
            show(ctx, PathView.form(request, begun ? null : ProblemView.of(problem)), null);
            return;
        }
        String state = asker.state();
        String tag = Etags.of(
                state,
                QUESTION.id(),
                arguments.canonical(),
                request.format(),
                arguments.lang(),
                request.language(),
                request.isPage() ? request.given() : "");
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        ctx.header("Entente-Release", state);
        ctx.header("Entente-Time-Limit", Long.toString(asker.limits().timeout().toSeconds()));
        ContactArguments contact = new ContactArguments(arguments);
        record Answer(Connection connection, Counts counts) {}
        Answer answer = asker.inOneState(
                ctx.ip(),
                session -> new Answer(
                        Connections.in(session.dataset(), session.stop())
                                .between(
                                        contact.node("from").orElseThrow(),
                                        contact.node("to").orElseThrow(),
                                        contact.ofPath(),
                                        arguments.lang()),
                        request.isPage() ? counts.get(state, () -> Counts.ask(session)) : null));
        PageLinks links = PageLinks.of(ctx.path(), contact.permalink(), 1, false);
        if (request.isPage()) {
            StringWriter table = new StringWriter();
            ConnectionFormat.CSV.write(answer.connection(), EncounterSentences.in(arguments.lang()), table);
            show(
                    ctx,
                    PathView.answer(request, answer.connection(), answer.counts(), links),
                    ResultHash.of(table.toString(), Format.CSV));
            return;
        }
        ConnectionFormat format = request.format() == Format.CSV ? ConnectionFormat.CSV : ConnectionFormat.JSON;
        StringWriter out = new StringWriter();
        format.write(answer.connection(), EncounterSentences.in(arguments.lang()), out);
        ctx.header("Link", "<" + links.self() + ">; rel=\"canonical\"");
        ctx.contentType(request.format().contentType()).result(out.toString());
    }

    /** @param hash of the result; null where there is none */
    private void show(Context ctx, PathView view, ResultHash hash) {
        Map<String, Object> values = new HashMap<>();
        values.put("hash", hash);
        values.put("permalink", hash == null ? null : view.self());
        values.put("view", view);
        pages.html(ctx, "network/path.jte", view.title(), view.downloads(), values);
    }
}
