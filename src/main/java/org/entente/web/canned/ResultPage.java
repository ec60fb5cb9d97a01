package org.entente.web.canned;

import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.web.page.EntityLabels;

/** How the rows of one canned query are told on a page of their own, rather than listed in a table. */
interface ResultPage {
    /** Groups of rows on a page. */
    int PAGE = 20;
    /** A reading looks at all rows, up to this many, and pages what it makes of them. */
    int ROWS = 10_000;

    /** The template of the page. */
    String template();

    /**
     * What the template shows.
     *
     * @param rows all of them, in the order of the query
     * @param labels of everything that the rows mention
     */
    Told tell(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request);

    /**
     * One page of a reading.
     *
     * @param content what the template gets as {@code told}
     * @param groups how many there are on all pages
     */
    record Told(Object content, long groups) {}
}
