package org.entente.web.canned;

import java.util.function.Function;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.View;

/** A page that shows all rows of one canned query in groups instead of a table. */
interface ResultPage {
    /** Number of groups on a page. */
    int PAGE = 20;

    /**
     * Groups the rows.
     *
     * @param rows all rows, in the order of the query
     * @param labels labels of all IRIs in the rows
     */
    Groups group(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request);

    /**
     * The groups of one page.
     *
     * @param count number of groups on all pages
     * @param view makes the page from the common parts of an answer
     */
    record Groups(long count, Function<CannedAnswer, View> view) {}
}
