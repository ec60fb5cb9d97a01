package org.entente.web.dossier;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierReader;
import org.entente.encounter.Attestation;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.query.Arguments;
import org.entente.query.EntityResolver;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.vocab.EntClass;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Format;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.ResultHash;
import org.entente.web.http.Suggestions;
import org.entente.web.http.Urls;
import org.entente.web.page.AtLeast;
import org.entente.web.page.Messages;
import org.entente.web.page.NameReadings;
import org.entente.web.page.PageInfo;
import org.entente.web.page.QuestionEndpoint;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ServiceContext;

/** {@code /dossier}: everything that connects two sides, as a page, as JSON or as a table. */
final class DossierEndpoint extends QuestionEndpoint<DossierRequest, DossierEndpoint.Sides, DossierEndpoint.Answer> {
    private static final List<String> CLASSES = List.of(EntClass.AGENT.getURI(), EntClass.POST.getURI());

    /**
     * The agents on each side.
     *
     * @param readings how names were read
     */
    record Sides(List<Node> a, List<Node> b, List<Arguments.Reading> readings) {
        Map<String, List<String>> permalink() {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            parameters.put(
                    "a", a.stream().map(n -> Prefixes.compact(n.getURI())).toList());
            parameters.put(
                    "b", b.stream().map(n -> Prefixes.compact(n.getURI())).toList());
            return parameters;
        }
    }

    /**
     * @param passages address of the passage of each report; empty for data formats
     * @param atLeast what there is to say beside the number of events that took place
     */
    record Answer(Dossier dossier, Map<Node, String> passages, Optional<AtLeast> atLeast) {}

    /** What says that both were somewhere. */
    private static final Set<ContactCategory> TOGETHER = EnumSet.of(
            ContactCategory.MET, ContactCategory.BY_OFFICE, ContactCategory.SAME_EVENT, ContactCategory.TRAVELLED);

    private final EntityResolver names;
    private final Passages passages;

    DossierEndpoint(ServiceContext service, Passages passages) {
        super(service.executor(), service.pages());
        this.names = service.names();
        this.passages = passages;
    }

    void handle(Context ctx) {
        handle(ctx, DossierRequest.read(ctx));
    }

    @Override
    protected Sides understand(DossierRequest request) {
        Parameters.Entities a = Parameters.entities("a", request.a(), CLASSES, names);
        Parameters.Entities b = Parameters.entities("b", request.b(), CLASSES, names);
        return new Sides(
                a.nodes(),
                b.nodes(),
                Stream.concat(a.readings().stream(), b.readings().stream()).toList());
    }

    @Override
    protected boolean isUnfinished(DossierRequest request, ParameterException wrong) {
        return request.isUnfinished();
    }

    @Override
    protected QuestionResponse form(DossierRequest request, Optional<ParameterException> wrong) {
        return QuestionResponse.page(
                PageInfo.titled("dossier.title"), DossierView.form(request, wrong.map(e -> problem(request, e))));
    }

    @Override
    protected List<?> shapes(DossierRequest request, Sides sides) {
        return List.of(
                "dossier",
                sides.a(),
                sides.b(),
                request.tiers(),
                request.format(),
                request.language(),
                request.page(),
                request.size(),
                request.isPage() ? request.a() + " " + request.b() : "");
    }

    @Override
    protected Map<String, String> headers(DossierRequest request, Sides sides) {
        return Map.of();
    }

    @Override
    protected Answer answer(QueryExecutor.Session session, DossierRequest request, Sides sides) {
        Dossier dossier = DossierReader.read(
                sides.a(), sides.b(), request.language(), session.select().orRefuse(DossierEndpoint::tooMuch));
        return new Answer(
                dossier,
                request.isPage() ? passages.of(session, reports(dossier)) : Map.of(),
                AtLeast.of(session.select(), "event", together(dossier), Messages.in(request.language())));
    }

    @Override
    protected QuestionResponse respond(DossierRequest request, Sides sides, Answer answer) {
        String self = Urls.with("/dossier", sides.permalink());
        QuestionResponse response =
                switch (request.format()) {
                    case HTML -> page(request, sides, answer, self);
                    case CSV, TSV -> QuestionResponse.data(request.format(), table(request, answer, request.format()));
                    default ->
                        QuestionResponse.data(
                                Format.PLAIN_JSON,
                                DossierJson.write(
                                        answer.dossier(),
                                        request.tiers(),
                                        self,
                                        answer.atLeast()
                                                .map(atLeast -> atLeast.json(Messages.in(request.language())))));
                };
        return response.with("Link", "<" + self + ">; rel=\"canonical\", </openapi.json>; rel=\"describedby\"");
    }

    private static Set<Node> together(Dossier dossier) {
        return dossier.rows().stream()
                .filter(row -> TOGETHER.contains(row.tier()))
                .map(row -> row.event().node())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private QuestionResponse page(DossierRequest request, Sides sides, Answer answer, String self) {
        DossierView view = DossierView.of(
                answer.dossier(),
                request,
                sides.permalink(),
                answer.passages(),
                answer.atLeast(),
                NameReadings.of(sides.readings(), names, request.language()));
        DossierView.Found found = view.found().orElseThrow();
        PageInfo info = PageInfo.titled(found.title())
                .withAlternates(found.downloads())
                .withPermalink(self)
                .withHash(ResultHash.of(table(request, answer, Format.CSV), Format.CSV));
        return QuestionResponse.page(info, view);
    }

    private static byte[] table(DossierRequest request, Answer answer, Format format) {
        return DossierTable.of(answer.dossier(), request.tiers()).write(format.lang());
    }

    private static Set<Node> reports(Dossier dossier) {
        return Stream.concat(
                        dossier.rows().stream().flatMap(row -> row.reports().stream()),
                        dossier.mentions().stream().flatMap(mention -> mention.reports().stream()))
                .map(Attestation::report)
                .collect(Collectors.toSet());
    }

    /** Refuses a dossier that is too large: a part of the evidence would look like all of it. */
    private static Problem tooMuch(long rows) {
        return Problem.of(
                422,
                "too-much",
                "Too many rows between the two",
                "More than " + rows
                        + " rows would have to be read. Ask about people or organisations instead of whole countries.");
    }

    @Override
    protected Problem problem(DossierRequest request, ParameterException wrong) {
        Problem problem = ParameterProblem.of(wrong, "/dossier", Map.of());
        if (!(problem.fields().get("near") instanceof List<?> near)) {
            return problem;
        }
        List<Suggestions> kept = near.stream()
                .map(Suggestions.class::cast)
                .map(n -> keepingOtherSide(n, request, wrong))
                .toList();
        return problem.with("near", kept);
    }

    /** Keeps the other side in the link of a suggestion. */
    private static Suggestions keepingOtherSide(Suggestions near, DossierRequest request, ParameterException wrong) {
        if (near.href().isEmpty()) {
            return near;
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("a", wrong.parameter().equals("a") ? replaced(request.a(), wrong.given(), near.id()) : request.a());
        all.put("b", wrong.parameter().equals("b") ? replaced(request.b(), wrong.given(), near.id()) : request.b());
        return new Suggestions(near.name(), near.id(), Urls.with("/dossier", all));
    }

    private static List<String> replaced(List<String> texts, String given, String by) {
        return texts.stream().map(text -> text.equals(given) ? by : text).toList();
    }
}
