package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NameRow;
import org.entente.names.NameUse;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/**
 * Names in Wikidata of entities with an accepted link. They help the search and are never shown as names of the
 * collection.
 */
final class SuggestedNames {

    private static final Set<Node> LINKS = Set.of(
            EntProperty.LINK_STATE,
            EntProperty.IDENTIFIER_SCHEME,
            EntProperty.IDENTIFIER_VALUE,
            EntProperty.IDENTIFIER);

    private SuggestedNames() {}

    /** Whether a statement may have a name suggested. */
    static boolean concern(Quad quad) {
        return quad.getGraph().equals(Graphs.WIKIDATA) || quad.isDefaultGraph() && LINKS.contains(quad.getPredicate());
    }

    /** Reads a dataset; call inside a transaction. */
    static List<NameRow> of(DatasetGraph dataset) {
        List<NameRow> rows = new ArrayList<>();
        Graph view = dataset.getDefaultGraph();
        Graph snapshot = dataset.getGraph(Graphs.WIKIDATA);
        if (snapshot == null) {
            // a part of a store has no names from Wikidata
            return rows;
        }
        view.find(Node.ANY, EntProperty.LINK_STATE, EntConcept.LINK_ACCEPTED)
                .filterKeep(t -> view.contains(t.getSubject(), EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA))
                .forEachRemaining(t -> view.find(t.getSubject(), EntProperty.IDENTIFIER_VALUE, Node.ANY)
                        .forEachRemaining(v -> view.find(Node.ANY, EntProperty.IDENTIFIER, t.getSubject())
                                .forEachRemaining(e -> {
                                    if (e.getSubject().isURI()) {
                                        names(snapshot, e.getSubject().getURI(), v.getObject(), rows);
                                    }
                                })));
        return rows;
    }

    private static void names(Graph snapshot, String entity, Node qid, List<NameRow> rows) {
        Node linked = NodeFactory.createURI(Prefixes.all().get("wd") + qid.getLiteralLexicalForm());
        // if Wikidata merged the item into another, that one has the names
        Node item = Iter.asStream(snapshot.find(linked, OWL.sameAs.asNode(), Node.ANY))
                .map(Triple::getObject)
                .findFirst()
                .orElse(linked);
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            snapshot.find(item, property, Node.ANY)
                    .forEachRemaining(t -> rows.add(new NameRow(
                            entity,
                            t.getObject().getLiteralLexicalForm(),
                            t.getObject().getLiteralLanguage(),
                            NameUse.SUGGESTED)));
        }
    }
}
