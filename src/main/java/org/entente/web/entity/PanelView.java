package org.entente.web.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ResultTable;

/**
 * A panel with the answer to its query.
 *
 * @param title key of its title
 * @param self the query's own page with this question
 * @param editor where the query stands in the editor
 * @param more whether the answer goes on there
 */
public record PanelView(
        String id,
        ResultTable table,
        String self,
        String editor,
        List<Page.Link> downloads,
        String sparql,
        boolean more) {
    /** Rows of a panel; more are on the page of its query. */
    private static final int ROWS = 20;

    /** The key of its title. */
    public String title() {
        return "panel." + id;
    }

    /** Asks the panels of a thing. */
    record Reader(QueryCatalog catalog, EntityResolver names) {
        private static final Rows NOTHING = new Rows(List.of(), List.of(), false);

        /** The first rows of one canned query about a thing; none where the catalogue lacks the query. */
        Rows rows(QueryExecutor.Session session, String query, String parameter, Node thing, String language) {
            return catalog.query(query)
                    .map(found -> {
                        Map<String, List<String>> given =
                                Map.of(parameter, List.of(thing.getURI()), "lang", List.of(language));
                        Arguments arguments = Parameters.read(found, given, names, new EdtfDates());
                        return session.select(
                                found.bind(arguments, new Paging(1, ROWS)).query(), ROWS);
                    })
                    .orElse(NOTHING);
        }

        /** One panel for each query that the catalogue has and that fits the thing; those without rows among them. */
        List<PanelView> read(QueryExecutor.Session session, EntityKind kind, Node thing, String language) {
            List<Asked> asked = new ArrayList<>();
            Set<Node> mentioned = new LinkedHashSet<>();
            for (PanelQuery panel : kind.panels()) {
                catalog.query(panel.query()).ifPresent(query -> {
                    Map<String, List<String>> given = new LinkedHashMap<>(panel.fixed());
                    given.put(panel.parameter(), List.of(thing.getURI()));
                    given.put("lang", List.of(language));
                    try {
                        Arguments arguments = Parameters.read(query, given, names, new EdtfDates());
                        BoundQuery bound = query.bind(arguments, new Paging(1, ROWS));
                        Rows rows = session.select(bound.query(), ROWS);
                        mentioned.addAll(ResultTable.mentioned(rows));
                        asked.add(new Asked(panel, arguments, bound, rows));
                    } catch (ParameterException e) {
                        // The query is about a narrower class, such as universities among organisations.
                    }
                });
            }
            EntityLabels labels = EntityLabels.of(session, mentioned, language);
            return asked.stream().map(a -> a.view(labels, language)).toList();
        }
    }

    private record Asked(PanelQuery panel, Arguments arguments, BoundQuery bound, Rows rows) {
        PanelView view(EntityLabels labels, String language) {
            Messages messages = Messages.in(language);
            Map<String, List<String>> parameters = new LinkedHashMap<>(arguments.canonical());
            PageLinks links = PageLinks.of("/queries/" + panel.query(), parameters, 1, false);
            return new PanelView(
                    panel.id(),
                    ResultTable.ofPanel(rows, panel.columns(), labels, messages),
                    links.self(),
                    "/sparql?edit=" + Urls.encode(bound.toSparql()),
                    List.of(Format.CSV, Format.JSON).stream()
                            .map(f -> new Page.Link(
                                    f.label().toUpperCase(Locale.ROOT), links.as(f.label()), f.mediaType()))
                            .toList(),
                    bound.toSparql(),
                    rows.more());
        }
    }
}
