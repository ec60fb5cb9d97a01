package org.entente.rdf;

import java.util.List;
import java.util.Map;
import org.entente.text.NearWords;
import org.entente.vocab.Prefixes;

/** Suggests what an author may have meant by an undeclared prefix. */
final class PrefixSuggestions {
    private PrefixSuggestions() {}

    static String advice(String prefix, Map<String, String> declared) {
        String space = Prefixes.all().get(prefix);
        if (space != null) {
            return "add @prefix " + prefix + ": <" + space + "> .";
        }
        List<String> near = NearWords.of(prefix, declared.keySet(), 3).stream()
                .map(other -> other + ":")
                .toList();
        return near.isEmpty()
                ? "declare it with @prefix " + prefix + ": <…> ."
                : "did you mean " + String.join(" or ", near) + "? Otherwise declare it with @prefix";
    }
}
