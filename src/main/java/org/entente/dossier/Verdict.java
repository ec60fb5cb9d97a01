package org.entente.dossier;

/** The answer in one word; {@link DossierConclusion} has the rules. */
public enum Verdict {
    HELD("held"),
    CO_ATTENDED("co_attended"),
    BY_OFFICE_ONLY("by_office_only"),
    PLANNED_ONLY("planned_only"),
    EXPECTED_ONLY("expected_only"),
    POSSIBLY_BY_OFFICE("possibly_by_office"),
    NOT_HELD("not_held"),
    CONTRADICTORY("contradictory"),
    NO_EVIDENCE("no_evidence");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The name in data. */
    public String word() {
        return word;
    }
}
