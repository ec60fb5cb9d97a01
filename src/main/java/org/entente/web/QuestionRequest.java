package org.entente.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.query.ParameterException;

/**
 * What a client asks of a question that the program answers itself, before its parameters are understood.
 *
 * @param given parameters of the question
 * @param limit how much the client wants at most; empty if it does not say
 */
record QuestionRequest(Map<String, List<String>> given, Format format, String language, Optional<Integer> limit) {
    static QuestionRequest read(Context ctx, List<Format> offered, int mostLimit) {
        Map<String, List<String>> given =
                new LinkedHashMap<>(Bodies.parameters(ctx.req().getQueryString()));
        Format format = Negotiation.require(CannedRequest.first(given, "format"), ctx.header("Accept"), offered);
        Optional<Integer> limit = CannedRequest.first(given, "limit") == null
                ? Optional.empty()
                : Optional.of(CannedRequest.number(given, "limit", 1, mostLimit));
        given.keySet().removeAll(List.of("format", "page", "limit"));
        if (CannedRequest.first(given, "lang") == null) {
            given.put("lang", List.of(Language.of(ctx)));
        }
        return new QuestionRequest(given, format, Language.of(ctx), limit);
    }

    boolean isPage() {
        return format == Format.HTML;
    }

    /** Whether a page should show its form, without reproach: what is needed was not named yet. */
    boolean onlyBegun(ParameterException e) {
        return isPage() && e.reason() == ParameterException.Reason.MISSING;
    }
}
