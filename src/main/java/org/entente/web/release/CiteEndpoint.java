package org.entente.web.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.execution.Problem;
import org.entente.export.Citation;
import org.entente.query.QueryCatalog;
import org.entente.release.Citations;
import org.entente.release.KeptRelease;
import org.entente.release.ReleaseComparison;
import org.entente.release.ReleaseException;
import org.entente.release.RowChange;
import org.entente.release.StoredCitation;
import org.entente.store.CollectionDescription;
import org.entente.text.ExceptionText;
import org.entente.text.Json;
import org.entente.text.ShortText;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.LocalClient;
import org.entente.web.http.Negotiation;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ServiceContext;

/**
 * {@code /cite?of=/who-met?person=…} makes a citation of a page of this server, or finds the one that the same question with the same
 * result has already, and leads to it. {@code /cite/<id>} is its landing page: what was asked of which state, how to cite it, and, with
 * {@code again=1}, what the same question gives now.
 */
final class CiteEndpoint {
    private static final Pattern EARLIER = Pattern.compile("(/r/([0-9a-f]{12}))(/.*)");
    private static final List<String> LOOKS = List.of("lang", "format", "cite", "fragment", "view");
    private static final List<String> FORMATS = List.of("", "html", "json");
    private static final int REDIRECTS = 3;
    private static final int TRIES = 3;

    private final Shelf shelf;
    private final LocalClient local;
    private final Results results;
    private final Citations citations;
    private final QueryCatalog catalog;
    private final ServerOptions options;
    private final Pages pages;
    private final Supplier<CollectionDescription> description;
    private final CitedStates states;

    CiteEndpoint(Shelf shelf, ServiceContext service, LocalClient local, Citations citations) {
        this.shelf = shelf;
        this.local = local;
        this.results = new Results(local, service.options());
        this.citations = citations;
        this.catalog = service.catalog();
        this.options = service.options();
        this.pages = service.pages();
        this.description = service.store()::description;
        this.states = new CitedStates(service.store());
        // What a process began to keep, and was killed before it had, is kept now.
        shelf.releases()
                .filter(releases -> citations.hasCited(shelf.now()))
                .ifPresent(releases -> states.keep(releases, shelf.now()));
    }

    void make(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        String format = ctx.queryParam("format") == null ? "" : ctx.queryParam("format");
        if (!format.isEmpty() && Citation.Format.named(format).isEmpty()) {
            throw Problem.parameter("format", "one of bib, csl, datacite, ris, txt");
        }
        String of =
                CitedPage.in(ctx.req().getQueryString()).orElseThrow(() -> Problem.parameter("of", CitedPage.advice()));
        Matcher earlier = EARLIER.matcher(of);
        boolean isEarlier = earlier.matches();
        String before = isEarlier ? earlier.group(1) : "";
        String release = isEarlier ? earlier.group(2) : shelf.now();
        String language = Language.of(ctx);
        StoredCitation asked = cited(results.caller(ctx), before, release, isEarlier ? earlier.group(3) : of, language);
        for (int i = 0; i < TRIES && !isEarlier && !release.equals(shelf.now()); i++) {
            // Somebody wrote meanwhile: the result may be of either state.
            release = shelf.now();
            asked = cited(results.caller(ctx), before, release, of, language);
        }
        try {
            StoredCitation kept = citations.keep(asked);
            if (kept.release().equals(shelf.now())) {
                shelf.releases().ifPresent(releases -> states.keep(releases, kept.release()));
            }
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            if (!format.isEmpty()) {
                parameters.put("format", List.of(format));
            }
            parameters.put("lang", List.of(language));
            ctx.status(303).header("Location", Urls.with("/cite/" + kept.id(), parameters));
        } catch (ReleaseException e) {
            throw Problem.of(507, "citations", "The citation was not kept", ExceptionText.of(e));
        }
    }

