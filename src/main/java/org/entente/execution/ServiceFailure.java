package org.entente.execution;

import org.apache.jena.query.QueryExecException;

/** Another service did not answer as it should; the message says which and why. */
public final class ServiceFailure extends QueryExecException {
    private static final long serialVersionUID = 1L;
    /** How every message begins, for those who get only the message. */
    public static final String START = "SERVICE <";

    ServiceFailure(String endpoint, String why) {
        super(START + endpoint + ">: " + why);
    }
}
