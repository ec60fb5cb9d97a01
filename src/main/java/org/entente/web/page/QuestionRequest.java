package org.entente.web.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;

/**
 * A request for a built-in question such as {@code /path}, with unparsed parameters.
 *
 * @param given parameters of the question
 * @param limit largest size of the answer that the client wants
 */
public record QuestionRequest(
        String path, Map<String, List<String>> given, Format format, String language, Optional<Integer> limit)
        implements QuestionEndpoint.Request {
    public static QuestionRequest read(Context ctx, List<Format> offered, int mostLimit) {
        Map<String, List<String>> given =
                new LinkedHashMap<>(RequestBody.parameters(ctx.req().getQueryString()));
        Format format = Negotiation.require(QueryParameters.first(given, "format"), ctx.header("Accept"), offered);
        Optional<Integer> limit = QueryParameters.first(given, "limit") == null
                ? Optional.empty()
                : Optional.of(QueryParameters.number(given, "limit", 1, mostLimit));
        given.keySet().removeAll(List.of("format", "page", "limit"));
        if (QueryParameters.first(given, "lang") == null) {
            given.put("lang", List.of(Language.of(ctx)));
        }
        return new QuestionRequest(ctx.path(), given, format, Language.of(ctx), limit);
    }
}
