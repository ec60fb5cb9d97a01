package org.entente.web.decision;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.decision.Decision;
import org.entente.decision.NewEntry;
import org.entente.execution.Problem;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;

/**
 * A form as it was sent.
 *
 * @param about what is decided: name behind the name space, such as {@code conflict:58c26be320c87477}
 * @param other the second thing where it takes two: its name in addresses, or what it is called; "" for none
 * @param value a new value; "" for none
 * @param chosen ids of options
 * @param why the reason by language, without those that are empty
 * @param seen what the sender saw of the matter, line by line; empty before the preview
 * @param step {@code preview}, {@code decide} or {@code propose}
 * @param proposal name of the proposal that it takes up; "" for none
 * @param entry an entry to be made with a split
 * @param key typed into the form; "" for none
 */
record DecisionRequest(
        String about,
        String other,
        String value,
        Set<String> chosen,
        Map<String, String> why,
        String by,
        Optional<List<String>> seen,
        String step,
        String proposal,
        NewEntry entry,
        String key) {
    private static final List<String> LANGUAGES = List.of("de", "en");
    private static final int LONGEST_STATE = 100_000;

    /** What an address asks for. */
    static DecisionRequest asked(Context ctx) {
        return of(RequestBody.parameters(ctx.req().getQueryString()), "");
    }

    /** What was sent. */
    static DecisionRequest sent(Context ctx, ServerOptions options) {
        if (!RequestBody.mediaType(ctx).equals(RequestBody.FORM)) {
            throw Problem.unsupported("Send the form of /decide (" + RequestBody.FORM + ").");
        }
        Map<String, List<String>> fields = RequestBody.parameters(
                RequestBody.text(RequestBody.read(ctx, options.bodies().query())));
        return of(fields, text(fields, "step", 20));
    }

    private static DecisionRequest of(Map<String, List<String>> fields, String step) {
        Map<String, String> why = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String text = text(fields, "why-" + language, Decision.LONGEST_REASON);
            if (!text.isEmpty()) {
                why.put(language, text);
            }
        }
        String seen = QueryParameters.first(fields, "seen");
        if (seen != null && seen.length() > LONGEST_STATE) {
            throw Problem.parameter("seen", "what the preview has sent");
        }
        return new DecisionRequest(
                text(fields, "about", 500),
                text(fields, "other", 500),
                text(fields, "value", Decision.LONGEST_REASON),
                new LinkedHashSet<>(fields.getOrDefault("take", List.of())),
                why,
                text(fields, "by", Decision.LONGEST_NAME),
                Optional.ofNullable(seen).map(lines -> lines.lines().toList()),
                step,
                text(fields, "proposal", 20),
                entry(fields),
                text(fields, "key", 1_000));
    }

    /** Fields of an entry that is to be made: {@code new}, {@code new-id}, and {@code new-name-…} in each language. */
    private static NewEntry entry(Map<String, List<String>> fields) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String field : fields.keySet()) {
            String label = field.matches("new-name-[A-Za-z0-9-]{1,20}")
                    ? text(fields, field, NewEntry.LONGEST).replace('\n', ' ')
                    : "";
            if (!label.isEmpty()) {
                labels.put(field.substring("new-name-".length()), label);
            }
        }
        return new NewEntry(!text(fields, "new", 10).isEmpty(), text(fields, "new-id", 100), labels);
    }

    /** One line, or several of a reason, without characters that no text has. */
    private static String text(Map<String, List<String>> fields, String field, int longest) {
        String text = QueryParameters.first(fields, field);
        if (text == null) {
            return "";
        }
        if (text.length() > longest) {
            throw Problem.parameter(field, "at most " + longest + " characters");
        }
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\uFFFE\\uFFFF\\uFEFF]|\\p{Cs}", " ")
                .strip();
    }

    /** The same with another second thing. */
    DecisionRequest with(String second) {
        return new DecisionRequest(about, second, value, chosen, why, by, seen, step, proposal, entry, key);
    }

    /** What is missing, by field: the last part of the key of the message. */
    Map<String, String> missing() {
        Map<String, String> missing = new LinkedHashMap<>();
        if (chosen.isEmpty()) {
            missing.put("take", "choose");
        }
        if (why.isEmpty()) {
            missing.put("why", "why");
        }
        if (by.isEmpty()) {
            missing.put("by", "by");
        }
        return missing;
    }
}
