package org.entente.web.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.decision.DecisionException;
import org.entente.decision.DecisionKind;
import org.entente.decision.ProposalQueue;
import org.entente.decision.ProposedDecision;
import org.entente.execution.Problem;
import org.entente.web.http.Language;
import org.entente.web.page.Messages;
import org.entente.web.page.ServiceContext;

/** Without the key a decision is a proposal, which waits for whoever has it. */
final class ProposeEndpoint {
    /** How many proposals of one address are kept within an hour. */
    private static final int MOST_SENT = 20;

    private final ServiceContext service;
    private final RequestedDecision requested;
    private final Optional<ProposalQueue> queue;
    private final Cache<String, Integer> sent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    ProposeEndpoint(ServiceContext service, RequestedDecision requested, Optional<ProposalQueue> queue) {
        this.service = service;
        this.requested = requested;
        this.queue = queue;
    }

    /** Keeps what somebody without the key would decide. */
    void propose(Context ctx, DecisionKind kind, DecisionRequest form) {
        ProposalQueue waiting = queue.orElseThrow(() -> Problem.of(
                409, "proposal", "This server keeps no proposals", "Send it to the contact of the collection."));
        if (!form.missing().isEmpty()) {
            throw Problem.of(422, "decision", "Something is missing", "Fill in what is marked, then send it again.");
        }
        String language = Language.of(ctx);
        String label = service.executor()
                .inOneState(ctx.ip(), session -> requested.decision(session, kind, form))
                .labels()
                .getOrDefault(language, "");
        if (sent.asMap().merge(ctx.ip(), 1, Integer::sum) > MOST_SENT) {
            throw Problem.of(
                    429,
                    "too-many-proposals",
                    "Too many proposals",
                    "This address has sent " + MOST_SENT + " proposals within an hour. Send the next one later.");
        }
        try {
            waiting.add(new ProposedDecision(
                    waiting.name(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    kind.word(),
                    form.about(),
                    form.other(),
                    form.value(),
                    List.copyOf(form.chosen()),
                    form.why(),
                    form.by(),
                    label,
                    form.entry()));
        } catch (DecisionException e) {
            throw Problem.of(
                    409,
                    "proposal",
                    "The proposal was not kept",
                    Messages.in("en").get("decide.error." + e.reason()));
        } catch (UncheckedIOException e) {
            throw Problem.of(
                    409,
                    "proposal",
                    "The proposal was not kept",
                    "This server cannot write it. Send it to the contact of the collection.");
        }
        ctx.status(303).header("Location", "/proposals?sent=1&lang=" + language);
    }
}
