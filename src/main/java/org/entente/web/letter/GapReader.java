package org.entente.web.letter;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.letter.Gap;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.sparql.InternalQuery;
import org.entente.time.DateText;
import org.entente.time.EdtfException;

/** Asks the query that lists gaps for those of one event, in the language of the letter. */
record GapReader(QueryExecutor.Session session, EntityResolver names, String language) {
    /** The parameter of such queries that takes the event. */
    static final String EVENT = "event";

    private static final int MOST_ROWS = 100;

    /**
     * Empty if the event has no such gap.
     *
     * @throws org.entente.query.ParameterException if there is no such event
     */
    Optional<Gap> read(CannedQuery query, String event) {
        BoundQuery bound = query.bind(
                Parameters.read(
                        query, Map.of(EVENT, List.of(event), "lang", List.of(language)), names, new EdtfDates()),
                new Paging(1, MOST_ROWS));
        Rows rows = session.select(bound.filled(), MOST_ROWS);
        return rows.isEmpty() ? Optional.empty() : Optional.of(gap(query.id(), rows));
    }

    private Gap gap(String list, Rows rows) {
        Row first = rows.rows().getFirst();
        return new Gap(
                list,
                first.text("eventLabel"),
                date(first.text("date")),
                String.join(", ", values(rows, "placeLabel")),
                values(rows, "whoLabel"),
                values(rows, "officeLabel"),
                documents(sources(rows)));
    }

    /** The texts of a column, each once; a cell may list several. */
    private static List<String> values(Rows rows, String column) {
        return rows.rows().stream()
                .flatMap(row -> Stream.of(row.text(column).split(" \\| ")))
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    private static Set<Node> sources(Rows rows) {
        Set<Node> documents = new LinkedHashSet<>();
        rows.rows().stream()
                .flatMap(row -> Arrays.stream(row.text("sources").split("\\s+")))
                .filter(iri -> !iri.isEmpty())
                .forEach(iri -> documents.add(NodeFactory.createURI(iri)));
        return documents;
    }

    private String date(String edtf) {
        DateText words = DateText.in(language);
        return String.join(
                " / ",
                Arrays.stream(edtf.split(" \\| "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> inWords(words, text))
                        .toList());
    }

    private static String inWords(DateText words, String edtf) {
        try {
            return words.plain(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }

    private List<Gap.Document> documents(Collection<Node> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        Map<Node, Gap.Document> found = new LinkedHashMap<>();
        session.select()
                .rows(InternalQuery.LETTER_DOCUMENTS.among(
                        Map.of("document", documents, "lang", List.of(NodeFactory.createLiteralString(language)))))
                .rows()
                .forEach(row -> found.putIfAbsent(
                        row.bound("document"),
                        new Gap.Document(
                                row.has("label") ? row.text("label") : row.text("document"), row.text("url"))));
        return List.copyOf(found.values());
    }
}
