package org.entente.web.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.sparql.InternalQuery;
import org.entente.web.http.Urls;

/** Which reports can be read word by word, because the archive holds the text that they cite. */
final class Passages {
    private final Archive archive;

    Passages(Archive archive) {
        this.archive = archive;
    }

    /** Report to address of its passage; reports whose text is not there are left out. */
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
