package org.entente.web.letter;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.letter.Addressee;
import org.entente.letter.Gap;
import org.entente.letter.LawBook;
import org.entente.letter.Letter;
import org.entente.letter.LetterWriter;
import org.entente.letter.PrefilledForm;
import org.entente.query.CannedQuery;
import org.entente.query.ParameterException;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.Page;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ServiceContext;

/** {@code /request?gap=…&of=…}: the letter about a gap. The gap is the id of the query that lists it, and the event. */
final class RequestEndpoint {
    private final ServiceContext service;

    RequestEndpoint(ServiceContext service) {
        this.service = service;
    }

    /** What is found in one state; the letter's own language is that of the first country whose laws are known. */
    private record Found(Optional<Gap> gap, Addressees addressees) {}

    void handle(Context ctx) {
        String language = Language.of(ctx);
        ctx.header("Vary", "Accept-Language");
        QueryExecutor executor = service.executor();
        if (Etags.unchanged(
                ctx, Etags.of(executor.state(), "request", language, ctx.req().getQueryString()))) {
            return;
        }
        String own = LawBook.shipped().countries().getFirst().language();
        LetterWriter writer = LetterWriter.in(own);
        CannedQuery query = Optional.ofNullable(ctx.queryParam("gap"))
                .filter(writer::writes)
                .flatMap(service.catalog()::query)
                .orElseThrow(() -> unknown());
        String event = Optional.ofNullable(ctx.queryParam("of"))
                .filter(name -> !name.isBlank())
                .map(name -> service.names().survivor(Prefixes.expand(name).orElse(name)))
                .orElseThrow(() -> unknown());
        Found found = executor.inOneState(ctx.ip(), session -> find(session, query, event, own));
        Gap gap = found.gap().orElseThrow(() -> unknown());
        Optional<Addressee> to = chosen(found.addressees(), ctx.queryParam("to"));
        if (to.isPresent() && "text".equals(ctx.queryParam("format"))) {
            ctx.header("Content-Disposition", "attachment; filename=\"letter.txt\"");
            ctx.contentType("text/plain; charset=utf-8")
                    .result(writer.write(gap, to.get()).text());
            return;
        }
        service.pages()
                .html(ctx, PageInfo.titled("request.title"), view(query, event, gap, found.addressees(), to, language));
    }

    private Found find(QueryExecutor.Session session, CannedQuery query, String event, String own) {
        try {
            Optional<Gap> gap = new GapReader(session, service.names(), own).read(query, event);
            return new Found(
                    gap,
                    gap.isEmpty()
                            ? new Addressees(List.of(), List.of())
                            : Addressees.of(session, event, LawBook.shipped(), own));
        } catch (ParameterException e) {
            throw unknown();
        }
    }

    private static Optional<Addressee> chosen(Addressees addressees, @org.jspecify.annotations.Nullable String to) {
        if (to == null) {
            return addressees.known().stream().findFirst();
        }
        String iri = Prefixes.expand(to).orElse(to);
        return Optional.of(addressees.known().stream()
                .filter(addressee -> addressee.iri().equals(iri))
                .findFirst()
                .orElseThrow(() -> unknown()));
    }

    private RequestView view(
            CannedQuery query, String event, Gap gap, Addressees addressees, Optional<Addressee> to, String language) {
        return new RequestView(
                query.header().summary().in(language),
                "/queries/" + query.id(),
                new Cell(service.names().label(event, language).orElse(gap.event()), Cell.href(event), ""),
                LawBook.shipped().countries().stream()
                        .map(country -> country.name(language))
                        .toList(),
                addressees.others(),
                addressees.known().stream()
                        .filter(other -> to.isPresent() && !other.equals(to.get()))
                        .map(other -> new Page.Link(other.name(), address(query, event, other, language, false), ""))
                        .toList(),
                to.map(addressee -> sheet(query, event, gap, addressee, language)));
    }

    private static LetterSheet sheet(CannedQuery query, String event, Gap gap, Addressee to, String language) {
        LetterWriter writer = LetterWriter.in(to.country().language());
        Letter letter = writer.write(gap, to);
        return new LetterSheet(
                to,
                letter,
                to.law().note(language),
                PrefilledForm.address(gap, to, writer),
                address(query, event, to, language, true));
    }

    private static String address(CannedQuery query, String event, Addressee to, String language, boolean file) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("gap", List.of(query.id()));
        parameters.put("of", List.of(event));
        parameters.put("to", List.of(to.iri()));
        parameters.put("lang", List.of(language));
        if (file) {
            parameters.put("format", List.of("text"));
        }
        return Urls.with("/request", parameters);
    }

    private static Problem unknown() {
        return Problem.notFound(
                "No such gap",
                "Parameter gap: the name of a query that lists gaps, such as unnamed-offices; of: an event among its rows. GET /unknown lists them.");
    }
}
