package org.entente.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Labels of things in the reader's language; else in English, German, or what there is. */
final class Labels {
    private static final String QUERY = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            SELECT DISTINCT ?node ?label
            WHERE { GRAPH ?g { ?node rdfs:label|dcterms:title|ent:edtf|ent:nameText|ent:identifierValue ?label } }
            """;

    private final Map<Node, Cell.Label> labels = new HashMap<>();

    private Labels() {}

    static Labels of(Asker.Session session, Collection<Node> nodes, String language) {
        Labels labels = new Labels();
        Set<Node> iris = new LinkedHashSet<>();
        nodes.stream().filter(Node::isURI).forEach(iris::add);
        if (iris.isEmpty()) {
            return labels;
        }
        List<String> order = List.of(language, "en", "de", "");
        for (Row row : session.select(QUERY, "node", iris).rows()) {
            Node label = row.node("label").orElseThrow();
            if (!label.isLiteral()) {
                continue;
            }
            Cell.Label found = new Cell.Label(label.getLiteralLexicalForm(), label.getLiteralLanguage());
            labels.labels.merge(
                    row.node("node").orElseThrow(), found, (a, b) -> rank(order, a) <= rank(order, b) ? a : b);
        }
        return labels;
    }

    private static int rank(List<String> order, Cell.Label label) {
        int rank = order.indexOf(label.lang());
        return rank < 0 ? order.size() : rank;
    }

    /** The label; null where there is none. */
    Cell.Label of(Node node) {
        return labels.get(node);
    }

    Cell cell(Node node) {
        return Cell.of(node, this::of);
    }
}