    private StoredCitation cited(LocalClient.Caller caller, String before, String release, String of, String language) {
        Map<String, List<String>> asked = Results.parameters(of);
        LOOKS.forEach(asked::remove);
        String page = Urls.with(Results.path(of), asked);
        Map<String, List<String>> titled = new LinkedHashMap<>(asked);
        titled.put("format", List.of("html"));
        titled.put("cite", List.of("csl"));
        titled.put("lang", List.of(language));
        LocalClient.Answer answer = local.get(caller, before + Urls.with(Results.path(of), titled));
        for (int i = 0; i < REDIRECTS && answer.status() / 100 == 3; i++) {
            String location = answer.headers().getOrDefault("location", "");
            if (!location.startsWith("/")) {
                break;
            }
            page = page(location, before);
            answer = local.get(caller, location);
        }
        if (!answer.mediaType().equals("application/vnd.citationstyles.csl+json")) {
            throw Problem.of(
                    answer.status() >= 400 ? answer.status() : 422,
                    "cite",
                    "This page cannot be cited",
                    "The page " + page + " gives no answer that can be cited. Open it to see why.");
        }
        if (language.equals("de")) {
            page = german(page);
        }
        Optional<Results.Result> result = results.behind(caller, before, page);
        return new StoredCitation(
                "",
                release,
                result.map(Results.Result::canonical).orElse(page),
                title(answer.text()),
                language,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                result.map(Results.Result::address).orElse(""),
                result.map(r -> (long) r.rows().rows().size()).orElse(-1L),
                result.map(Results.Result::sha256).orElse(""));
    }

    /** The page that a redirect leads to, without the release and without what only says how it looks. */
    private static String page(String location, String before) {
        String address = location.startsWith(before) ? location.substring(before.length()) : location;
        Map<String, List<String>> parameters = Results.parameters(address);
        LOOKS.forEach(parameters::remove);
        return Urls.with(Results.path(address), parameters);
    }

    /** Labels in a result are in the reader's language, so it is part of the question; English goes without saying. */
    private static String german(String page) {
        Map<String, List<String>> parameters = Results.parameters(page);
        parameters.put("lang", List.of("de"));
        return Results.path(page).startsWith("/page/") ? page : Urls.with(Results.path(page), parameters);
    }

