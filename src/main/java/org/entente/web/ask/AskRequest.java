package org.entente.web.ask;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.ask.Asker;
import org.entente.execution.Problem;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.page.QuestionEndpoint;

/**
 * A question as it came.
 *
 * @param changes slots with the values that the reader wants instead, without {@code slot.}
 */
record AskRequest(String question, Map<String, String> changes, Format format, String language)
        implements QuestionEndpoint.Request {
    static final String SLOT = "slot.";
    private static final List<Format> OFFERED = List.of(Format.PLAIN_JSON, Format.HTML);
    private static final List<String> KNOWN = List.of("q", "format", "lang", "release", "cite");
    private static final int MOST_SLOTS = 8;

    static AskRequest read(Context ctx) {
        Map<String, List<String>> given =
                new LinkedHashMap<>(RequestBody.parameters(ctx.req().getQueryString()));
        Format format = Negotiation.require(QueryParameters.first(given, "format"), ctx.header("Accept"), OFFERED);
        Map<String, String> changes = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            if (name.startsWith(SLOT) && changes.size() < MOST_SLOTS) {
                changes.put(name.substring(SLOT.length()), brief(name, values.getFirst()));
            } else if (!KNOWN.contains(name)) {
                throw wrong(name, "there is no such parameter; available: q, slot.NAME, format, lang");
            }
        });
        String text = QueryParameters.first(given, "q");
        String question = text == null ? "" : brief("q", text).strip().replaceAll("\\s+", " ");
        return new AskRequest(question, changes, format, Language.of(ctx));
    }

    private static String brief(String name, String text) {
        if (text.length() > Asker.LONGEST) {
            throw wrong(name, "at most " + Asker.LONGEST + " characters");
        }
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                ? ""
                : text;
    }

    private static Problem wrong(String name, String expected) {
        return Problem.of(422, "parameter", "A parameter is wrong", "Parameter " + name + ": " + expected + ".")
                .with("parameter", name)
                .with("expected", expected);
    }

    @Override
    public String path() {
        return "/ask";
    }

    @Override
    public Map<String, List<String>> given() {
        return Map.of("q", List.of(question));
    }
}
