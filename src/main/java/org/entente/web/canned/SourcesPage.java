package org.entente.web.canned;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.page.View;
import org.jspecify.annotations.Nullable;

/** The sources with their publishers and the number of reports. */
public final class SourcesPage implements ResultPage {
    /** One page of sources. */
    public record Sources(CannedAnswer answer, List<Source> sources) implements View {
        @Override
        public String template() {
            return "canned/sources.jte";
        }
    }

    /**
     * A source.
     *
     * @param copyOf the sources that it copies, translates or goes back to; empty if it is original
     */
    public record Source(String id, Cell title, Imprint imprint, List<Cell> copyOf, Yield yield) {}

    /**
     * Who published a source, when, and how reliable it is.
     *
     * @param link address at the publisher; "" if there is none
     */
    public record Imprint(Cell publisher, Cell published, String language, Cell reliability, String link) {}

    /** The number of statements in a source. */
    public record Yield(long reports, long events, long persons, long agreements, long observations) {}

    @Override
    public Groups group(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request) {
        Messages messages = Messages.in(request.language());
        Map<String, Row> byDocument = new java.util.LinkedHashMap<>();
        rows.rows().forEach(row -> byDocument.putIfAbsent(row.text("document"), row));
        List<Row> page = ConflictsPage.page(
                List.copyOf(byDocument.values()), request.window().page());
        List<Node> documents = page.stream()
                .map(row -> NodeFactory.createURI(row.text("document")))
                .toList();
        Map<String, Row> yields = new HashMap<>();
        if (!documents.isEmpty()) {
            session.select(InternalQuery.CANNED_YIELD_OF_DOCUMENTS, "document", documents)
                    .rows()
                    .forEach(row -> yields.put(row.text("document"), row));
        }
        List<Source> sources = page.stream()
                .map(row -> source(row, yields.get(row.text("document")), labels, messages))
                .toList();
        return new Groups(byDocument.size(), answer -> new Sources(answer, sources));
    }

    /** @param yield null if there are no reports */
    private static Source source(Row row, @Nullable Row yield, EntityLabels labels, Messages messages) {
        String iri = row.text("document");
        Node title = row.bound("title");
        List<Cell> roots = Arrays.stream(row.text("root").split(" "))
                .filter(root -> !root.isEmpty() && !root.equals(iri))
                .map(root -> labels.cell(NodeFactory.createURI(root)))
                .toList();
        String url = row.text("url");
        return new Source(
                Prefixes.compact(iri),
                new Cell(title.getLiteralLexicalForm(), Cell.href(iri), row.text("language")),
                new Imprint(
                        ConflictsPage.cell(row, "publisher", labels),
                        ConflictsPage.date(row, "published", messages),
                        row.text("language"),
                        ConflictsPage.cell(row, "reliability", labels),
                        url.startsWith("https://") || url.startsWith("http://") ? url : ""),
                roots,
                new Yield(
                        row.number("reports"),
                        count(yield, "events"),
                        count(yield, "persons"),
                        count(yield, "agreements"),
                        count(yield, "observations")));
    }

    private static long count(@Nullable Row yield, String column) {
        return yield == null ? 0 : yield.number(column);
    }
}
