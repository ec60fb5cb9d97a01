package org.entente.web.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.query.EntityResolver;
import org.entente.query.Panel;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.AnswerSentence;
import org.entente.web.page.AtLeast;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ResultTable;

/**
 * A panel with the first rows of its query as a table.
 *
 * @param title in the reader's language
 * @param sentence what all rows come to; may be ""
 * @param total number of all rows, with a plus sign if there are more than were read
 * @param more whether the query has more rows than are shown
 * @param gap whether its rows are what is missing, so that none is good news
 * @param self address of all rows on the page of the query
 * @param editor address of the query in the SPARQL editor; "" without rows
 * @param atLeast what there is to say beside what its query counts
 */
public record PanelView(
        String id,
        String title,
        String sentence,
        String total,
        ResultTable table,
        boolean more,
        boolean gap,
        String self,
        String editor,
        List<Page.Link> downloads,
        Optional<AtLeast> atLeast) {
    static PanelView of(
            PanelAnswer answer, EntityLabels labels, EntityResolver names, Optional<AtLeast> atLeast, String language) {
        Panel panel = answer.placed().panel();
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(answer.arguments().canonical());
        String query = answer.placed().query().id();
        PageLinks links = PageLinks.of("/queries/" + query, parameters, 1, false);
        Map<String, List<String>> edited = new LinkedHashMap<>(parameters);
        edited.put("example", List.of(query));
        return new PanelView(
                panel.id(),
                panel.title().in(language),
                new AnswerSentence(answer.placed().query().header(), answer.arguments(), answer.rows(), names, language)
                        .sentence(),
                answer.rows().rows().size() + (answer.rows().more() ? "+" : ""),
                ResultTable.ofPanel(
                        answer.shown(),
                        panel.columns(),
                        answer.placed().query().header(),
                        labels,
                        Messages.in(language)),
                answer.shown().more(),
                answer.placed().query().header().tags().contains("gaps"),
                links.self(),
                answer.rows().isEmpty() ? "" : Urls.with("/sparql", edited),
                List.of(Format.CSV, Format.JSON).stream()
                        .map(f -> new Page.Link(f.label().toUpperCase(Locale.ROOT), links.as(f.label()), f.mediaType()))
                        .toList(),
                atLeast);
    }

    /** Whether the panel has no rows. */
    boolean isEmpty() {
        return table.rows().isEmpty();
    }
}
