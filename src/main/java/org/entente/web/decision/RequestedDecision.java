package org.entente.web.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.decision.Decision;
import org.entente.decision.DecisionException;
import org.entente.decision.DecisionKind;
import org.entente.decision.Draft;
import org.entente.decision.Matter;
import org.entente.decision.Matters;
import org.entente.decision.Sought;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Select;
import org.entente.query.EntityCandidate;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Messages;
import org.entente.web.page.ServiceContext;

/** What a form is about, and the decision that follows from it. */
final class RequestedDecision {
    private final ServiceContext service;

    RequestedDecision(ServiceContext service) {
        this.service = service;
    }

    /** @throws Problem 404 if the collection has no such thing to decide */
    Matter matter(Select select, DecisionKind kind, DecisionRequest form) {
        if (form.about().isEmpty()) {
            throw Problem.parameter("about", "what is decided, such as conflict:58c26be320c87477");
        }
        Sought asked = new Sought(
                iri(form.about()),
                iri(form.other()),
                form.value(),
                kind == DecisionKind.CORRECTION ? iri(entity(form.value())) : "",
                form.entry().in(service.store().description().languages()));
        return Matters.find(select, kind, asked)
                .orElseThrow(() -> Problem.notFound(
                        "There is nothing to decide here",
                        "The collection has no such " + kind.word() + " (any more): " + form.about() + "."));
    }

    /** The whole name of a thing. */
    String iri(String name) {
        return service.store().description().own(Prefixes.expand(name).orElse(name));
    }

    /** A second thing may be named by what it is called. */
    DecisionRequest named(DecisionKind kind, DecisionRequest form) {
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

    /**
     * @throws StaleMatter if the form was made from another state
     * @throws Problem 422 if the choice is none
     */
    Decision decision(QueryExecutor.Session session, DecisionKind kind, DecisionRequest form) {
        Matter matter = matter(session.select(), kind, form);
        StaleMatter.requireUnchanged(matter, form);
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
}
