package org.entente.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The type of the values in a column of a canned query. Headers use the lower-case name. */
public enum ColumnType {
    PERSON("person"),
    OFFICE("post"),
    ORGANIZATION("org"),
    /** A state or a part of one. */
    POLITY("state", "region"),
    DELEGATION("delegation"),
    /** Anybody who can act: a person, an organisation, a state, a region or a delegation. */
    AGENT("person", "org", "state", "region", "delegation"),
    /** An agent, or an office that stands for its unnamed holder. */
    PARTICIPANT("person", "org", "state", "region", "delegation", "post"),
    PLACE("place"),
    EVENT("event"),
    SERIES("series"),
    AGREEMENT("agreement", "batch"),
    PROJECT("project", "funding"),
    TENURE("tenure"),
    /** A document, or a text that lists several. */
    SOURCE("doc"),
    /** An entity of any kind. */
    ENTITY,
    /** An entity, a term or a text. */
    ANY,
    /** What a source or the editors recorded about entities: a report, an observation, a conflict, a decision. */
    RECORD,
    /** A term of the ontology: a status, level, role or kind. */
    TERM,
    /** The unit of an amount. */
    UNIT,
    /** A web address. */
    URL,
    /** The address, on this server, of a letter that asks for what is missing; pages show it as its heading. */
    REQUEST,
    /** A date in EDTF, which pages show in words. Several are separated by {@code " | "}. */
    DATE,
    /** A date or time of XML Schema, shown as it is. */
    MOMENT,
    /** A year as a number. */
    YEAR,
    /** The main number of the row, which a chart shows. */
    AMOUNT,
    /** Any other number that a chart can show. */
    NUMBER,
    /** A number that is a rank, an identifier or a weight; charts leave it out. */
    ORDINAL,
    LATITUDE,
    LONGITUDE,
    /** True or false. */
    FLAG,
    /** A language tag. */
    LANGUAGE,
    TEXT;

    private final List<String> kinds;

    ColumnType(String... kinds) {
        this.kinds = List.of(kinds);
    }

    /** The type with this name in headers. */
    public static Optional<ColumnType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** Its name in a header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kinds of entities in the column, as IRIs name them; empty if the type does not say. */
    public List<String> kinds() {
        return kinds;
    }

    /** Whether its values are IRIs of entities, records or terms. */
    public boolean isIri() {
        return !kinds.isEmpty() || this == ENTITY || this == RECORD || this == TERM || this == UNIT || this == URL;
    }

    /** Whether the kind of a value is only known from the value itself. */
    public boolean isOpen() {
        return this == ENTITY || this == ANY;
    }

    /** Whether its values can be nodes of a network. */
    public boolean acts() {
        return this == PARTICIPANT || !kinds.isEmpty() && AGENT.kinds.containsAll(kinds);
    }
}
