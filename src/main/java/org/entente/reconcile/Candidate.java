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
        MATCH("match", "Treffer"),
        /** Another one is nearly as good. */
        NO_MARGIN(
                "no match, another candidate is nearly as good", "kein Treffer, ein anderer Kandidat ist fast so gut"),
        /** Nothing but the name, or too little beside it, speaks for it. */
        NAME_ONLY(
                "no match, too little besides the name confirms it",
                "kein Treffer, außer dem Namen bestätigt ihn zu wenig"),
        /** Something that was asked for could not be read, so it may speak against it. */
        UNREAD(
                "no match, a given date or number cannot be read",
                "kein Treffer, ein angegebenes Datum oder eine Zahl ist nicht lesbar"),
        /** Something speaks against it. */
        CONTRADICTED("no match, something contradicts it", "kein Treffer, etwas widerspricht ihm"),
        /** The name is too different. */
        NAME_TOO_FAR("no match, the name is too different", "kein Treffer, der Name weicht zu sehr ab"),
        /** Another candidate is better. */
        NOT_FIRST("another candidate is better", "ein anderer Kandidat ist besser"),
        /** What was asked is longer than a name can be. */
        NO_NAME("not looked up, too long for a name", "nicht nachgeschlagen, zu lang für einen Namen"),
        /** There is no candidate at all. */
        NOBODY("no candidate", "kein Kandidat");

        private final String english;
        private final String german;

        Verdict(String english, String german) {
            this.english = english;
            this.german = german;
        }

        /** In a few words of "de"; any other language gets English. */
        public String in(String language) {
            return language.equals("de") ? german : english;
        }
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
