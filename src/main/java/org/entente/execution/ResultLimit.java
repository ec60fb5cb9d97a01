package org.entente.execution;

import org.apache.jena.query.Query;

/** The most rows that an answer may have. */
public final class ResultLimit {
    private ResultLimit() {}

    /** Lowers the LIMIT of a query to the cap; a query without LIMIT gets the cap. ASK is left alone. */
    public static void lower(Query query, long cap) {
        if (query.isAskType()) {
            return;
        }
        if (query.getLimit() == Query.NOLIMIT || query.getLimit() > cap) {
            query.setLimit(cap);
        }
    }
}
