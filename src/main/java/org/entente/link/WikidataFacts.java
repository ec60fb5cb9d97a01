package org.entente.link;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;

/**
 * What Wikidata says of a thing with an accepted item. It is shown as Wikidata's, and is no part of what the sources say.
 *
 * @param qid of the item
 * @param names in other languages than those that we have, or other ones
 * @param birth date of birth; "" if Wikidata has none
 * @param portrait name of the file of a portrait, which is not fetched; "" if Wikidata has none
 * @param offices of a person, beside ours
 */
public record WikidataFacts(
        String qid, List<Name> names, String birth, String portrait, List<WikidataOffices.Row> offices) {
    private static final String BORN = "P569";
    private static final String PORTRAIT = "P18";
    private static final int NAMES = 12;

    /** A label of the item. */
    public record Name(String text, String language) {}

    /** Of the accepted item, if the snapshot holds it and it says anything; call inside a transaction. */
    public static Optional<WikidataFacts> of(DatasetGraph dataset, String entity) {
        Optional<WikidataEntity> item = Links.in(dataset).accepted(entity).flatMap(Snapshot.in(dataset)::entity);
        return item.map(found -> new WikidataFacts(
                        found.id(),
                        names(dataset, entity, found),
                        first(found, BORN),
                        first(found, PORTRAIT),
                        LinkReview.kind(dataset, entity).equals("person")
                                ? WikidataOffices.of(dataset, entity)
                                : List.of()))
                .filter(facts -> !facts.isEmpty());
    }

    private boolean isEmpty() {
        return names.isEmpty() && birth.isEmpty() && portrait.isEmpty() && offices.isEmpty();
    }

    private static List<Name> names(DatasetGraph dataset, String entity, WikidataEntity item) {
        Graph view = dataset.getDefaultGraph();
        Set<String> ours = new HashSet<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            view.find(NodeFactory.createURI(entity), property, Node.ANY)
                    .mapWith(t -> t.getObject())
                    .filterKeep(Node::isLiteral)
                    .forEachRemaining(name -> ours.add(name.getLiteralLexicalForm()));
        }
        return item.labels().entrySet().stream()
                .filter(label -> !ours.contains(label.getValue()))
                .map(label -> new Name(label.getValue(), label.getKey()))
                .sorted(Comparator.comparing(Name::language))
                .limit(NAMES)
                .toList();
    }

    private static String first(WikidataEntity item, String property) {
        return item.values(property).stream().findFirst().orElse("");
    }
}
