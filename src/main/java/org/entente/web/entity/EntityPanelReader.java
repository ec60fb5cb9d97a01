package org.entente.web.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.coverage.Witnesses;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.Counted;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.Panel;
import org.entente.query.Parameters;
import org.entente.query.PlacedPanel;
import org.entente.query.QueryCatalog;
import org.entente.web.page.AtLeast;
import org.entente.web.page.CountedThings;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.page.ResultTable;

/** Runs the panels that canned queries declare for a kind of entity. */
record EntityPanelReader(QueryCatalog catalog, EntityResolver names) {
    /** Number of rows that are read, so that a panel can say what all of them come to. */
    private static final int READ = 1_000;

    /**
     * The panels of a page in order, including those without rows.
     *
     * @param rows all rows of each panel, by its id
     */
    record Panels(List<BarsView> bars, List<PanelView> tables, Map<String, Rows> rows) {}

    /**
     * @param kind kind of the entity, such as {@code person}
     * @param classes IRIs of its classes; a panel whose query takes others, such as trips among events, is left out
     */
    Panels read(QueryExecutor.Session session, String kind, Node entity, Set<String> classes, String language) {
        List<PanelAnswer> answers = new ArrayList<>();
        for (PlacedPanel placed : catalog.panels(kind)) {
            if (takes(placed, classes)) {
                answers.add(answer(session, placed, entity, language));
            }
        }
        Set<Node> mentioned = new LinkedHashSet<>();
        answers.forEach(answer -> mentioned.addAll(ResultTable.mentioned(answer.shown())));
        EntityLabels labels = EntityLabels.of(session, mentioned, language);
        Set<Node> counted = new LinkedHashSet<>();
        answers.forEach(answer -> counted.addAll(counted(answer)));
        Witnesses witnesses = Witnesses.of(session.select(), counted);
        List<BarsView> bars = new ArrayList<>();
        List<PanelView> tables = new ArrayList<>();
        for (PanelAnswer answer : answers) {
            switch (answer.placed().panel().view()) {
                case BARS -> bars.add(BarsView.of(answer, language));
                case TABLE ->
                    tables.add(PanelView.of(
                            answer,
                            labels,
                            names,
                            AtLeast.of(
                                    witnesses,
                                    answer.placed()
                                            .query()
                                            .header()
                                            .counted()
                                            .map(Counted::column)
                                            .orElse(""),
                                    counted(answer),
                                    Messages.in(language)),
                            language));
            }
        }
        Map<String, Rows> rows = new LinkedHashMap<>();
        answers.forEach(answer -> rows.put(answer.placed().panel().id(), answer.rows()));
        return new Panels(bars, tables, rows);
    }

    /** What a panel counts; one thing is no count. */
    private static Set<Node> counted(PanelAnswer answer) {
        Set<Node> things = CountedThings.of(answer.placed().query().header(), answer.rows());
        return things.size() > 1 ? things : Set.of();
    }

    private static boolean takes(PlacedPanel placed, Set<String> classes) {
        List<String> taken = placed.query()
                .header()
                .parameter(placed.panel().parameter())
                .orElseThrow()
                .classes();
        return taken.isEmpty() || taken.stream().anyMatch(classes::contains);
    }

    private PanelAnswer answer(QueryExecutor.Session session, PlacedPanel placed, Node entity, String language) {
        Panel panel = placed.panel();
        Map<String, List<String>> given = new LinkedHashMap<>(panel.with());
        given.put(panel.parameter(), List.of(entity.getURI()));
        given.put("lang", List.of(language));
        Arguments arguments = Parameters.read(placed.query(), given, names, new EdtfDates());
        BoundQuery all = placed.query().bind(arguments, new Paging(1, READ));
        return new PanelAnswer(placed, arguments, session.select(all.filled(), READ));
    }
}
