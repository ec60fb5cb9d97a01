package org.entente.query;

import java.util.List;

/** A parameter of a request is not what the query takes. Names it and says what would be right. */
public final class ParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, for programs. */
    public enum Reason {
        /** The query has no such parameter. */
        UNKNOWN,
        /** A required parameter is not there. */
        MISSING,
        /** Several values for a parameter that takes one, or too many for a list. */
        TOO_MANY,
        /** The text has not the form of its type, or is out of bounds. */
        MALFORMED,
        /** The IRI or name means nothing in the collection. */
        NOT_FOUND,
        /** The name means several entities. */
        AMBIGUOUS
    }

    private final String parameter;
    private final String given;
    private final String expected;
    private final Reason reason;
    private final List<String> nearNames;
    private final transient List<EntityCandidate> candidates;

    ParameterException(
            Reason reason,
            String parameter,
            String given,
            String expected,
            List<String> nearNames,
            List<EntityCandidate> candidates) {
        super("Parameter " + parameter + ": " + expected + (given.isEmpty() ? "" : "; got \"" + given + "\""));
        this.reason = reason;
        this.parameter = parameter;
        this.given = given;
        this.expected = expected;
        this.nearNames = List.copyOf(nearNames);
        this.candidates = List.copyOf(candidates);
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** Name of the parameter as it was given. */
    public String parameter() {
        return parameter;
    }

    /** The text that was given, cut after 200 characters, without control characters; empty if there was none. */
    public String given() {
        return given;
    }

    /** What would be right, in English, without a full stop. */
    public String expected() {
        return expected;
    }

    /** Names of parameters or values that may have been meant. */
    public List<String> nearNames() {
        return nearNames;
    }

    /** Entities that may have been meant. */
    public List<EntityCandidate> candidates() {
        return candidates;
    }
}
