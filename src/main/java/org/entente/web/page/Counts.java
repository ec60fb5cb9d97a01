package org.entente.web.page;

import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.sparql.InternalQuery;

/**
 * The size of the collection.
 *
 * @param from first year with data; "" if there is none
 * @param to last year with data; "" if there is none
 */
public record Counts(long persons, long meetings, long sources, String from, String to) {
    public static Counts ask(QueryExecutor.Session session) {
        Rows rows = session.select(InternalQuery.PAGE_COUNTS, Map.of());
        if (rows.isEmpty()) {
            return new Counts(0, 0, 0, "", "");
        }
        Row row = rows.rows().getFirst();
        return new Counts(
                row.number("persons"),
                row.number("meetings"),
                row.number("sources"),
                year(row.text("from")),
                year(row.text("to")));
    }

    private static String year(String dateTime) {
        return dateTime.length() >= 4 ? dateTime.substring(0, 4) : "";
    }
}
