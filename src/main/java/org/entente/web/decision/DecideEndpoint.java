package org.entente.web.decision;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.entente.decision.Decision;
import org.entente.decision.DecisionException;
import org.entente.decision.DecisionKind;
import org.entente.decision.DecisionLog;
import org.entente.decision.ProposalQueue;
import org.entente.execution.Problem;
import org.entente.rdf.Finding;
import org.entente.store.StoreException;
import org.entente.text.ExceptionText;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Language;
import org.entente.web.http.Origins;
import org.entente.web.http.Urls;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ServiceContext;

/** {@code /decide/…}: what can be decided, what a choice means, and the choice itself. */
final class DecideEndpoint {
    private final ServiceContext service;
    private final Optional<DecisionLog> log;
    private final Optional<ProposalQueue> queue;
    private final RequestedDecision requested;
    private final DecideFormEndpoint page;
    private final ProposeEndpoint proposals;

    DecideEndpoint(ServiceContext service, Optional<ProposalQueue> queue) {
        this.service = service;
        this.queue = queue;
        this.log = service.options()
                .folders()
                .collection()
                .map(files -> new DecisionLog(service.store(), files, Clock.systemUTC()));
        this.requested = new RequestedDecision(service);
        this.page = new DecideFormEndpoint(service, requested, log.isPresent(), queue.isPresent());
        this.proposals = new ProposeEndpoint(service, requested, queue);
    }

    /** The form. */
    void page(Context ctx) {
        DecisionKind kind = kind(ctx);
        DecisionRequest asked = requested.named(kind, DecisionRequest.asked(ctx));
        if (kind.takesTwo() && asked.other().isEmpty() && !asked.entry().asked()) {
            page.choose(ctx, kind, asked, Optional.empty());
            return;
        }
        try {
            page.show(ctx, kind, asked, DecideFormEndpoint.Answer.NONE);
        } catch (DecisionException e) {
            page.choose(ctx, kind, asked, Optional.of(e.reason()));
        } catch (Problem problem) {
            if (problem.status() != 404 || !kind.takesTwo()) {
                throw problem;
            }
            page.choose(ctx, kind, asked, Optional.of("unknown"));
        }
    }

    /** A form comes in: it is shown in words, or the decision is taken. */
    void receive(Context ctx) {
        DecisionKind kind = kind(ctx);
        Origins.requireSame(
                ctx.req(),
                service.options(),
                "Decisions must be sent from this site",
                "Open " + ctx.path() + " here and decide there.");
        DecisionRequest form = requested.named(kind, DecisionRequest.sent(ctx, service.options()));
        try {
            if (form.step().equals("decide") && form.seen().isPresent()) {
                if (!form.missing().isEmpty()) {
                    throw Problem.of(
                            422, "decision", "Something is missing", "Fill in what is marked, then decide again.");
                }
                authorize(ctx, form);
                decide(ctx, kind, form);
            } else if (form.step().equals("propose") && form.seen().isPresent()) {
                proposals.propose(ctx, kind, form);
            } else {
                page.show(ctx, kind, form, DecideFormEndpoint.Answer.PREVIEW);
            }
        } catch (DecisionException e) {
            page.choose(ctx, kind, form, Optional.of(e.reason()));
        } catch (StaleMatter stale) {
            ctx.status(409);
            page.show(
                    ctx,
                    kind,
                    form,
                    new DecideFormEndpoint.Answer(true, Optional.of(stale.changed()), Optional.empty(), List.of()));
        } catch (Refused refused) {
            ctx.status(422);
            page.show(
                    ctx,
                    kind,
                    form,
                    new DecideFormEndpoint.Answer(true, Optional.empty(), Optional.empty(), refused.findings));
        } catch (Problem problem) {
            if (problem.status() >= 500 || problem.status() == 404) {
                throw problem;
            }
            ctx.status(problem.status());
            problem.headers().forEach(ctx::header);
            page.show(
                    ctx,
                    kind,
                    form,
                    new DecideFormEndpoint.Answer(
                            true, Optional.empty(), Optional.of(ProblemView.of(problem)), List.of()));
        }
    }

    /** Who sends the key with a decision need not send it with the next one. Programs send it in the header. */
    private void authorize(Context ctx, DecisionRequest form) {
        if (ctx.header("Authorization") != null) {
            service.key().require(ctx);
        } else if (form.key().isEmpty()) {
            service.key().require(ctx, "");
        } else {
            service.key()
                    .signIn(
                            ctx,
                            form.key(),
                            form.by(),
                            Urls.base(ctx, service.options()).startsWith("https:"));
        }
    }

    private static DecisionKind kind(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        return DecisionKind.named(ctx.pathParam("kind"))
                .orElseThrow(() -> Problem.notFound(
                        "Nothing of this kind is decided here",
                        "There is /decide/contradiction and others: see /decisions."));
    }

    private void decide(Context ctx, DecisionKind kind, DecisionRequest form) {
        Decision decision = service.executor().inOneState(ctx.ip(), session -> requested.decision(session, kind, form));
        DecisionLog.Outcome outcome = service.limiter().run(ctx.ip(), () -> take(kind, form, decision), () -> false);
        if (!outcome.accepted()) {
            throw new Refused(outcome.findings().stream()
                    .filter(Finding::isError)
                    .map(Finding::toString)
                    .toList());
        }
        queue.ifPresent(waiting -> waiting.remove(form.proposal()));
        ctx.status(303)
                .header(
                        "Location",
                        "/decisions?saved=" + Urls.encode(Prefixes.compact(outcome.iri())) + "&lang="
                                + Language.of(ctx));
    }

    private DecisionLog.Outcome take(DecisionKind kind, DecisionRequest form, Decision decision) {
        try {
            return log.orElseThrow(() -> Problem.of(
                            409,
                            "decision",
                            "This server cannot decide",
                            "It does not know the files of its collection, only the store."))
                    .append(
                            decision,
                            select -> StaleMatter.requireUnchanged(requested.matter(select, kind, form), form));
        } catch (StoreException e) {
            throw Problem.of(409, "decision", "The decision was not taken", ExceptionText.of(e));
        }
    }

    /** Shapes or checks refuse the decision. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> findings;

        Refused(List<String> findings) {
            super(null, null, false, false);
            this.findings = findings;
        }
    }
}
