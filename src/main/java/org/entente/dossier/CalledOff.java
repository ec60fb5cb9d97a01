package org.entente.dossier;

import org.apache.jena.graph.Node;
import org.entente.encounter.Named;
import org.entente.vocab.EntConcept;
import org.jspecify.annotations.Nullable;

/** What became of a meeting that did not come about. */
enum CalledOff {
    CANCELLED("abgesagt", "was cancelled", "were cancelled"),
    POSTPONED("verschoben", "was postponed", "were postponed"),
    DENIED(
            "angekündigt oder behauptet, eine Quelle bestreitet aber, dass es dazu kam",
            "is denied by a source",
            "are denied by sources"),
    ABSENT("abgehalten, eine Seite fehlte aber", "took place without one side", "took place without one side");

    private final String german;
    private final String singular;
    private final String plural;

    CalledOff(String german, String singular, String plural) {
        this.german = german;
        this.singular = singular;
        this.plural = plural;
    }

    static CalledOff of(DossierRow row) {
        @Nullable Node status = row.status().map(Named::node).orElse(null);
        return EntConcept.CANCELLED.equals(status)
                ? CANCELLED
                : EntConcept.POSTPONED.equals(status) ? POSTPONED : EntConcept.DENIED.equals(status) ? DENIED : ABSENT;
    }

    String german() {
        return german;
    }

    String english(boolean one) {
        return one ? singular : plural;
    }
}
