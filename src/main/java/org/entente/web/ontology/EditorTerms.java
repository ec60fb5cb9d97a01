package org.entente.web.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Messages;

/** The classes, properties and values that the editor completes, with their meaning and frequency. */
public final class EditorTerms {
    private EditorTerms() {}

    /**
     * A term.
     *
     * @param kind class, property or value
     * @param count number of instances of the class, or of statements with the property; 0 if there are none
     */
    public record Term(String iri, String name, String kind, String label, String definition, long count) {}

    /** All terms, in the reader's language, including terms in use that the ontology does not describe. */
    public static List<Term> ask(QueryExecutor.Session session, String language) {
        Map<String, Long> classes = counts(session.select(InternalQuery.ONTOLOGY_CLASS_COUNTS, Map.of()));
        Map<String, Long> properties = counts(session.select(InternalQuery.ONTOLOGY_PROPERTY_COUNTS, Map.of()));
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Node lang = NodeFactory.createLiteralString(language);
        for (Row row : session.select(InternalQuery.ONTOLOGY_TERMS, Map.of("lang", lang))
                .rows()) {
            String iri = row.text("term");
            String kind = row.text("kind");
            if (seen.add(iri)) {
                long count =
                        switch (kind) {
                            case "class" -> classes.getOrDefault(iri, 0L);
                            case "property" -> properties.getOrDefault(iri, 0L);
                            default -> 0L;
                        };
                terms.add(new Term(iri, Prefixes.compact(iri), kind, row.text("label"), row.text("definition"), count));
            }
        }
        Messages messages = Messages.in(language);
        properties.forEach((iri, count) -> addForeign(terms, seen, iri, "property", count, messages));
        classes.forEach((iri, count) -> addForeign(terms, seen, iri, "class", count, messages));
        return terms;
    }

    private static void addForeign(
            List<Term> terms, Set<String> seen, String iri, String kind, long count, Messages messages) {
        String name = Prefixes.compact(iri);
        if (!name.equals(iri) && seen.add(iri)) {
            terms.add(new Term(iri, name, kind, messages.getOr("term." + name, ""), "", count));
        }
    }

    public static Map<String, Long> classCounts(QueryExecutor.Session session) {
        return counts(session.select(InternalQuery.ONTOLOGY_CLASS_COUNTS, Map.of()));
    }

    public static Map<String, Long> propertyCounts(QueryExecutor.Session session) {
        return counts(session.select(InternalQuery.ONTOLOGY_PROPERTY_COUNTS, Map.of()));
    }

    private static Map<String, Long> counts(Rows rows) {
        Map<String, Long> counts = new HashMap<>();
        rows.rows().forEach(row -> counts.put(row.text("term"), row.number("count")));
        return counts;
    }
}
