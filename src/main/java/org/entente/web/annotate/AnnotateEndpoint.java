package org.entente.web.annotate;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.annotate.Annotation;
import org.entente.annotate.Annotator;
import org.entente.annotate.CardChoices;
import org.entente.annotate.CardPattern;
import org.entente.annotate.CardProposer;
import org.entente.annotate.CardSource;
import org.entente.annotate.HttpProposer;
import org.entente.annotate.RememberedPatterns;
import org.entente.draft.SourceDraft;
import org.entente.execution.Problem;
import org.entente.execution.Select;
import org.entente.sheet.SheetException;
import org.entente.sheet.SheetExport;
import org.entente.sheet.Sheets;
import org.entente.store.CollectionDescription;
import org.entente.store.CollectionFiles;
import org.entente.store.NameIndex;
import org.entente.store.PerRevision;
import org.entente.text.ExceptionText;
import org.entente.web.annotate.AnnotateView.Form;
import org.entente.web.annotate.AnnotateView.Found;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Origins;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RefusedLoad;
import org.entente.web.http.RequestBody;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ServiceContext;

/** {@code /annotate}: reads a text, shows what may be reported in it, and gives or writes what was taken. Texts are not kept. */
final class AnnotateEndpoint {
    private final ServiceContext service;
    private final Optional<CollectionFiles> files;
    private final Optional<NewSource> writing;
    private final RememberedPatterns remembered;
    private final Optional<CardProposer> proposer;
    private final PerRevision<Annotator> annotators = new PerRevision<>();

    AnnotateEndpoint(ServiceContext service) {
        this.service = service;
        this.files = service.options().folders().collection();
        this.remembered = new RememberedPatterns(files.map(CollectionFiles::data));
        this.proposer = service.options().proposer().map(HttpProposer::new);
        this.writing = files.map(collection -> new NewSource(service.store(), collection));
    }

    /** The form. */
    void page(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        String saved = Optional.ofNullable(ctx.queryParam("saved")).orElse("");
        show(ctx, view(Form.EMPTY, Optional.empty(), saved.matches("[a-z0-9-]{1,60}") ? saved : ""));
    }

    private AnnotateView view(Form form, Optional<Found> found, String saved) {
        return new AnnotateView(
                form,
                service.key().isSet() && files.isPresent(),
                Optional.empty(),
                List.of(),
                found,
                saved,
                proposer.map(CardProposer::name).orElse(""),
                remembered.all().stream()
                        .map(p -> new AnnotateView.Remembered(
                                RememberedPatterns.line(p),
                                p.kind().name().toLowerCase(Locale.ROOT),
                                p.printed(),
                                p.value()))
                        .toList());
    }

    private void show(Context ctx, AnnotateView view) {
        service.pages().html(ctx, PageInfo.titled("annotate.title"), view);
    }

    /** A text comes in: it is read, and what was taken is given back or written. */
    void receive(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Origins.requireSame(
                ctx.req(),
                service.options(),
                "Texts must be sent from this site",
                "Open /annotate here and send it there.");
        AnnotateView view = view(Form.EMPTY, Optional.empty(), "");
        try {
            AnnotateRequest request =
                    AnnotateRequest.of(ctx, service.options().bodies().write());
            view = view(Form.of(request), Optional.empty(), "");
            request.require();
            Annotation read = service.limiter().run(ctx.ip(), () -> read(request));
            Proposed proposed = Proposed.of(proposer, request, read.language().tag());
            Annotation annotation = proposed.cards().isEmpty()
                    ? read
                    : service.limiter().run(ctx.ip(), () -> annotator().with(read, proposed.cards(), request.date()));
            view = view(Form.of(request), Optional.of(found(annotation, request, proposed, Language.of(ctx))), "");
            if (proposed.problem().isPresent()) {
                refuse(ctx, view, proposed.problem().get(), List.of());
                return;
            }
            answer(ctx, request, annotation, view);
        } catch (SheetException e) {
            refuse(
                    ctx,
                    view,
                    wrong("What was taken cannot be written as a source."),
                    ExceptionText.of(e).lines().toList());
        } catch (RefusedLoad e) {
            refuse(ctx, view, e.problem(), e.reasons());
        } catch (Problem problem) {
            if (problem.status() >= 500) {
                throw problem;
            }
            refuse(ctx, view, problem, List.of());
        }
    }

    private NameIndex names() {
        return service.store().names();
    }

    private Annotation read(AnnotateRequest request) {
        return CardPattern.applied(
                annotator().annotate(request.text(), request.date(), request.title()), remembered.all());
    }

    private Annotator annotator() {
        return service.store()
                .read(dataset ->
                        annotators.get(service.executor().state(), () -> Annotator.of(names(), Select.on(dataset))));
    }

