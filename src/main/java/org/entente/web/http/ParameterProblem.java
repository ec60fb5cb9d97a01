package org.entente.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.query.ParameterException;
import org.entente.vocab.Prefixes;

/** Makes the answer for a refused parameter. */
public final class ParameterProblem {
    private ParameterProblem() {}

    /**
     * A 422 with the error, the expected values and suggestions.
     *
     * @param given all parameters of the request; each suggestion links to the same request with the corrected value
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
