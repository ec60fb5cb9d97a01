package org.entente.annotate;

import java.util.List;

/**
 * An office that the collection does not have yet, as somebody described it on a card.
 *
 * @param label what it is called
 * @param within CURIE of the country, region or body whose office it is
 * @param kind local name of the kind of office
 */
public record NewPost(String label, String within, String kind) {
    /** What an office begins with that is new, before its name. */
    static final String PREFIX = "new:";

    /** The kinds that may be chosen; the last for all others. */
    public static final List<String> KINDS = List.of(
            "headOfState",
            "headOfGovernment",
            "deputyHeadOfGovernment",
            "minister",
            "deputyMinister",
            "stateSecretary",
            "ambassador",
            "consulGeneral",
            "honoraryConsul",
            "memberOfParliament",
            "parliamentSpeaker",
            "governor",
            "mayor",
            "departmentHead",
            "bodyHead",
            "rector",
            "officialRepresentative",
            "adviser",
            "otherPost");
}
