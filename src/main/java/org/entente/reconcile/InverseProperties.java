package org.entente.reconcile;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.vocab.Ent;

/** Entities that are linked to one that is known: the properties of a {@link Profile} read backwards. */
final class InverseProperties {
    private final GraphReader facts;
    private final Node target;

    InverseProperties(GraphReader facts, String target) {
        this.facts = facts;
        this.target = GraphReader.iri(target);
    }

    Set<String> of(EntityProperty property) {
        Stream<Node> found =
                switch (property) {
                    case OFFICE ->
                        Stream.concat(
                                facts.subjects("ofPost", target).flatMap(t -> facts.objects(t, "holder")),
                                facts.subjects("asHolderOf", target).flatMap(p -> facts.objects(p, "participant")));
                    case HOLDER -> facts.subjects("holder", target).flatMap(t -> facts.objects(t, "ofPost"));
                    case ORGANIZATION ->
                        subjects("postIn", "partOfOrganization", "belongsTo")
                                .flatMap(x -> Stream.concat(Stream.of(x), holders(x)));
                    case COUNTRY ->
                        Stream.concat(
                                subjects("belongsTo", "withinPolity", "represents", "territoryOf", "postIn", "sentBy")
                                        .flatMap(x -> Stream.concat(Stream.of(x), holders(x))),
                                facts.subjects("onBehalfOf", target).flatMap(p -> facts.objects(p, "participant")));
                    case PLACE -> subjects("seat", "withinPlace", "place");
                    case MET_WITH ->
                        Stream.concat(facts.objects(target, "metWith"), subjects("metWith", "metHolderOf"));
                    case CO_MENTIONED ->
                        facts.subjects("participant", target)
                                .flatMap(p -> facts.objects(p, "inEvent"))
                                .flatMap(e -> Stream.concat(Stream.of(e), participants(e)));
                    case EVENT -> participants(target);
                    case SOURCE ->
                        facts.anywhere(Node.ANY, GraphReader.term("statedIn"), target)
                                .flatMap(q -> facts.subjects("supportedBy", q.getSubject()))
                                .flatMap(p -> facts.objects(p, "participant"));
                    default -> Stream.empty();
                };
        return found.filter(n -> n.isURI() && n.getURI().startsWith(Ent.ID) && !n.equals(target))
                .map(Node::getURI)
                .collect(Collectors.toSet());
    }

    private Stream<Node> subjects(String... properties) {
        return Stream.of(properties).flatMap(p -> facts.subjects(p, target));
    }

    private Stream<Node> holders(Node post) {
        return facts.subjects("ofPost", post).flatMap(t -> facts.objects(t, "holder"));
    }

    private Stream<Node> participants(Node event) {
        return facts.subjects("inEvent", event).flatMap(p -> facts.objects(p, "participant"));
    }
}
