package org.entente.web.search;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.execution.Problem;
import org.entente.query.EntityCandidate;
import org.entente.query.EntityResolver;
import org.entente.vocab.EntClass;
import org.entente.web.http.Urls;

/**
 * {@code /find?q=}: the box of the home page. A name leads to its page, two names to their dossier, a question to its
 * answer, and anything else to the search.
 */
final class FindEndpoint {
    private static final int MOST = 300;
    /** Most words that two names have together. */
    private static final int MOST_WORDS = 8;
    /** Who can be on a side of a dossier. */
    private static final Set<String> SIDES = Set.of(EntClass.AGENT.getURI(), EntClass.POST.getURI());

    /** Two names with "and" or a sign between them. */
    private static final Pattern TWO = Pattern.compile(
            "(?U)^(.{2,120}?)\\s+(?:×|x|&|\\+|und|and|и|vs\\.?|–)\\s+(.{2,120})$", Pattern.CASE_INSENSITIVE);
    /** The beginning of a question in German, English or Russian. */
    private static final Pattern QUESTION = Pattern.compile(
            "(?U)^((?:(?:mit|in|bei|über|von|zu|unter|durch|an|auf|für|with|in|through|by|at|under|on|from|of|for|с|в|о|об|у|к|через|под|при|на|со|за)\\s+)?"
                    + "(?:wer|wen|wem|wessen|wann|wo|wohin|worin|was|welche[rsnm]?|wie|warum|woher|who|whom|whose|when|where|what|which|how|why|"
                    + "кто|кого|кем|ком|кому|когда|где|куда|что|чем|какие|какой|какая|какое|каких|каким|какую|каком|как|каков|сколько|чьим)"
                    + "|gab|gibt|hat|haben|hatte|hatten|ist|sind|war|waren|wurde|wurden|kam|traf|fand|sprach|nahm|did|do|does|was|were|is|are|has|have|had)\\b.*"
                    + "|^.*\\bли\\b.*",
            Pattern.CASE_INSENSITIVE);

    private final EntityResolver names;

    FindEndpoint(EntityResolver names) {
        this.names = names;
    }

    void handle(Context ctx) {
        String asked = ctx.queryParam("q");
        String text = asked == null ? "" : asked.strip().replaceAll("\\s+", " ");
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
        Optional<Map<String, List<String>>> pair = question || !meant.isEmpty() ? Optional.empty() : pair(text);
        if (pair.isPresent()) {
            to(ctx, "/dossier", pair.get());
            return;
        }
        to(ctx, question ? "/ask" : "/search", parameters("q", text));
    }

    /** Two names with nothing between them, if there is only one way to part them. */
    private Optional<Map<String, List<String>>> pair(String text) {
        String[] words = text.split(" ");
        List<Map<String, List<String>>> pairs = new ArrayList<>();
        for (int i = 1; i < words.length && words.length <= MOST_WORDS; i++) {
            String one = String.join(" ", Arrays.copyOf(words, i));
            String other = String.join(" ", Arrays.copyOfRange(words, i, words.length));
            if (names.resolve(one, SIDES).size() == 1
                    && names.resolve(other, SIDES).size() == 1) {
                pairs.add(parameters("a", one, "b", other));
            }
        }
        return pairs.size() == 1 ? Optional.of(pairs.getFirst()) : Optional.empty();
    }

    private static Map<String, List<String>> parameters(String... namesAndValues) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return parameters;
    }

    /** A language that the address names goes with it. */
    private static void to(Context ctx, String path, Map<String, List<String>> parameters) {
        String language = ctx.queryParam("lang");
        if (language != null && !parameters.isEmpty()) {
            parameters.put("lang", List.of(language));
        }
        ctx.status(303).header("Location", Urls.with(path, parameters));
    }
}
