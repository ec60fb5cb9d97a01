package org.entente.reconcile;

import java.util.List;
import java.util.Map;

/**
 * A class of the ontology whose instances can be looked for.
 *
 * @param id its local name: {@code University}
 * @param iri the class
 * @param labels by language
 * @param definitions by language
 * @param broader identifiers of the classes right above it
 * @param instances how many there are in the collection
 */
public record EntityType(
        String id,
        String iri,
        Map<String, String> labels,
        Map<String, String> definitions,
        List<String> broader,
        int instances) {
    public EntityType {
        labels = Map.copyOf(labels);
        definitions = Map.copyOf(definitions);
        broader = List.copyOf(broader);
    }

    /** The label in this language, else in English. */
    public String label(String language) {
        return labels.getOrDefault(language, labels.getOrDefault("en", id));
    }

    /** The definition in this language, else in English; empty if there is none. */
    public String definition(String language) {
        return definitions.getOrDefault(language, definitions.getOrDefault("en", ""));
    }
}
