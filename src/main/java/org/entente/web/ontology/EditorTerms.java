package org.entente.web.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
     * @param links what else the ontology says of it, by relation: domain, range, above (superclasses), lists (those of which a value is,
     *     or a property has values); names of terms
     */
    public record Term(
            String iri,
            String name,
            String kind,
            String label,
            String definition,
            long count,
            Map<String, Set<String>> links) {}

    /** All terms, in the reader's language, including terms in use that the ontology does not describe. */
    public static List<Term> ask(QueryExecutor.Session session, String language) {
        Map<String, Long> classes = counts(session.select(InternalQuery.ONTOLOGY_CLASS_COUNTS, Map.of()));
        Map<String, Long> properties = counts(session.select(InternalQuery.ONTOLOGY_PROPERTY_COUNTS, Map.of()));
        Map<String, Map<String, Set<String>>> links = links(session);
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
                terms.add(new Term(
                        iri,
                        Prefixes.compact(iri),
                        kind,
                        row.text("label"),
                        row.text("definition"),
                        count,
                        links.getOrDefault(iri, Map.of())));
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
            terms.add(new Term(iri, name, kind, messages.getOr("term." + name, ""), "", count, Map.of()));
        }
    }

    private static Map<String, Map<String, Set<String>>> links(QueryExecutor.Session session) {
        Map<String, Map<String, Set<String>>> links = new HashMap<>();
        for (InternalQuery query : List.of(InternalQuery.ONTOLOGY_TERM_LINKS, InternalQuery.ONTOLOGY_VALUES_IN_USE)) {
            session.select(query, Map.of()).rows().forEach(row -> links.computeIfAbsent(
                            row.text("term"), term -> new TreeMap<>())
                    .computeIfAbsent(row.text("relation"), relation -> new TreeSet<>())
                    .add(Prefixes.compact(row.text("other"))));
        }
        return links;
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
