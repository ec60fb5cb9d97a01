package org.entente.engine;

import java.net.URI;
import org.entente.execution.Problem;

/** An engine did not do what it was asked for; the message says which, what happened and what to do. */
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** It does not take the query or the statements. */
        REFUSED,
        /** It did not answer in time. */
        SLOW,
        /** It cannot be reached, or fails. */
        UNREACHABLE,
        /** It wants a user and a password, or other ones. */
        DENIED,
        /** Its answer is not what the protocol says, or too large. */
        UNREADABLE
    }

    private final Kind kind;
    private final String why;

    EngineFailure(Kind kind, URI address, String why) {
        super("The engine at " + address + ": " + why);
        this.kind = kind;
        this.why = why;
    }

    public Kind kind() {
        return kind;
    }

    /** The message without the address. */
    public String why() {
        return why;
    }

    /** What readers get who asked this server. */
    Problem problem() {
        return kind == Kind.SLOW
                ? Problem.of(
                        504,
                        "engine-timeout",
                        "The engine behind this server did not answer in time",
                        getMessage() + " Ask for less: add a person, a place or a period.")
                : Problem.of(
                        502,
                        "engine",
                        "The engine behind this server does not answer",
                        getMessage() + " Send the request again later, or tell the operator.");
    }
}
