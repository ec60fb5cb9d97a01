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
import org.entente.vocab.Prefixes;
import org.entente.web.page.Messages;

/** The classes, properties and controlled values that a query may name, with what they mean and how often they occur. */
public final class EditorTerms {
    private static final String DESCRIBED = """
            PREFIX graph: <https://w3id.org/entente/graph/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?term ?kind ?label ?definition
            WHERE {
              VALUES (?type ?kind) {
                (owl:Class "class") (owl:ObjectProperty "property") (owl:DatatypeProperty "property")
                (owl:AnnotationProperty "property") (skos:Concept "value")
              }
              VALUES ?g { graph:ontology graph:vocabulary }
              GRAPH ?g {
                ?term a ?type .
                FILTER (isIRI(?term))
                OPTIONAL { ?term rdfs:label ?label FILTER (lang(?label) = ?lang) }
                OPTIONAL { ?term skos:definition ?definition FILTER (lang(?definition) = ?lang) }
              }
            }
            ORDER BY ?kind ?term
            """;
    private static final String CLASSES = """
            SELECT ?term (COUNT(*) AS ?count)
            WHERE { { SELECT DISTINCT ?s ?term { { ?s a ?term } UNION { GRAPH ?g { ?s a ?term } } } } FILTER (isIRI(?term)) }
            GROUP BY ?term ORDER BY ?term
            """;
    private static final String PROPERTIES = """
            SELECT ?term (COUNT(*) AS ?count)
            WHERE { { SELECT DISTINCT ?s ?term ?o { { ?s ?term ?o } UNION { GRAPH ?g { ?s ?term ?o } } } } }
            GROUP BY ?term ORDER BY ?term
            """;

    private EditorTerms() {}

    /**
     * A term.
     *
     * @param kind class, property or value
     * @param count things of the class, statements with the property; 0 where it does not occur
     */
    public record Term(String iri, String name, String kind, String label, String definition, long count) {}

    /** In the reader's language; what has no description but occurs is among them. */
    public static List<Term> ask(QueryExecutor.Session session, String language) {
        Map<String, Long> classes = counts(session.select(CLASSES, Map.of()));
        Map<String, Long> properties = counts(session.select(PROPERTIES, Map.of()));
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Node lang = NodeFactory.createLiteralString(language);
        for (Row row : session.select(DESCRIBED, Map.of("lang", lang)).rows()) {
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
        return counts(session.select(CLASSES, Map.of()));
    }

    public static Map<String, Long> propertyCounts(QueryExecutor.Session session) {
        return counts(session.select(PROPERTIES, Map.of()));
    }

    private static Map<String, Long> counts(Rows rows) {
        Map<String, Long> counts = new HashMap<>();
        rows.rows().forEach(row -> counts.put(row.text("term"), row.number("count")));
        return counts;
    }
}
