package org.entente.reconcile;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.vocab.EntProperty;
import org.entente.vocab.IdSpaces;

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
                                facts.subjects(EntProperty.OF_POST, target)
                                        .flatMap(t -> facts.objects(t, EntProperty.HOLDER)),
                                facts.subjects(EntProperty.AS_HOLDER_OF, target)
                                        .flatMap(p -> facts.objects(p, EntProperty.PARTICIPANT)));
                    case HOLDER ->
                        facts.subjects(EntProperty.HOLDER, target).flatMap(t -> facts.objects(t, EntProperty.OF_POST));
                    case ORGANIZATION ->
                        subjects(EntProperty.POST_IN, EntProperty.PART_OF_ORGANIZATION, EntProperty.BELONGS_TO)
                                .flatMap(x -> Stream.concat(Stream.of(x), holders(x)));
                    case COUNTRY ->
                        Stream.concat(
                                subjects(
                                                EntProperty.BELONGS_TO,
                                                EntProperty.WITHIN_POLITY,
                                                EntProperty.REPRESENTS,
                                                EntProperty.TERRITORY_OF,
                                                EntProperty.POST_IN,
                                                EntProperty.SENT_BY)
                                        .flatMap(x -> Stream.concat(Stream.of(x), holders(x))),
                                facts.subjects(EntProperty.ON_BEHALF_OF, target)
                                        .flatMap(p -> facts.objects(p, EntProperty.PARTICIPANT)));
                    case PLACE -> subjects(EntProperty.SEAT, EntProperty.WITHIN_PLACE, EntProperty.PLACE);
                    case MET_WITH ->
                        Stream.concat(
                                facts.objects(target, EntProperty.MET_WITH),
                                subjects(EntProperty.MET_WITH, EntProperty.MET_HOLDER_OF));
                    case CO_MENTIONED ->
                        facts.subjects(EntProperty.PARTICIPANT, target)
                                .flatMap(p -> facts.objects(p, EntProperty.IN_EVENT))
                                .flatMap(e -> Stream.concat(Stream.of(e), participants(e)));
                    case EVENT -> participants(target);
                    case SOURCE ->
                        facts.anywhere(Node.ANY, EntProperty.STATED_IN, target)
                                .flatMap(q -> facts.subjects(EntProperty.SUPPORTED_BY, q.getSubject()))
                                .flatMap(p -> facts.objects(p, EntProperty.PARTICIPANT));
                    default -> Stream.empty();
                };
        return found.filter(n -> n.isURI() && IdSpaces.isThing(n.getURI()) && !n.equals(target))
                .map(Node::getURI)
                .collect(Collectors.toSet());
    }

    private Stream<Node> subjects(Node... properties) {
        return Stream.of(properties).flatMap(p -> facts.subjects(p, target));
    }

    private Stream<Node> holders(Node post) {
        return facts.subjects(EntProperty.OF_POST, post).flatMap(t -> facts.objects(t, EntProperty.HOLDER));
    }

    private Stream<Node> participants(Node event) {
        return facts.subjects(EntProperty.IN_EVENT, event).flatMap(p -> facts.objects(p, EntProperty.PARTICIPANT));
    }
}