    private Found found(Annotation annotation, AnnotateRequest request, Proposed proposed, String language) {
        List<String> unknown = annotation.people().stream()
                .filter(p -> p.iri().isEmpty())
                .map(p -> p.name())
                .distinct()
                .toList();
        return new Found(
                MarkedText.of(annotation, names(), language),
                new CardItems(annotation, names(), language, fields(annotation, request)).all(),
                unknown,
                annotator().like(annotation, request.title(), request.url()).stream()
                        .map(each -> new AnnotateView.Like(
                                each.document().replaceFirst("^.*/id/", "/page/"),
                                names().label(each.document(), language).orElse(each.document()),
                                each.reasons().stream()
                                        .sorted()
                                        .map(r -> r.name().toLowerCase(Locale.ROOT))
                                        .toList(),
                                each.common()))
                        .toList(),
                annotation.refused().stream().map(AnnotateView.Refusal::of).toList(),
                proposed.json(),
                annotation.unread().isEmpty()
                        ? Optional.empty()
                        : Optional.of(annotation.unreadName(Locale.forLanguageTag(language))));
    }

    /** What was typed; with "again", decisions on one card are made on the others, too. */
    private Map<String, List<String>> fields(Annotation annotation, AnnotateRequest request) {
        return request.step().equals("again")
                ? CardPattern.spread(
                        annotation, request.fields(), CardPattern.learned(annotation, request.fields(), names()))
                : request.fields();
    }

    /** Takes back what was remembered. */
    void forget(Context ctx) {
        Origins.requireSame(
                ctx.req(),
                service.options(),
                "This must be sent from this site",
                "Open /annotate here and send it there.");
        Map<String, List<String>> form = RequestBody.parameters(RequestBody.text(
                RequestBody.read(ctx, service.options().bodies().query())));
        service.key().require(ctx, QueryParameters.first(form, "key"));
        remembered.forget(
                Optional.ofNullable(QueryParameters.first(form, "forget")).orElse(""));
        ctx.status(303).header("Location", "/annotate?lang=" + Language.of(ctx));
    }

    /** Keeps for the next texts what the form says is to be kept. */
    private void remember(Annotation annotation, AnnotateRequest request) {
        List<String> kinds = request.fields().getOrDefault("remember", List.of());
        if (!kinds.isEmpty()) {
            remembered.add(CardPattern.learned(annotation, request.fields(), names()).stream()
                    .filter(p -> kinds.contains(p.kind().name().toLowerCase(Locale.ROOT)))
                    .toList());
        }
    }

    private void answer(Context ctx, AnnotateRequest request, Annotation annotation, AnnotateView view) {
        if (List.of("read", "again").contains(request.step())) {
            show(ctx, view);
            return;
        }
        if (request.step().equals("write")) {
            service.key().require(ctx, request.key());
        }
        CardChoices.Decided decided = CardChoices.decide(annotation, request.fields(), names());
        if (!decided.problems().isEmpty()) {
            refuse(
                    ctx,
                    view,
                    wrong(decided.problems().size() + " fields cannot be understood; nothing was taken."),
                    decided.problems());
            return;
        }
        if (decided.unknown()) {
            throw Problem.of(
                    409,
                    "annotate",
                    "The collection has changed",
                    "The text is now read in another way than when the cards were shown. Look at them again.");
        }
        if (decided.cards().isEmpty()) {
            throw wrong("Nothing is ticked. Tick at least one card.");
        }
        CollectionDescription about = files.map(CollectionFiles::description).orElse(CollectionDescription.DEFAULT);
        CardSource source =
                CardSource.of(annotation, decided.cards(), decided.posts(), request.source(), names(), about);
        switch (request.step()) {
            case "sheet" ->
                download(
                        ctx,
                        request.source() + ".csv",
                        Format.CSV.contentType(),
                        "\uFEFF" + new SheetExport(source.sheet().rows()).csv());
            case "new" ->
                download(ctx, "from-" + request.source() + ".ttl", "text/turtle; charset=utf-8", source.authority());
            default -> turtle(ctx, request, annotation, source, about);
        }
    }

    private void turtle(
            Context ctx,
            AnnotateRequest request,
            Annotation annotation,
            CardSource source,
            CollectionDescription about) {
        CollectionFiles collection = files.orElseThrow(() -> Problem.notFound(
                "There are no files here",
                "This server does not know the files of its collection, only the store. Take the sheet."));
        SourceDraft draft = new SourceDraft(
                request.source(),
                request.titleOr(),
                annotation.language().tag(),
                request.publisher(),
                request.date(),
                request.url(),
                about.publisher(about.languages().getFirst()));
        String text =
                service.limiter().run(ctx.ip(), () -> source.turtle(new Sheets(collection), draft, LocalDate.now()));
        if (request.step().equals("write")) {
            service.limiter()
                    .run(
                            ctx.ip(),
                            () -> writing.orElseThrow().write(request.source(), text, source.authority()),
                            () -> false);
            remember(annotation, request);
            ctx.status(303).header("Location", "/annotate?saved=" + request.source() + "&lang=" + Language.of(ctx));
        } else {
            download(ctx, request.source() + ".ttl", "text/turtle; charset=utf-8", text);
        }
    }

    private static void download(Context ctx, String name, String type, String text) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.contentType(type).result(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem wrong(String detail) {
        return Problem.of(422, "annotate", "The cards were not taken", detail);
    }

    private void refuse(Context ctx, AnnotateView view, Problem problem, List<String> lines) {
        ctx.status(problem.status());
        problem.headers().forEach(ctx::header);
        show(ctx, view.with(ProblemView.of(problem), lines));
    }
}
