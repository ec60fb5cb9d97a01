package org.entente.query;

import java.util.Locale;
import java.util.Optional;

/** The type of a parameter of a canned query. */
public enum ParameterType {
    /** A CURIE, a full IRI, or a name that means exactly one entity. */
    IRI,
    /** Text of at most 1,000 characters, without control characters. */
    STRING,
    /** A whole number, within the bounds of its declaration. */
    INTEGER,
    /** EDTF text; binds the text and the bounds {@code …Start} and {@code …End} as {@code xsd:dateTime}. */
    DATE,
    /** A language tag of two or three letters. */
    LANG,
    /** One of the declared values. */
    ENUM,
    /** {@code true} or {@code false}. */
    BOOLEAN;

    /** The type with this name in headers, in lower case. */
    public static Optional<ParameterType> named(String name) {
        for (ParameterType type : values()) {
            if (type.word().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The name in headers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
