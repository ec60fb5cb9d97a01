package org.entente.web.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.Prefixes;

/** Labels of things in the reader's language; else in English, German, or what there is. */
public final class EntityLabels {
    private static final String QUERY = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            SELECT DISTINCT ?node ?label
            WHERE { GRAPH ?g { ?node rdfs:label|dcterms:title|ent:edtf|ent:nameText|ent:identifierValue ?label } }
            """;

    /** Reports, participations and encounters have no label of their own; they are called after what they are about. */
    private static final String ABOUT = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT DISTINCT ?node ?label
            WHERE {
              GRAPH ?g { ?node ent:reports|(ent:inReport/ent:reports)|ent:inEvent|ent:viaEvent ?about }
              GRAPH ?h { ?about rdfs:label ?label }
            }
            """;

    private final Map<Node, Cell.Label> labels = new HashMap<>();
    private final Messages texts;

    private EntityLabels(String language) {
        this.texts = Messages.in(language);
    }

    public static EntityLabels of(QueryExecutor.Session session, Collection<Node> nodes, String language) {
        EntityLabels labels = new EntityLabels(language);
        Set<Node> iris = new LinkedHashSet<>();
        nodes.stream().filter(Node::isURI).forEach(iris::add);
        if (iris.isEmpty()) {
            return labels;
        }
        List<String> order = List.of(language, "en", "de", "");
        labels.take(session.select(QUERY, "node", iris), order);
        iris.removeAll(labels.labels.keySet());
        EntityLabels about = new EntityLabels(language);
        if (!iris.isEmpty()) {
            about.take(session.select(ABOUT, "node", iris), order);
        }
        about.labels.forEach((node, label) -> labels.labels.put(
                node, new Cell.Label(label.text() + " · " + Prefixes.compact(node.getURI()), label.lang())));
        return labels;
    }

    private void take(Rows rows, List<String> order) {
        for (Row row : rows.rows()) {
            Node label = row.node("label").orElseThrow();
            if (!label.isLiteral()) {
                continue;
            }
            Cell.Label found = new Cell.Label(label.getLiteralLexicalForm(), label.getLiteralLanguage());
            labels.merge(row.node("node").orElseThrow(), found, (a, b) -> rank(order, a) <= rank(order, b) ? a : b);
        }
    }

    private static int rank(List<String> order, Cell.Label label) {
        int rank = order.indexOf(label.lang());
        return rank < 0 ? order.size() : rank;
    }

    /** The label; null where there is none. */
    public Cell.Label of(Node node) {
        Cell.Label label = labels.get(node);
        if (label == null && node.isURI()) {
            String key = "term." + Prefixes.compact(node.getURI());
            String text = texts.get(key);
            return text.equals(key) ? null : new Cell.Label(text, texts.language());
        }
        return label;
    }

    public Cell cell(Node node) {
        return Cell.of(node, this::of);
    }
}
