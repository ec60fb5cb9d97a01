package org.entente.web.page;

import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;

/**
 * What the collection holds.
 *
 * @param from first year that anything in it concerns; "" if none
 * @param to last year
 */
public record Counts(long persons, long meetings, long sources, String from, String to) {
    private static final String QUERY = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            SELECT ?persons ?meetings ?sources ?from ?to
            WHERE {
              { SELECT (COUNT(DISTINCT ?p) AS ?persons) WHERE { ?p a ent:Person } }
              { SELECT (COUNT(DISTINCT ?m) AS ?meetings) WHERE { ?m a ent:HeldEvent } }
              { SELECT (COUNT(DISTINCT ?d) AS ?sources)
                WHERE { GRAPH ?g { ?r ent:statedIn ?d } } }
              { SELECT (MIN(?start) AS ?from) WHERE { ?event ent:time ?t . ?t ent:earliestStart ?start } }
              { SELECT (MAX(?end) AS ?to) WHERE { ?event ent:time ?t . ?t ent:latestEnd ?end } }
            }
            """;

    public static Counts ask(QueryExecutor.Session session) {
        Rows rows = session.select(QUERY, Map.of());
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
