package org.entente.query;

import org.apache.jena.query.Query;

/**
 * A canned query with its parameters filled in.
 *
 * @param query what is run: asks for one row more than the page holds, to know whether there is a next page
 * @param paging the page asked for
 */
public record BoundQuery(Query query, Paging paging) {
    /** The query as a reader should see and reuse it: self-contained SPARQL with the page's own LIMIT. */
    public String toSparql() {
        Query shown = query.cloneQuery();
        shown.setLimit(paging.size());
        return shown.serialize().strip() + "\n";
    }
}
