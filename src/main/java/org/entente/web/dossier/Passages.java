package org.entente.web.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.sparql.InternalQuery;
import org.entente.web.http.Urls;

/** Finds the reports whose passages the archive has. */
final class Passages {
    private final Archive archive;

    Passages(Archive archive) {
        this.archive = archive;
    }

    /** The address of the passage of each report; reports without a text in the archive are left out. */
    Map<Node, String> of(QueryExecutor.Session session, Collection<Node> reports) {
        Map<Node, String> addresses = new HashMap<>();
        if (archive.size() == 0 || reports.isEmpty()) {
            return addresses;
        }
        session.select(InternalQuery.DOSSIER_PASSAGES, "report", reports).rows().forEach(row -> {
            Node report = row.bound("report");
            if (archive.holds(row.bound("digest").getLiteralLexicalForm())) {
                addresses.put(report, Urls.page(report.getURI()).replaceFirst("^/page/", "/passage/"));
            }
        });
        return addresses;
    }
}
