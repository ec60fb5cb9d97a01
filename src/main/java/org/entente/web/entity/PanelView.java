package org.entente.web.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.query.Panel;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ResultTable;

/**
 * A panel with the first rows of its query as a table.
 *
 * @param title in the reader's language
 * @param self the query's own page with this question
 * @param editor where the query stands in the editor
 * @param more whether there are more rows on the query's own page
 */
public record PanelView(
        String id,
        String title,
        ResultTable table,
        String self,
        String editor,
        List<Page.Link> downloads,
        String sparql,
        boolean more) {
    static PanelView of(PanelAnswer answer, EntityLabels labels, String language) {
        Panel panel = answer.placed().panel();
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(answer.arguments().canonical());
        PageLinks links = PageLinks.of("/queries/" + answer.placed().query().id(), parameters, 1, false);
        String sparql = answer.bound().toSparql();
        return new PanelView(
                panel.id(),
                panel.title().in(language),
                ResultTable.ofPanel(
                        answer.rows(),
                        panel.columns(),
                        answer.placed().query().header(),
                        labels,
                        Messages.in(language)),
                links.self(),
                "/sparql?edit=" + Urls.encode(sparql),
                List.of(Format.CSV, Format.JSON).stream()
                        .map(f -> new Page.Link(f.label().toUpperCase(Locale.ROOT), links.as(f.label()), f.mediaType()))
                        .toList(),
                sparql,
                answer.rows().more());
    }

    /** Whether its query has no rows for the entity. */
    boolean isEmpty() {
        return table.rows().isEmpty();
    }
}
