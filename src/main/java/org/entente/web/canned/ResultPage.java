package org.entente.web.canned;

import java.util.function.Function;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.View;

/** A page for all rows of one canned query together, grouped by what they are about rather than listed in a table. */
interface ResultPage {
    /** Groups of rows on a page. */
    int PAGE = 20;

    /**
     * Groups the rows.
     *
     * @param rows all of them, in the order of the query
     * @param labels of everything that the rows mention
     */
    Groups group(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request);

    /**
     * The groups of one page.
     *
     * @param count how many there are on all pages
     * @param view the page, given what every answer has
     */
    record Groups(long count, Function<CannedAnswer, View> view) {}
}
