package org.entente.reconcile;

import java.util.List;

/**
 * An entity that may be meant.
 *
 * @param iri the entity
 * @param score from 0 to 100, see {@link Score}
 * @param match whether the service would choose it without a human
 * @param types its types, the narrowest first
 * @param features everything that went into the score
 * @param verdict why it is a match, or why not
 */
public record Candidate(
        String iri, double score, boolean match, List<EntityType> types, List<Feature> features, Verdict verdict) {
    /** Why a candidate was chosen, or was not. */
    public enum Verdict {
        /** Chosen. */
        MATCH,
        /** Another one is nearly as good. */
        NO_MARGIN,
        /** Nothing but the name, or too little beside it, speaks for it. */
        NAME_ONLY,
        /** Something speaks against it. */
        CONTRADICTED,
        /** The name is too different. */
        NAME_TOO_FAR,
        /** Another candidate is better. */
        NOT_FIRST
    }

    public Candidate {
        types = List.copyOf(types);
        features = List.copyOf(features);
    }

    /** The identifier that the service gives. */
    public String id() {
        return EntityId.of(iri);
    }

    /** The score with one digit, as it is shown. */
    public double rounded() {
        return Math.round(score * 10) / 10.0;
    }
}
