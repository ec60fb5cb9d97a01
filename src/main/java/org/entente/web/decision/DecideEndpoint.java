package org.entente.web.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.decision.Decision;
import org.entente.decision.DecisionException;
import org.entente.decision.DecisionKind;
import org.entente.decision.DecisionLog;
import org.entente.decision.Draft;
import org.entente.decision.Matter;
import org.entente.decision.Matters;
import org.entente.decision.ProposalQueue;
import org.entente.decision.ProposedDecision;
import org.entente.decision.Sought;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Select;
import org.entente.query.EntityCandidate;
import org.entente.rdf.Finding;
import org.entente.store.StoreException;
import org.entente.text.ExceptionText;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Language;
import org.entente.web.http.Origins;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ServiceContext;

/** {@code /decide/…}: what can be decided, what a choice means, and the choice itself. */
final class DecideEndpoint {
    /** How many proposals of one address are kept within an hour. */
    private static final int MOST_SENT = 20;

    private final ServiceContext service;
    private final Optional<DecisionLog> log;
    private final Optional<ProposalQueue> queue;
    private final Cache<String, Integer> sent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    DecideEndpoint(ServiceContext service, Optional<ProposalQueue> queue) {
        this.service = service;
        this.queue = queue;
        this.log = service.options()
                .folders()
                .collection()
                .map(files -> new DecisionLog(service.store(), files, Clock.systemUTC()));
    }

    /** The form. */
    void page(Context ctx) {
        DecisionKind kind = kind(ctx);
        DecisionRequest asked = named(kind, DecisionRequest.asked(ctx));
        if (kind.takesTwo() && asked.other().isEmpty()) {
            choose(ctx, kind, asked, Optional.empty());
            return;
        }
        try {
            show(ctx, kind, asked, Answer.NONE);
        } catch (DecisionException e) {
            choose(ctx, kind, asked, Optional.of(e.reason()));
        } catch (Problem problem) {
            if (problem.status() != 404 || !kind.takesTwo()) {
                throw problem;
            }
            choose(ctx, kind, asked, Optional.of("unknown"));
        }
    }

    /** Asks for the second thing. */
    private void choose(Context ctx, DecisionKind kind, DecisionRequest asked, Optional<String> wrong) {
        String language = Language.of(ctx);
        Messages messages = Messages.in(language);
        String iri = iri(asked.about());
        if (!service.names().exists(iri)) {
            throw Problem.notFound("No entry has this name", "The collection has no " + asked.about() + ".");
        }
        wrong.ifPresent(reason -> ctx.status(422));
        service.pages()
                .html(
                        ctx,
                        PageInfo.titled("decide." + kind.word() + ".title"),
                        new OtherView(
                                kind.word(),
                                asked.about(),
                                service.names().label(iri, language).orElse(asked.about()),
                                asked.other(),
                                wrong.map(reason -> messages.get("decide.error." + reason))
                                        .orElse("")));
    }

