package org.entente.web.search;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.query.EntityCandidate;
import org.entente.query.EntityResolver;
import org.entente.query.QueryCatalog;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.http.Urls;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/**
 * {@code /find?q=}: the box of the home page. A name leads to its page, two names to their dossier, a question to the
 * most similar canned queries, and anything else to the search.
 */
final class FindEndpoint {
    private static final int MOST = 300;
    private static final int MATCHES = 6;
    /** Two names with "and" or a sign between them. */
    private static final Pattern TWO = Pattern.compile(
            "(?U)^(.{2,120}?)\\s+(?:×|x|&|\\+|und|and|и|vs\\.?|–)\\s+(.{2,120})$", Pattern.CASE_INSENSITIVE);
    /** The beginning of a question in German, English or Russian. */
    private static final Pattern QUESTION = Pattern.compile(
            "(?U)^(wer|wen|wem|wessen|wann|wo|was|welche[rsnm]?|wie|warum|woher|gab|hat|ist|war|who|whom|whose|when|where|what|"
                    + "which|how|why|did|was|is|are|кто|кого|кем|с кем|когда|где|что|какие|какой|как|сколько|о чём|о чем)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private final QueryCatalog catalog;
    private final EntityResolver names;
    private final QueryExecutor executor;
    private final Pages pages;

    FindEndpoint(QueryCatalog catalog, EntityResolver names, QueryExecutor executor, Pages pages) {
        this.catalog = catalog;
        this.names = names;
        this.executor = executor;
        this.pages = pages;
    }

    void handle(Context ctx) {
        String asked = ctx.queryParam("q");
        String text = asked == null ? "" : asked.strip().replaceAll("\\s+", " ");
        String language = Language.of(ctx);
        ctx.header("Vary", "Accept-Language");
        if (text.isEmpty()) {
            to(ctx, "/", Map.of());
            return;
        }
        if (text.length() > MOST) {
            throw Problem.of(
                            422,
                            "parameter",
                            "The question is too long",
                            "Parameter q: at most " + MOST + " characters.")
                    .with("parameter", "q")
                    .with("expected", "at most " + MOST + " characters");
        }
        boolean question = text.endsWith("?") || QUESTION.matcher(text).matches();
        List<EntityCandidate> meant = names.resolve(text, Set.of());
        if (meant.size() == 1) {
            ctx.status(303).header("Location", Urls.page(meant.getFirst().iri()));
            return;
        }
        Matcher two = TWO.matcher(text);
        if (!question && meant.isEmpty() && two.matches()) {
            to(
                    ctx,
                    "/dossier",
                    parameters("a", two.group(1).strip(), "b", two.group(2).strip()));
            return;
        }
        List<QuestionMatcher> matches = question ? QuestionMatcher.best(text, catalog.queries(), MATCHES) : List.of();
        if (matches.isEmpty()) {
            to(ctx, "/search", parameters("q", text));
            return;
        }
        if (Etags.unchanged(ctx, Etags.of(executor.state(), "find", language, text))) {
            return;
        }
        List<QuestionHit> hits =
                matches.stream().map(m -> QuestionHit.of(m, language)).toList();
        pages.html(ctx, PageInfo.titled(text), new FindView(text, hits));
    }

    private static Map<String, List<String>> parameters(String... namesAndValues) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return parameters;
    }

    private static void to(Context ctx, String path, Map<String, List<String>> parameters) {
        ctx.status(303).header("Location", Urls.with(path, parameters));
    }
}
