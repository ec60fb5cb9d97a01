package org.entente.web.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.store.NameIndex;
import org.entente.vocab.Ent;

/** What a thing is, in a few words: the office of a person, the day of an event, the class of anything else. As of one state. */
final class HitDescriptions {
    private static final String EVENT = Ent.term("Event");

    /** Latest attested first; an office that nothing dates comes last. */
    private static final String OFFICES = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?thing ?label
            WHERE {
              { SELECT DISTINCT ?thing ?post ?when WHERE {
                { GRAPH ?g { ?tenure ent:holder ?thing ; ent:ofPost ?post } } UNION { ?tenure ent:holder ?thing ; ent:ofPost ?post }
                OPTIONAL { ?tenure ent:lastAttested ?when }
              } }
              GRAPH ?h { ?post rdfs:label ?label }
            }
            ORDER BY ?thing DESC(?when) ?post
            """;

    private static final String DAYS = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            SELECT DISTINCT ?thing ?label
            WHERE { ?thing a ent:Event ; ent:time/ent:edtf ?label }
            ORDER BY ?thing ?label
            """;

    private static final String CLASSES = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            SELECT ?thing ?label WHERE { GRAPH ?g { ?thing a owl:Class ; rdfs:label ?label } }
            """;

    private final Map<String, Map<String, String>> texts = new HashMap<>();

    private HitDescriptions() {}

    static HitDescriptions of(QueryExecutor.Session session) {
        HitDescriptions descriptions = new HitDescriptions();
        for (String query : new String[] {OFFICES, DAYS, CLASSES}) {
            for (Row row : session.select(query, Map.of()).rows()) {
                descriptions.add(row);
            }
        }
        return descriptions;
    }

    private void add(Row row) {
        Node label = row.node("label").orElseThrow();
        if (label.isLiteral()) {
            texts.computeIfAbsent(row.node("thing").orElseThrow().toString(), k -> new HashMap<>())
                    .putIfAbsent(label.getLiteralLanguage(), label.getLiteralLexicalForm());
        }
    }

    /** In this language, else in another one; empty if nothing is known. */
    String of(String iri, NameIndex names, String language) {
        String type = names.type(iri);
        Optional<String> kind = text(type, language);
        return text(iri, language)
                .map(text -> names.classes(iri).contains(EVENT) && kind.isPresent() ? kind.get() + ", " + text : text)
                .or(() -> kind)
                .orElse("");
    }

    private Optional<String> text(String iri, String language) {
        Map<String, String> byLanguage = texts.getOrDefault(iri, Map.of());
        return Optional.ofNullable(byLanguage.get(language))
                .or(() -> Optional.ofNullable(byLanguage.get("")))
                .or(() -> Optional.ofNullable(byLanguage.get("en")))
                .or(() -> byLanguage.values().stream().findFirst());
    }
}
