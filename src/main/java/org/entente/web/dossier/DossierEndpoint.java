package org.entente.web.dossier;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierReader;
import org.entente.encounter.Attestation;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.query.EntityResolver;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.RequestedRelease;
import org.entente.web.http.ResultHash;
import org.entente.web.http.Suggestions;
import org.entente.web.http.Urls;
import org.entente.web.page.Page;
import org.entente.web.page.Pages;

/** {@code /dossier}: everything between two agents, or two sets of agents, as page, JSON or table. */
final class DossierEndpoint {
    private static final List<String> CLASSES = List.of(Ent.term("Agent"), Ent.term("Post"));

    private final QueryExecutor asker;
    private final EntityResolver names;
    private final Pages pages;
    private final Passages passages;

    DossierEndpoint(QueryExecutor asker, EntityResolver names, Passages passages, Pages pages) {
        this.asker = asker;
        this.names = names;
        this.pages = pages;
        this.passages = passages;
    }

    private static Set<Node> reports(Dossier dossier) {
        return Stream.concat(
                        dossier.rows().stream().flatMap(row -> row.reports().stream()),
                        dossier.mentions().stream().flatMap(mention -> mention.reports().stream()))
                .map(Attestation::report)
                .collect(Collectors.toSet());
    }

    void handle(Context ctx) {
        DossierRequest request = DossierRequest.read(ctx);
        ctx.header("Vary", "Accept, Accept-Language");
        RequestedRelease.require(ctx, asker);
        boolean page = request.format() == Format.HTML;
        if (page && request.isUnfinished()) {
            show(ctx, DossierView.form(request, null), List.of(), null);
            return;
        }
        List<Node> a;
        List<Node> b;
        try {
            a = Parameters.entities("a", request.a(), CLASSES, names);
            b = Parameters.entities("b", request.b(), CLASSES, names);
        } catch (ParameterException e) {
            Problem problem = problem(e, request);
            if (!page) {
                throw problem;
            }
            ctx.status(422);
            show(ctx, DossierView.form(request, problem), List.of(), null);
            return;
        }
        String state = asker.state();
        String tag = Etags.of(
                state,
                "dossier",
                a,
                b,
                request.tiers(),
                request.format(),
                request.language(),
                request.page(),
                request.size(),
                page ? request.a() + " " + request.b() : "");
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        Dossier dossier = asker.inOneState(
                ctx.ip(),
                session -> DossierReader.read(
                        a, b, request.language(), session.select().orRefuse(DossierEndpoint::tooMuch)));
        Map<String, List<String>> permanent = new LinkedHashMap<>();
        permanent.put("a", a.stream().map(n -> Prefixes.compact(n.getURI())).toList());
        permanent.put("b", b.stream().map(n -> Prefixes.compact(n.getURI())).toList());
        String self = Urls.with("/dossier", permanent);
        ctx.header("Entente-Release", state);
        ctx.header("Link", "<" + self + ">; rel=\"canonical\", </openapi.json>; rel=\"describedby\"");
        switch (request.format()) {
            case HTML -> {
                Map<Node, String> readable =
                        asker.inOneState(ctx.ip(), session -> passages.of(session, reports(dossier)));
                DossierView view = DossierView.of(dossier, request, permanent, readable);
                byte[] table = DossierTable.of(dossier, request.tiers()).write(Format.CSV.lang());
                show(ctx, view, view.downloads(), ResultHash.of(table, Format.CSV));
            }
            case CSV, TSV ->
                ctx.contentType(request.format().contentType())
                        .result(DossierTable.of(dossier, request.tiers())
                                .write(request.format().lang()));
            default ->
                ctx.contentType(Format.PLAIN_JSON.contentType())
                        .result(DossierJson.write(dossier, request.tiers(), self));
        }
    }

    /** Half of the evidence would look like all of it. */
    private static Problem tooMuch(long rows) {
        return Problem.of(
                422,
                "too-much",
                "Too many rows between the two",
                "More than " + rows
                        + " rows would have to be read. Ask about people or organisations instead of whole countries.");
    }

    private static Problem problem(ParameterException e, DossierRequest request) {
        Problem problem = ParameterProblem.of(e, "/dossier", Map.of());
        if (!(problem.fields().get("near") instanceof List<?> near)) {
            return problem;
        }
        // The link to another name keeps the other side.
        return problem.with(
                "near",
                near.stream()
                        .map(Suggestions.class::cast)
                        .map(n -> {
                            Map<String, List<String>> all = new LinkedHashMap<>();
                            all.put(
                                    "a",
                                    e.parameter().equals("a") ? replaced(request.a(), e.given(), n.id()) : request.a());
                            all.put(
                                    "b",
                                    e.parameter().equals("b") ? replaced(request.b(), e.given(), n.id()) : request.b());
                            return new Suggestions(
                                    n.name(), n.id(), n.href().isEmpty() ? "" : Urls.with("/dossier", all));
                        })
                        .toList());
    }

    private static List<String> replaced(List<String> texts, String given, String by) {
        return texts.stream().map(text -> text.equals(given) ? by : text).toList();
    }

    /** @param hash of the result; null where there is none */
    private void show(Context ctx, DossierView view, List<Page.Link> downloads, ResultHash hash) {
        Map<String, Object> values = new HashMap<>();
        values.put("hash", hash);
        values.put("permalink", view.self().isEmpty() ? null : view.self());
        values.put("view", view);
        pages.html(
                ctx, "dossier/dossier.jte", view.title().isEmpty() ? "dossier.title" : view.title(), downloads, values);
    }
}
