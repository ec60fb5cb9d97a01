package org.entente.execution;

import org.apache.jena.query.QueryExecException;

/** Another service did not answer as it should; the message says which and why. */
public final class ServiceFailure extends QueryExecException {
    private static final long serialVersionUID = 1L;
    /** How every message begins, for those who get only the message. */
    public static final String START = "SERVICE <";

    private final boolean timeout;

    ServiceFailure(String endpoint, String why) {
        this(endpoint, why, false);
    }

    /** @param timeout whether it answered too late */
    ServiceFailure(String endpoint, String why, boolean timeout) {
        super(START + endpoint + ">: " + why);
        this.timeout = timeout;
    }

    /** Whether the service answered too late, or not at all. */
    public boolean isTimeout() {
        return timeout;
    }
}
