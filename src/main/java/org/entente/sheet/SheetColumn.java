package org.entente.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.vocab.EntProperty;

/**
 * A column of a sheet: a property of a report or of a participation.
 *
 * @param name its heading
 * @param ofReport whether it says something of the report; else of the participation
 * @param language for texts that have one column for each language; "" for others
 */
public record SheetColumn(String name, Node property, Kind kind, boolean ofReport, String language) {
    /** What stands in its cells. */
    public enum Kind {
        /** A thing, by its name or as {@code person:albert-rau}. */
        THING,
        /** A value of a controlled list, by its name in the ontology. */
        TERM,
        /** A text, in the language of the document unless it ends in another one: {@code …@ru}. */
        PRINTED,
        /** A text in the language of the column. */
        TEXT,
        /** A text without language. */
        PLAIN,
        /** A date in EDTF. */
        TIME
    }

    /** The heading of the column with the report, and of that with the participation: the ends of their names. */
    static final String REPORT = "report";

    static final String PARTICIPATION = "participation";
    /** What the file said when the sheet was made, as a number. */
    static final String STATE = "state";

    /** Columns that speak of one person only, or of one group. */
    private static final Set<String> OF_ONE =
            Set.of("printed_name", "name", "office", "printed_title", "title", "identification");

    /** Whether it names the one who took part. */
    boolean isWho() {
        return name.equals("who");
    }

    /** Whether what it says of one who took part says nothing of the next. */
    boolean ofOnePerson() {
        return OF_ONE.contains(name) || property.equals(EntProperty.GROUP_DESCRIPTION);
    }

    /** All columns but those with the identifiers. */
    public static List<SheetColumn> all(Set<String> languages) {
        List<SheetColumn> all = new ArrayList<>(List.of(
                report("event", EntProperty.REPORTS, Kind.THING),
                report("status", EntProperty.REPORTED_STATUS, Kind.TERM),
                report("modality", EntProperty.MODALITY, Kind.TERM),
                report("date", EntProperty.REPORTED_TIME, Kind.TIME),
                report("printed_date", EntProperty.TIME_AS_PRINTED, Kind.PRINTED),
                report("place", EntProperty.REPORTED_PLACE, Kind.THING),
                report("printed_place", EntProperty.PLACE_AS_PRINTED, Kind.PRINTED),
                report("mode", EntProperty.MODE, Kind.TERM),
                report("topics", EntProperty.TOPIC, Kind.TERM),
                report("locator", EntProperty.LOCATOR, Kind.PLAIN),
                participation("who", EntProperty.PARTICIPANT, Kind.THING),
                participation("printed_name", EntProperty.NAME_AS_PRINTED, Kind.PRINTED),
                participation("name", EntProperty.NAME_BASE_FORM, Kind.PRINTED),
                participation("office", EntProperty.AS_HOLDER_OF, Kind.THING),
                participation("printed_title", EntProperty.TITLE_AS_PRINTED, Kind.PRINTED),
                participation("title", EntProperty.TITLE_BASE_FORM, Kind.PRINTED),
                participation("role", EntProperty.ROLE, Kind.TERM),
                participation("attendance", EntProperty.ATTENDANCE, Kind.TERM),
                participation("side", EntProperty.ON_BEHALF_OF, Kind.THING),
                participation("delegation", EntProperty.IN_DELEGATION, Kind.THING),
                participation("identification", EntProperty.IDENTIFICATION, Kind.TERM)));
        for (String language : languages) {
            all.add(new SheetColumn("group_" + language, EntProperty.GROUP_DESCRIPTION, Kind.TEXT, false, language));
        }
        for (String language : languages) {
            all.add(new SheetColumn("note_" + language, EntProperty.NOTE, Kind.TEXT, true, language));
        }
        return all;
    }

    private static SheetColumn report(String name, Node property, Kind kind) {
        return new SheetColumn(name, property, kind, true, "");
    }

    private static SheetColumn participation(String name, Node property, Kind kind) {
        return new SheetColumn(name, property, kind, false, "");
    }
}
