package org.entente.web.release;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.execution.Problem;
import org.entente.release.KeptRelease;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/**
 * Memento (RFC 7089). Every address of the collection is its own time gate: with {@code Accept-Datetime} it redirects (302) to itself in
 * the release of that time, {@code /r/<id>/…}, which has {@code Memento-Datetime}; {@code /timemap/…} lists all. {@code rel="cite-as"}
 * (RFC 8574) names the address in the present release.
 */
final class Memento {
    private static final Pattern ORIGINAL =
            Pattern.compile("/((id|page|data|queries)/.+|who-met|conflicts|coverage|candidates|plausibility|sources"
                    + "|timeline|map|statistics|dossier|path|network)");

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Only says how an answer looks, not what it says. */
    private static final List<String> LOOKS = List.of("cite", "fragment", "release");

    private final Shelf shelf;
    private final ServerOptions options;

    Memento(Shelf shelf, ServerOptions options) {
        this.shelf = shelf;
        this.options = options;
    }

    private static boolean isOriginal(Context ctx) {
        return (ctx.req().getMethod().equals("GET") || ctx.req().getMethod().equals("HEAD"))
                && ORIGINAL.matcher(ctx.req().getRequestURI()).matches();
    }

    /** Redirects to the release of the time that the client accepts. */
    void gate(Context ctx) {
        String wanted = ctx.header("Accept-Datetime");
        if (wanted == null || !isOriginal(ctx) || shelf.all().isEmpty()) {
            return;
        }
        KeptRelease release = shelf.folder().at(time(wanted)).orElseThrow();
        String base = Urls.base(ctx, options);
        String address = address(ctx);
        ctx.status(302)
                .header("Vary", "Accept-Datetime")
                .header("Location", base + "/r/" + release.id() + address)
                .header("Link", links(base, address));
        ctx.skipRemainingHandlers();
    }

    private static Instant time(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("Accept-Datetime is not a date of HTTP, such as Tue, 20 Jan 2026 10:00:00 GMT.");
        }
    }

    /** Adds to an answer where its earlier states are, and under which address it is cited. */
    void announce(Context ctx) {
        if (!isOriginal(ctx) || ctx.res().isCommitted()) {
            return;
        }
        String base = Urls.base(ctx, options);
        String address = address(ctx);
        if (!shelf.all().isEmpty() && ctx.statusCode() != 302) {
            String vary = ctx.res().getHeader("Vary");
            ctx.header("Vary", vary == null ? "Accept-Datetime" : vary + ", Accept-Datetime");
            ctx.res().addHeader("Link", links(base, address));
        }
        // An address that nobody keeps would be no address to cite.
        if (ctx.statusCode() == 200 && shelf.find(shelf.now()).isPresent()) {
            ctx.res().addHeader("Link", "<" + base + "/r/" + shelf.now() + address + ">; rel=\"cite-as\"");
        }
    }

    /** Adds to an answer from a release of which time it is. */
    void date(Context ctx, KeptRelease release, String path) {
        String query = ctx.req().getQueryString();
        String base = Urls.base(ctx, options);
        String address = path + (query == null ? "" : "?" + query);
        ctx.header("Memento-Datetime", HTTP_DATE.format(release.manifest().instant()));
        ctx.res().addHeader("Link", links(base, address));
        ctx.res().addHeader("Link", "<" + base + "/r/" + release.id() + address + ">; rel=\"cite-as\"");
    }

    private static String links(String base, String address) {
        return "<" + base + address + ">; rel=\"original timegate\", <" + base + "/timemap" + address
                + ">; rel=\"timemap\"; type=\"application/link-format\"";
    }

    /** The path and the parameters that say what is asked. */
    private static String address(Context ctx) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(RequestBody.parameters(ctx.req().getQueryString()));
        LOOKS.forEach(parameters::remove);
        return Urls.with(ctx.req().getRequestURI(), parameters);
    }

    /** {@code /timemap/<path>}: all states of an address. */
    void map(Context ctx) {
        String path = ctx.req().getRequestURI().substring("/timemap".length());
        String query = ctx.req().getQueryString();
        String address = path + (query == null ? "" : "?" + query);
        if (!ORIGINAL.matcher(path).matches()) {
            throw Problem.notFound(
                    "No time map", "Only pages, data and queries have a time map: /timemap/page/person/….");
        }
        List<KeptRelease> all = shelf.all();
        if (all.isEmpty()) {
            throw Problem.notFound("No releases", "This server has kept no release so far.");
        }
        String base = Urls.base(ctx, options);
        List<String> lines = new ArrayList<>();
        lines.add("<" + base + address + ">; rel=\"original timegate\"");
        lines.add("<" + base + "/timemap" + address + ">; rel=\"self\"; type=\"application/link-format\"; from=\""
                + HTTP_DATE.format(all.getFirst().manifest().instant()) + "\"; until=\""
                + HTTP_DATE.format(all.getLast().manifest().instant()) + "\"");
        for (KeptRelease release : all) {
            String rel = (release.equals(all.getFirst()) ? "first " : "")
                    + (release.equals(all.getLast()) ? "last " : "") + "memento";
            lines.add("<" + base + "/r/" + release.id() + address + ">; rel=\"" + rel + "\"; datetime=\""
                    + HTTP_DATE.format(release.manifest().instant()) + "\"");
        }
        ctx.contentType("application/link-format").result(String.join(",\n", lines) + "\n");
    }
}