    /** A form comes in: it is shown in words, or the decision is taken. */
    void receive(Context ctx) {
        DecisionKind kind = kind(ctx);
        Origins.requireSame(
                ctx.req(),
                service.options(),
                "Decisions must be sent from this site",
                "Open " + ctx.path() + " here and decide there.");
        DecisionRequest form = named(kind, DecisionRequest.sent(ctx, service.options()));
        try {
            if (form.step().equals("decide") && form.seen().isPresent()) {
                if (!form.missing().isEmpty()) {
                    throw Problem.of(
                            422, "decision", "Something is missing", "Fill in what is marked, then decide again.");
                }
                authorize(ctx, form);
                decide(ctx, kind, form);
            } else if (form.step().equals("propose") && form.seen().isPresent()) {
                propose(ctx, kind, form);
            } else {
                show(ctx, kind, form, Answer.PREVIEW);
            }
        } catch (DecisionException e) {
            choose(ctx, kind, form, Optional.of(e.reason()));
        } catch (Stale stale) {
            ctx.status(409);
            show(ctx, kind, form, new Answer(true, Optional.of(stale.changed), Optional.empty(), List.of()));
        } catch (Refused refused) {
            ctx.status(422);
            show(ctx, kind, form, new Answer(true, Optional.empty(), Optional.empty(), refused.findings));
        } catch (Problem problem) {
            if (problem.status() >= 500 || problem.status() == 404) {
                throw problem;
            }
            ctx.status(problem.status());
            problem.headers().forEach(ctx::header);
            show(ctx, kind, form, new Answer(true, Optional.empty(), Optional.of(ProblemView.of(problem)), List.of()));
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

    /** What the page says besides the form. */
    private record Answer(
            boolean preview,
            Optional<DecideView.Changed> changed,
            Optional<ProblemView> problem,
            List<String> findings) {
        static final Answer NONE = new Answer(false, Optional.empty(), Optional.empty(), List.of());
        static final Answer PREVIEW = new Answer(true, Optional.empty(), Optional.empty(), List.of());
    }

    private static DecisionKind kind(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        return DecisionKind.named(ctx.pathParam("kind"))
                .orElseThrow(() -> Problem.notFound(
                        "Nothing of this kind is decided here",
                        "There is /decide/contradiction and others: see /decisions."));
    }

    private Matter matter(Select select, DecisionKind kind, DecisionRequest form) {
        if (form.about().isEmpty()) {
            throw Problem.parameter("about", "what is decided, such as conflict:58c26be320c87477");
        }
        Sought asked = new Sought(
                iri(form.about()),
                iri(form.other()),
                form.value(),
                kind == DecisionKind.CORRECTION ? iri(entity(form.value())) : "");
        return Matters.find(select, kind, asked)
                .orElseThrow(() -> Problem.notFound(
                        "There is nothing to decide here",
                        "The collection has no such " + kind.word() + " (any more): " + form.about() + "."));
    }

    private String iri(String name) {
        return service.store().description().own(Prefixes.expand(name).orElse(name));
    }

    /** A second thing may be named by what it is called. */
    private DecisionRequest named(DecisionKind kind, DecisionRequest form) {
        return kind.takesTwo() ? form.with(entity(form.other())) : form;
    }

    /** The name in addresses of the one thing that is called so; any other text as it is. */
    private String entity(String text) {
        if (text.isEmpty() || Prefixes.expand(text).isPresent()) {
            return text;
        }
        List<EntityCandidate> found = service.names().resolve(text, Set.of());
        return found.size() == 1 ? Prefixes.compact(found.getFirst().iri()) : text;
    }

    private void show(Context ctx, DecisionKind kind, DecisionRequest form, Answer answer) {
        String language = Language.of(ctx);
        DecideView view =
                service.executor().inOneState(ctx.ip(), session -> view(ctx, session, kind, form, answer, language));
        if (ctx.statusCode() < 400 && answer.preview && !view.errors().isEmpty()) {
            ctx.status(422);
        }
        service.pages().html(ctx, PageInfo.titled(view.heading()), view);
    }

    private DecideView view(
            Context ctx,
            QueryExecutor.Session session,
            DecisionKind kind,
            DecisionRequest form,
            Answer answer,
            String language) {
        Matter matter = matter(session.select(), kind, form);
        Messages messages = Messages.in(language);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Draft> draft = Optional.empty();
        if (answer.preview) {
            form.missing().forEach((field, key) -> errors.put(field, messages.get("decide.error." + key)));
            try {
                draft = Optional.of(matter.draft(form.chosen()));
            } catch (DecisionException e) {
                errors.put("take", messages.get("decide.error." + e.reason()));
            }
        }
        Set<Node> nodes = DecisionWords.nodes(matter, draft.stream().toList());
        DecisionWords words = new DecisionWords(session, kind, nodes, language);
        Optional<DecideView.Preview> preview = draft.filter(d -> errors.isEmpty())
                .map(d -> new DecideView.Preview(
                        d.said().stream().map(words::say).toList(),
                        words.say(d.label()),
                        String.join("\n", matter.state())));
        Optional<String> author = service.key().signedIn(ctx);
        return new DecideView(
                kind.word(),
                form.about(),
                form.other(),
                kind == DecisionKind.CORRECTION,
                form.value(),
                words.say(matter.heading()),
                matter.options().stream()
                        .map(option -> new DecideView.Choice(
                                option.id(),
                                words.say(option.said()),
                                option.sources().stream()
                                        .map(source ->
                                                new DecideView.Source(words.cell(source.document()), source.locator()))
                                        .toList(),
                                form.chosen().contains(option.id())
                                        || matter.options().size() == 1))
                        .toList(),
                matter.several(),
                matter.decided().stream().map(words::cell).toList(),
                new DecideView.Typed(
                        form.by().isEmpty() ? author.orElse("") : form.by(), form.why(), List.copyOf(form.chosen())),
                author,
                form.proposal(),
                queue.isPresent(),
                service.key().isSet() && log.isPresent(),
                preview,
                answer.changed,
                errors,
                answer.problem,
                answer.findings);
    }

    private void decide(Context ctx, DecisionKind kind, DecisionRequest form) {
        Decision decision = service.executor().inOneState(ctx.ip(), session -> decision(session, kind, form));
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

    /** Keeps what somebody without the key would decide. */
    private void propose(Context ctx, DecisionKind kind, DecisionRequest form) {
        ProposalQueue waiting = queue.orElseThrow(() -> Problem.of(
                409, "proposal", "This server keeps no proposals", "Send it to the contact of the collection."));
        if (!form.missing().isEmpty()) {
            throw Problem.of(422, "decision", "Something is missing", "Fill in what is marked, then send it again.");
        }
        String language = Language.of(ctx);
        String label = service.executor()
                .inOneState(ctx.ip(), session -> decision(session, kind, form))
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
                    label));
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

    private DecisionLog.Outcome take(DecisionKind kind, DecisionRequest form, Decision decision) {
        try {
            return log.orElseThrow(() -> Problem.of(
                            409,
                            "decision",
                            "This server cannot decide",
                            "It does not know the files of its collection, only the store."))
                    .append(decision, select -> requireUnchanged(matter(select, kind, form), form));
        } catch (StoreException e) {
            throw Problem.of(409, "decision", "The decision was not taken", ExceptionText.of(e));
        }
    }

    private Decision decision(QueryExecutor.Session session, DecisionKind kind, DecisionRequest form) {
        Matter matter = matter(session.select(), kind, form);
        requireUnchanged(matter, form);
        try {
            Draft draft = matter.draft(form.chosen());
            Map<String, String> labels = new LinkedHashMap<>();
            for (String language : List.of("de", "en")) {
                labels.put(
                        language,
                        new DecisionWords(session, kind, DecisionWords.nodes(matter, List.of(draft)), language)
                                .say(draft.label()));
            }
            return new Decision(draft, labels, form.why(), form.by());
        } catch (DecisionException e) {
            throw Problem.of(
                    422, "decision", "This is no choice", Messages.in("en").get("decide.error." + e.reason()));
        }
    }

    private static void requireUnchanged(Matter matter, DecisionRequest form) {
        List<String> seen = form.seen().orElse(List.of());
        List<String> now = matter.state();
        if (!seen.equals(now)) {
            Set<String> come = new LinkedHashSet<>(now);
            seen.forEach(come::remove);
            Set<String> gone = new LinkedHashSet<>(seen);
            now.forEach(gone::remove);
            throw new Stale(new DecideView.Changed(new ArrayList<>(come), new ArrayList<>(gone)));
        }
    }

    /** The matter is not any more what the sender saw. */
    private static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient DecideView.Changed changed;

        Stale(DecideView.Changed changed) {
            super(null, null, false, false);
            this.changed = changed;
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
