package org.entente.names;

import java.util.List;
import java.util.stream.Collectors;

/** Why a name was taken for another: what is the same and what differs. Several may hold at once. */
public enum NameReason {
    SAME("same spelling", "gleiche Schreibung"),
    MARKS(
            "same words but for capitals, marks and small words",
            "gleiche Wörter bis auf Großschreibung, Zeichen und Beiwörter"),
    SCRIPT("other script", "andere Schrift"),
    LOOKALIKE("letters of another script that look the same", "gleich aussehende Buchstaben der anderen Schrift"),
    SPELLING(
            "other transliteration or spelling of the same sounds", "andere Umschrift oder Schreibung derselben Laute"),
    SIMILAR("similar spelling", "ähnliche Schreibung"),
    INFLECTED("inflected form", "gebeugte Form"),
    BEGINNING("begins like this", "beginnt so"),
    ORDER("other order of words", "andere Wortfolge"),
    TITLE("without title", "ohne Titel"),
    OFFICE("without office", "ohne Amt"),
    PATRONYMIC("patronymic on one side only", "Vatersname nur auf einer Seite"),
    INITIAL("initial for a name", "Anfangsbuchstabe für einen Namen"),
    OTHER_INITIAL("another initial", "anderer Anfangsbuchstabe"),
    OTHER_WORD("another word in its place", "an seiner Stelle ein anderes Wort"),
    PART("part of a longer name", "Teil eines längeren Namens"),
    MORE("a shorter name in what was asked", "kürzerer Name im Gefragten"),
    ABBREVIATION("abbreviation of the name", "Abkürzung des Namens"),
    LEGAL_FORM("legal form differs", "Rechtsform weicht ab");

    private final String english;
    private final String german;

    NameReason(String english, String german) {
        this.english = english;
        this.german = german;
    }

    /** The reason in a few words of "de"; any other language gets English. */
    public String in(String language) {
        return language.equals("de") ? german : english;
    }

    /** The reasons in a few words, "other script; part of a longer name". */
    public static String in(List<NameReason> reasons, String language) {
        return reasons.stream().map(reason -> reason.in(language)).collect(Collectors.joining("; "));
    }
}
