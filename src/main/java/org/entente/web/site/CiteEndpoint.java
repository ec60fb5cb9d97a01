package org.entente.web.site;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.export.Citation;
import org.entente.web.http.Language;
import org.entente.web.http.RequestBody;
import org.entente.web.http.Urls;

/**
 * {@code /cite?of=/who-met?person=…&format=bib}: the citation of a page of this server. Redirects to the page with
 * {@code cite=}, because only the page knows its title and the hash of its result.
 */
final class CiteEndpoint {
    private CiteEndpoint() {}

    static void handle(Context ctx) {
        String of = ctx.queryParam("of");
        String format = ctx.queryParam("format") == null ? "txt" : ctx.queryParam("format");
        if (Citation.Format.named(format).isEmpty()) {
            throw wrong("format", "one of bib, csl, ris, txt");
        }
        if (of == null || !of.matches("/(?![/\\\\])[^\\s\\\\#]{0,4000}") || of.startsWith("/cite")) {
            throw wrong("of", "path and query string of a page on this server, such as /who-met?person=Albert%20Rau");
        }
        String path = of.replaceFirst("\\?.*", "");
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(RequestBody.parameters(of.contains("?") ? of.substring(of.indexOf('?') + 1) : ""));
        parameters.remove("fragment");
        parameters.put("format", new ArrayList<>(List.of("html")));
        parameters.put("cite", new ArrayList<>(List.of(format)));
        parameters.put("lang", new ArrayList<>(List.of(Language.of(ctx))));
        ctx.status(303).header("Location", Urls.with(path, parameters));
    }

    private static Problem wrong(String name, String expected) {
        return Problem.of(
                        422,
                        "parameter",
                        "The parameter " + name + " is invalid",
                        "Parameter " + name + ": expected " + expected + ".")
                .with("parameter", name)
                .with("expected", expected);
    }
}
