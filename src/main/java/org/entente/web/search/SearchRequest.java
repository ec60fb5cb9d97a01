package org.entente.web.search;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.page.EvidenceKind;

/**
 * A request for a search.
 *
 * @param text a name; "" if none was given
 * @param types words of {@link EvidenceKind} or classes, as they were sent
 * @param limit largest number of hits; on a page, of each kind
 */
public record SearchRequest(String text, List<String> types, int limit, Format format, String language) {
    /** Longest text in characters; no name is longer. */
    static final int LONGEST = 300;

    private static final List<Format> OFFERED = List.of(Format.PLAIN_JSON, Format.HTML);
    private static final int MOST = 100;

    static SearchRequest read(Context ctx) {
        Map<String, List<String>> given = RequestBody.parameters(ctx.req().getQueryString());
        Format format = Negotiation.require(QueryParameters.first(given, "format"), ctx.header("Accept"), OFFERED);
        int byDefault = format == Format.HTML ? 10 : 20;
        int limit = QueryParameters.first(given, "limit") == null
                ? byDefault
                : QueryParameters.number(given, "limit", 1, MOST);
        List<String> types = given.getOrDefault("type", List.of()).stream()
                .filter(type -> !type.isBlank())
                .toList();
        return new SearchRequest(text(given), types, limit, format, Language.of(ctx));
    }

    /** The parameter q. */
    static String text(Map<String, List<String>> given) {
        String text = QueryParameters.first(given, "q");
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST) {
            throw Problem.of(
                            422,
                            "parameter",
                            "The parameter q is too long",
                            "Parameter q: a name of at most " + LONGEST + " characters is expected; this text has "
                                    + text.length() + ".")
                    .with("parameter", "q")
                    .with("expected", "a name of at most " + LONGEST + " characters");
        }
        return text.strip();
    }

    boolean isPage() {
        return format == Format.HTML;
    }
}
