package org.entente.query;

import java.util.List;

/** A parameter of a request is missing or wrong. The message names it and says what is expected. */
public final class ParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of error. */
    public enum Reason {
        /** The query has no such parameter. */
        UNKNOWN,
        /** A required parameter is missing. */
        MISSING,
        /** Several values for a parameter that takes one, or too many for a list. */
        TOO_MANY,
        /** The text does not fit the type, or is out of bounds. */
        MALFORMED,
        /** No entity of the collection has the IRI or name. */
        NOT_FOUND,
        /** The name means several entities. */
        AMBIGUOUS,
        /** The period ends before it begins. */
        EARLY
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

    /** The kind of error. */
    public Reason reason() {
        return reason;
    }

    /** The name of the parameter, as it was given. */
    public String parameter() {
        return parameter;
    }

    /** The given value without control characters, cut after 200 characters; "" if there was none. */
    public String given() {
        return given;
    }

    /** The expected values, in English, without a full stop. */
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
