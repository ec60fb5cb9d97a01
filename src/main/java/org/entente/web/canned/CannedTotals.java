package org.entente.web.canned;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.store.PerRevision;

/** Counts the rows of a query on all pages. */
final class CannedTotals {
    private static final int KNOWN = 1_000;

    private final PerRevision<Map<String, Long>> totals = new PerRevision<>();

    /** The number of rows; it is counted only if the page does not already show it. */
    long of(QueryExecutor.Session session, String state, CannedQuestion question, Rows rows) {
        CannedRequest.Window window = question.request().window();
        if (!rows.more() && (window.page() == 1 || !rows.isEmpty())) {
            return window.offset() + rows.rows().size();
        }
        Map<String, Long> known = totals.get(state, ConcurrentHashMap::new);
        String key = question.query().sparql()
                + question.arguments().canonical()
                + question.arguments().lang();
        Long total = known.get(key);
        if (total == null) {
            total = session.select(question.bound().counting(), 1)
                    .rows()
                    .getFirst()
                    .number("n");
            if (known.size() < KNOWN) {
                known.put(key, total);
            }
        }
        return total;
    }
}
