package org.entente.dossier;

import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * One that a dossier is about.
 *
 * @param labels by language; never empty
 */
public record DossierSide(Node node, Kind kind, Map<String, String> labels) {
    /** What it is. */
    public enum Kind {
        PERSON,
        POST,
        /** An organisation, polity or delegation: it meets through its people. */
        BODY
    }

    /** The label in the language, else in English, else any. */
    public String label(String language) {
        String label = labels.get(language);
        return label != null
                ? label
                : labels.getOrDefault("en", labels.values().iterator().next());
    }
}
