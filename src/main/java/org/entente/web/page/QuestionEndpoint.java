package org.entente.web.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.query.ParameterException;
import org.entente.store.PerRevision;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.RequestedRelease;

/**
 * The common steps of every question: check the release, parse the parameters, compare the ETag, read the store in one
 * transaction, send the result as a page or as data. A subclass adds what differs.
 *
 * @param <R> the request with unparsed parameters
 * @param <Q> the parsed question
 * @param <A> the answer from the store
 */
public abstract class QuestionEndpoint<R extends QuestionEndpoint.Request, Q, A> {
    /** A request whose parameters are not parsed yet. */
    public interface Request {
        String path();

        /** The parameters of the question. */
        Map<String, List<String>> given();

        Format format();

        /** The language of the page. */
        String language();

        default boolean isPage() {
            return format() == Format.HTML;
        }
    }

    protected final QueryExecutor executor;
    private final Pages pages;
    private final PerRevision<Counts> counts = new PerRevision<>();

    protected QuestionEndpoint(QueryExecutor executor, Pages pages) {
        this.executor = executor;
        this.pages = pages;
    }

    /** @throws ParameterException if a parameter is missing or wrong */
    protected abstract Q understand(R request);

    /**
     * The form without an answer.
     *
     * @param wrong the error to show; empty if nothing was asked yet
     */
    protected abstract QuestionResponse form(R request, Optional<ParameterException> wrong);

    /** What the answer depends on besides the state of the store, for its ETag. */
    protected abstract List<?> shapes(R request, Q question);

    /** Reads the answer from the store. */
    protected abstract A answer(QueryExecutor.Session session, R request, Q question);

    /** The answer in the requested format. */
    protected abstract QuestionResponse respond(R request, Q question, A answer);

    /** The headers of every answer, besides that with the release. */
    protected Map<String, String> headers(R request, Q question) {
        return Map.of(
                "Entente-Time-Limit", Long.toString(executor.limits().timeout().toSeconds()));
    }

    /** Whether a question is only begun, so that its page shows the form without an error. */
    protected boolean isUnfinished(R request, ParameterException wrong) {
        return wrong.reason() == ParameterException.Reason.MISSING;
    }

    protected Problem problem(R request, ParameterException wrong) {
        return ParameterProblem.of(wrong, request.path(), request.given());
    }

    /**
     * Sets the ETag.
     *
     * @return whether the client already has the answer
     */
    protected boolean unchanged(Context ctx, Q question, String tag) {
        return Etags.unchanged(ctx, tag);
    }

    /** The size of the collection, counted once for each state of the store. */
    protected final Counts counts(QueryExecutor.Session session) {
        return counts.get(executor.state(), () -> Counts.ask(session));
    }

    protected final void handle(Context ctx, R request) {
        ctx.header("Vary", "Accept, Accept-Language");
        RequestedRelease.require(ctx, executor);
        Q question;
        try {
            question = understand(request);
        } catch (ParameterException e) {
            if (!request.isPage()) {
                throw problem(request, e);
            }
            boolean unfinished = isUnfinished(request, e);
            ctx.status(unfinished ? 200 : 422);
            form(request, unfinished ? Optional.empty() : Optional.of(e)).send(ctx, pages);
            return;
        }
        String state = executor.state();
        if (unchanged(ctx, question, Etags.of(state, shapes(request, question).toArray()))) {
            return;
        }
        ctx.header("Entente-Release", state);
        headers(request, question).forEach(ctx::header);
        pages.once(ctx, () -> {
            A answer = executor.inOneState(ctx.ip(), session -> answer(session, request, question));
            respond(request, question, answer).send(ctx, pages);
        });
    }
}
