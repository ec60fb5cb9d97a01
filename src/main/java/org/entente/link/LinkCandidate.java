package org.entente.link;

import java.util.List;
import java.util.Map;

/**
 * An item of the snapshot that an entity may be.
 *
 * @param qid its Qid
 * @param labels its labels by language
 * @param descriptions its descriptions by language
 * @param score from 0 to 1: the sum of the contributions, cut at both ends
 * @param features why
 */
public record LinkCandidate(
        String qid,
        Map<String, String> labels,
        Map<String, String> descriptions,
        double score,
        List<LinkFeature> features) {

    /** The label in the language, else in English, German or any. */
    public String label(String language) {
        for (String one : List.of(language, "mul", "en", "de")) {
            if (labels.containsKey(one)) {
                return labels.get(one);
            }
        }
        return labels.values().stream().sorted().findFirst().orElse(qid);
    }
}
