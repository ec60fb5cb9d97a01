package org.entente.ask;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;

/**
 * What an answer was searched in.
 *
 * @param first year of the earliest event; "" if there is none
 * @param last year of the latest event
 */
public record Coverage(int sources, int publishers, String first, String last) {
    static Coverage of(Select select) {
        Set<String> documents = new HashSet<>();
        Set<String> publishers = new TreeSet<>();
        for (Row row : select.rows(InternalQuery.DOSSIER_DOCUMENTS, Map.of()).rows()) {
            documents.add(row.text("document"));
            if (row.has("publisher")) {
                publishers.add(row.text("publisher"));
            }
        }
        String first = "";
        String last = "";
        for (Row row : select.rows(InternalQuery.DOSSIER_YEARS, Map.of()).rows()) {
            first = year(row.text("first"));
            last = year(row.text("last"));
        }
        return new Coverage(documents.size(), publishers.size(), first, last);
    }

    private static String year(String dateTime) {
        return dateTime.length() < 4 ? "" : dateTime.substring(0, 4);
    }
}
