package org.entente.dossier;

import java.util.Arrays;
import java.util.Optional;

/** What an event says about two sides, strongest first. */
public enum ContactCategory {
    /** Both were there, for different sides, in principal roles. */
    MET("met"),
    /** One of them met somebody of whom only the office is known, and the other held, or may have held, that office. */
    BY_OFFICE("byOffice"),
    /** Both attended the same event. */
    SAME_EVENT("sameEvent"),
    /** Both travelled in one delegation. */
    TRAVELLED("travelled"),
    /** It took place, and one of them was only invited or expected. */
    EXPECTED("expected"),
    /** Announced for both, and no source reports that it took place. */
    ANNOUNCED("announced"),
    /** Cancelled, postponed, denied, or one of them was absent. */
    NOT_HELD("notHeld"),
    /** Sources contradict each other on whether it took place, and nothing decides between them. */
    CONTRADICTED("contradicted"),
    /** Different events of the two in the same place on the same days. */
    SAME_PLACE_AND_TIME("samePlaceAndTime");

    private final String word;

    ContactCategory(String word) {
        this.word = word;
    }

    /** The name in parameters and data. */
    public String word() {
        return word;
    }

    /** The tier with this word. */
    public static Optional<ContactCategory> named(String word) {
        return Arrays.stream(values()).filter(tier -> tier.word.equals(word)).findFirst();
    }
}
