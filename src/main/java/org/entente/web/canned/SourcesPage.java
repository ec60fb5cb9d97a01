package org.entente.web.canned;

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

/** The sources, each with what it is and what it yielded. */
public final class SourcesPage implements ResultPage {
    /** One page of sources. */
    public record Sources(List<Source> sources) {}

    /**
     * A source.
     *
     * @param copyOf the text that it copies or translates; null where it is its own origin
     * @param link where its publisher has it; "" where it is not public
     */
    public record Source(
            Cell title,
            String id,
            Cell publisher,
            Cell published,
            String language,
            Cell reliability,
            Cell copyOf,
            String link,
            long reports,
            long events,
            long persons,
            long agreements,
            long observations) {}

    @Override
    public String template() {
        return "canned/sources.jte";
    }

    @Override
    public Told tell(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request) {
        Messages messages = Messages.in(request.language());
        Map<String, Row> byDocument = new java.util.LinkedHashMap<>();
        rows.rows().forEach(row -> byDocument.putIfAbsent(row.text("document"), row));
        List<Row> page = ConflictsPage.page(List.copyOf(byDocument.values()), request.page());
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
        return new Told(new Sources(sources), byDocument.size());
    }

    private static Source source(Row row, Row yield, EntityLabels labels, Messages messages) {
        String iri = row.text("document");
        Node title = row.bound("title");
        Node root = row.node("root").orElse(null);
        String url = row.text("url");
        return new Source(
                new Cell(title.getLiteralLexicalForm(), Cell.href(iri), row.text("language")),
                Prefixes.compact(iri),
                ConflictsPage.cell(row, "publisher", labels),
                CandidatesPage.date(row, "published", messages),
                row.text("language"),
                ConflictsPage.cell(row, "reliability", labels),
                root == null || root.getURI().equals(iri) ? null : labels.cell(root),
                url.startsWith("https://") || url.startsWith("http://") ? url : "",
                row.number("reports"),
                yield == null ? 0 : yield.number("events"),
                yield == null ? 0 : yield.number("persons"),
                yield == null ? 0 : yield.number("agreements"),
                yield == null ? 0 : yield.number("observations"));
    }
}
