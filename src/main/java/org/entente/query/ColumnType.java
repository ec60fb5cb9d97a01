package org.entente.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the values of a column of a canned query are. Headers name a type by its lower-case word. */
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
    /** An entity of any kind: the values tell which. */
    ENTITY,
    /** An entity, a term or a text: the values tell. */
    ANY,
    /** What a source or the editors recorded about entities: a report, an observation, a conflict, a decision. */
    RECORD,
    /** A term of the ontology: a status, level, role or kind. */
    TERM,
    /** The unit of an amount. */
    UNIT,
    /** A web address. */
    URL,
    /** A date as EDTF; pages show it in words. Several are separated by {@code " | "}. */
    DATE,
    /** A date or time of XML Schema, shown as it is. */
    MOMENT,
    /** A year as a number. */
    YEAR,
    /** The number that the row is about: the one a chart shows. */
    AMOUNT,
    /** Any other number that a chart may show. */
    NUMBER,
    /** A number that counts in order, names something or weighs evidence: no chart shows it. */
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

    /** The type that a header calls by this word. */
    public static Optional<ColumnType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** Its name in a header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kinds of entities that may be in the column, as their IRIs name them; empty where the type does not say. */
    public List<String> kinds() {
        return kinds;
    }

    /** Whether its values are IRIs of entities, records or terms. */
    public boolean isIri() {
        return !kinds.isEmpty() || this == ENTITY || this == RECORD || this == TERM || this == UNIT || this == URL;
    }

    /** Whether only the values tell what is in the column. */
    public boolean isOpen() {
        return this == ENTITY || this == ANY;
    }

    /** Whether its values can be an end of a tie in a network. */
    public boolean acts() {
        return this == PARTICIPANT || !kinds.isEmpty() && AGENT.kinds.containsAll(kinds);
    }
}
