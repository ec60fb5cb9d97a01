package org.entente.names;

import java.util.List;
import java.util.stream.Collectors;

/** Why a name was taken for another: what is the same and what differs. Several may hold at once. */
public enum NameReason {
    SAME("same spelling", "gleiche Schreibweise"),
    MARKS(
            "same words apart from case, punctuation and small words",
            "gleiche Wörter bis auf Großschreibung, Satzzeichen und kleine Wörter"),
    SCRIPT("different script", "andere Schrift"),
    LOOKALIKE("look-alike letters from another script", "gleich aussehende Buchstaben einer anderen Schrift"),
    SPELLING(
            "different transliteration or spelling of the same sounds",
            "andere Umschrift oder Schreibweise derselben Laute"),
    SIMILAR("similar spelling", "ähnliche Schreibweise"),
    INFLECTED("inflected form", "gebeugte Form"),
    BEGINNING("begins like this", "beginnt so"),
    ORDER("different word order", "andere Wortfolge"),
    TITLE("without title", "ohne Titel"),
    OFFICE("without office", "ohne Amt"),
    PATRONYMIC("patronymic in only one of the names", "Vatersname nur in einem der Namen"),
    INITIAL("initial instead of a name", "Initiale statt Name"),
    OTHER_INITIAL("different initial", "andere Initiale"),
    OTHER_WORD("a different word in this place", "ein anderes Wort an dieser Stelle"),
    PART("part of a longer name", "Teil eines längeren Namens"),
    MORE("a shorter name within your search", "ein kürzerer Name in Ihrer Suche"),
    ABBREVIATION("abbreviation of the name", "Abkürzung des Namens"),
    LEGAL_FORM("different legal form", "andere Rechtsform"),
    DIRECTION("sender and receiver are the other way round", "Herkunft und Ziel sind vertauscht"),
    OTHER_LETTERS("another abbreviation", "eine andere Abkürzung"),
    NOT_WHOLE("only a part of that name", "nur ein Teil dieses Namens"),
    ASIDE("what stands in brackets is not said of it", "was in Klammern steht, ist davon nicht bekannt");

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