    private static String title(String csl) {
        try {
            JsonNode items = Json.MAPPER.readTree(csl);
            return items.path(0).path("title").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void show(Context ctx) throws IOException {
        ctx.header("Vary", "Accept, Accept-Language").header("Cache-Control", "no-cache");
        StoredCitation cited = citations
                .find(ctx.pathParam("id"))
                .orElseThrow(() -> Problem.notFound("No such citation", "This server has no citation of this name."));
        String format = Objects.requireNonNullElse(ctx.queryParam("format"), "");
        if (!FORMATS.contains(format) && Citation.Format.named(format).isEmpty()) {
            throw Problem.of(
                    406,
                    "format",
                    "There is no such format",
                    "A citation is given as html, json, bib, csl, datacite, ris or txt, not as "
                            + ShortText.of(format, 40) + ".");
        }
        Optional<Citation.Format> written = Citation.Format.named(format);
        String language = Language.of(ctx);
        Citation citation = citation(cited, Urls.base(ctx, options), language);
        if (written.isPresent()) {
            Citation.Format f = written.get();
            ctx.header("Content-Disposition", "inline; filename=\"entente." + f.extension() + "\"");
            ctx.contentType(f.mediaType()).result(citation.in(f).getBytes(StandardCharsets.UTF_8));
            return;
        }
        Optional<Rerun> again = ctx.queryParam("again") == null ? Optional.empty() : Optional.of(again(ctx, cited));
        boolean json = format.equals("json")
                || !format.equals("html")
                        && Negotiation.require(null, ctx.header("Accept"), List.of(Format.HTML, Format.PLAIN_JSON))
                                == Format.PLAIN_JSON;
        ctx.res().addHeader("Link", "<" + citation.url() + ">; rel=\"cite-as\"");
        if (json) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("citation", cited);
            body.put("url", citation.url());
            body.put("page", citation.url().replaceFirst("/cite/.*", "") + cited.pinned());
            body.put("kept", keeping(cited).equals(CitationView.Kept.YES));
            body.put("keeping", keeping(cited).word());
            body.put("text", citation.text());
            again.ifPresent(rerun -> body.put("again", rerun));
            ctx.contentType("application/json")
                    .result(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n");
            return;
        }
        ComparisonView.Sentences say = new ComparisonView.Sentences(
                org.apache.jena.sparql.core.DatasetGraphZero.create(), Messages.in(language));
        pages.html(
                ctx,
                PageInfo.titled("cite.title"),
                new CitationView(
                        cited,
                        citation.text(),
                        shelf.find(cited.release()).map(KeptRelease::manifest),
                        keeping(cited),
                        Results.parameters(cited.path()),
                        again,
                        again.map(rerun -> say.rows(rerun.changes())).orElse(List.of()),
                        again.map(rerun ->
                                        rerun.causes().stream().map(say::cause).toList())
                                .orElse(List.of())));
    }

    /** Whether what was cited can be read as it was. */
    private CitationView.Kept keeping(StoredCitation cited) {
        // In this order, for a state is on the shelf before it is no longer under way.
        boolean underWay = states.isUnderWay(cited.release());
        if (shelf.find(cited.release()).isPresent()) {
            return CitationView.Kept.YES;
        }
        if (underWay) {
            return CitationView.Kept.UNDER_WAY;
        }
        return shelf.releases().isPresent() && cited.release().equals(shelf.now())
                ? CitationView.Kept.NOT_YET
                : CitationView.Kept.NO;
    }

    private Citation citation(StoredCitation cited, String base, String language) {
        LocalDate day = LocalDate.ofInstant(Instant.parse(cited.time()), ZoneOffset.UTC);
        LocalDate issued = shelf.find(cited.release())
                .map(kept -> LocalDate.ofInstant(kept.manifest().instant(), ZoneOffset.UTC))
                .orElse(day);
        CollectionDescription collection = description.get();
        return new Citation(
                cited.title(),
                base + "/cite/" + cited.id(),
                cited.release(),
                day,
                cited.sha256(),
                cited.twin().contains("format=csv") ? "CSV" : "N-Quads",
                language,
                collection.title(language),
                collection.publisher(language),
                new Citation.Extent(issued, cited.path(), cited.rows()));
    }

    private Rerun again(Context ctx, StoredCitation cited) {
        LocalClient.Caller caller = results.caller(ctx);
        if (cited.twin().isEmpty()) {
            throw Problem.of(
                    422,
                    "cite",
                    "Nothing to compare",
                    "This page has no result for programs, so it cannot be run again.");
        }
        Optional<Results.Result> now = results.of(caller, "", cited.twin(), cited.path());
        boolean same = now.isPresent() && now.get().sha256().equals(cited.sha256());
        Optional<Results.Result> then = shelf.find(cited.release()).isPresent()
                ? results.of(caller, "/r/" + cited.release(), cited.twin(), cited.path())
                : Optional.empty();
        List<RowChange> changes = same || now.isEmpty() || then.isEmpty()
                ? List.of()
                : ReleaseComparison.rows(
                        shelf.state(cited.release()),
                        shelf.state(Shelf.NOW),
                        then.get().rows(),
                        now.get().rows(),
                        catalog.query(now.get().query())
                                .map(query -> query.header().key())
                                .orElse(List.of()));
        return new Rerun(
                same,
                shelf.now(),
                now.map(r -> (long) r.rows().rows().size()).orElse(-1L),
                now.map(Results.Result::sha256).orElse(""),
                then.isPresent() && then.get().sha256().equals(cited.sha256()),
                changes);
    }
}
