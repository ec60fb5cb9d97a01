package org.entente.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.query.ParameterException;
import org.entente.vocab.Prefixes;

/** Tells why a parameter of a query is refused, and what may have been meant. */
public final class ParameterProblem {
    private ParameterProblem() {}

    /**
     * 422 in our words: what is wrong, what would be right, what may have been meant.
     *
     * @param given the whole request: what may have been meant leads to the same request with that put right
     */
    public static Problem of(ParameterException e, String path, Map<String, List<String>> given) {
        List<Suggestions> near = new ArrayList<>();
        e.candidates().forEach(c -> {
            Map<String, List<String>> mended = new LinkedHashMap<>(given);
            mended.values().removeIf(texts -> texts.stream().allMatch(String::isBlank));
            mended.put(e.parameter(), List.of(Prefixes.compact(c.iri())));
            near.add(new Suggestions(c.label(), Prefixes.compact(c.iri()), Urls.with(path, mended)));
        });
        e.nearNames().forEach(name -> near.add(new Suggestions(name, name, "")));
        String detail = e.getMessage() + "."
                + (near.isEmpty()
                        ? ""
                        : " Similar names: "
                                + String.join(
                                        ", ", near.stream().map(Suggestions::id).toList()) + ".");
        return Problem.of(422, "parameter", "The parameter " + e.parameter() + " is invalid", detail)
                .with("parameter", e.parameter())
                .with("reason", e.reason().name().toLowerCase(java.util.Locale.ROOT))
                .with("given", e.given())
                .with("expected", e.expected())
                .with("near", near);
    }
}
