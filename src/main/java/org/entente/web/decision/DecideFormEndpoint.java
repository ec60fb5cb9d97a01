package org.entente.web.decision;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.decision.DecisionException;
import org.entente.decision.DecisionKind;
import org.entente.decision.Draft;
import org.entente.decision.Matter;
import org.entente.decision.NewEntry;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Language;
import org.entente.web.page.Cell;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ServiceContext;

/** The page of one decision: the form, what a choice means, and what is wrong with it. */
final class DecideFormEndpoint {
    private final ServiceContext service;
    private final RequestedDecision requested;
    private final boolean decides;
    private final boolean proposes;

    /**
     * @param decides whether this server knows the files in which decisions are written
     * @param proposes whether it keeps proposals
     */
    DecideFormEndpoint(ServiceContext service, RequestedDecision requested, boolean decides, boolean proposes) {
        this.service = service;
        this.requested = requested;
        this.decides = decides;
        this.proposes = proposes;
    }

    /** What the page says besides the form. */
    record Answer(
            boolean preview,
            Optional<StaleMatter.Lines> changed,
            Optional<ProblemView> problem,
            List<String> findings) {
        static final Answer NONE = new Answer(false, Optional.empty(), Optional.empty(), List.of());
        static final Answer PREVIEW = new Answer(true, Optional.empty(), Optional.empty(), List.of());
    }

    /** Asks for the second thing. */
    void choose(Context ctx, DecisionKind kind, DecisionRequest asked, Optional<String> wrong) {
        String language = Language.of(ctx);
        Messages messages = Messages.in(language);
        String iri = requested.iri(asked.about());
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

    /** The form with what there is to say about it. */
    void show(Context ctx, DecisionKind kind, DecisionRequest form, Answer answer) {
        String language = Language.of(ctx);
        DecideView view =
                service.executor().inOneState(ctx.ip(), session -> view(ctx, session, kind, form, answer, language));
        if (ctx.statusCode() < 400 && answer.preview && !view.errors().isEmpty()) {
            ctx.status(422);
        }
        service.pages().html(ctx, PageInfo.titled(view.heading()), view);
    }

    private Optional<Node> thing(String line) {
        return Prefixes.expand(line).map(iri -> NodeFactory.createURI(requested.iri(line)));
    }

    private List<Cell> cells(DecisionWords words, List<String> lines) {
        return lines.stream()
                .map(line -> thing(line).map(words::cell).orElseGet(() -> new Cell(line, "", "")))
                .toList();
    }

    private Optional<DecideView.EntryFields> entry(DecisionRequest form, Optional<Draft> draft, String spoken) {
        return Optional.of(form.entry())
                .filter(NewEntry::asked)
                .map(entry -> new DecideView.EntryFields(
                        draft.flatMap(Draft::made)
                                .map(made -> made.entry().id())
                                .orElse(entry.id()),
                        service.store().description().languages().stream()
                                .map(language -> new DecideView.EntryName(
                                        language,
                                        Locale.forLanguageTag(language)
                                                .getDisplayLanguage(Locale.forLanguageTag(spoken)),
                                        entry.label(language)))
                                .toList()));
    }

    private DecideView view(
            Context ctx,
            QueryExecutor.Session session,
            DecisionKind kind,
            DecisionRequest form,
            Answer answer,
            String language) {
        Matter matter = requested.matter(session.select(), kind, form);
        Messages messages = Messages.in(language);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Draft> draft = Optional.empty();
        if (answer.preview) {
            form.missing().forEach((field, key) -> errors.put(field, messages.get("decide.error." + key)));
            try {
                draft = Optional.of(matter.draft(form.chosen()));
            } catch (DecisionException e) {
                errors.put(
                        e.reason().startsWith("entry.") ? "entry" : "take", messages.get("decide.error." + e.reason()));
            }
        }
        Set<Node> nodes = DecisionWords.nodes(matter, draft.stream().toList());
        answer.changed.ifPresent(lines -> Stream.concat(lines.come().stream(), lines.gone().stream())
                .flatMap(line -> thing(line).stream())
                .forEach(nodes::add));
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
                entry(form, draft, language),
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
                proposes,
                service.key().isSet() && decides,
                preview,
                answer.changed.map(
                        lines -> new DecideView.Changed(cells(words, lines.come()), cells(words, lines.gone()))),
                errors,
                answer.problem,
                answer.findings);
    }
}
