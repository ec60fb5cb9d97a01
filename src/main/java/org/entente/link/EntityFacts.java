package org.entente.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What the collection says of an entity that helps to recognise it in Wikidata.
 *
 * @param iri of the entity
 * @param kind person, polity, organization, post, place, event, document; empty for anything else
 * @param names all its names
 * @param identifiers accepted identifiers: scheme to values
 * @param birth date of birth as {@code schema:birthDate} has it; empty if the collection has none
 * @param offices tenures whose post has an accepted item
 * @param countries accepted items of the polities to which it belongs, and of those in which they lie
 * @param nearest accepted items of the polities that it represents or belongs to itself
 * @param polities names of those polities
 * @param bodies names of what a post belongs to
 * @param holders of a post: the items of the persons of whom one is accepted
 * @param point where it lies; empty if the collection does not say
 */
record EntityFacts(
        String iri,
        String kind,
        Set<String> names,
        Map<String, List<String>> identifiers,
        String birth,
        List<Held> offices,
        Set<String> countries,
        Set<String> nearest,
        Set<String> polities,
        Set<String> bodies,
        Set<String> holders,
        Optional<GeoPoint> point) {

    /** A post that somebody held: its item, and what is known of the time. */
    record Held(String post, String label, String qid, OfficeTime time) {}

    /** The same without what would give the item away: for measuring how well everything else finds it. */
    EntityFacts withoutIdentifiers() {
        return new EntityFacts(
                iri, kind, names, Map.of(), birth, offices, countries, nearest, polities, bodies, holders, point);
    }

    private static final List<List<Node>> KINDS = List.of(
            List.of(node("person"), EntClass.PERSON),
            List.of(node("polity"), EntClass.POLITY),
            List.of(node("organization"), EntClass.ORGANIZATION),
            List.of(node("post"), EntClass.POST),
            List.of(node("place"), EntClass.PLACE),
            List.of(node("event"), EntClass.EVENT));
    private static final Node LATITUDE = NodeFactory.createURI("http://www.w3.org/2003/01/geo/wgs84_pos#lat");
    private static final Node LONGITUDE = NodeFactory.createURI("http://www.w3.org/2003/01/geo/wgs84_pos#long");
    private static final Node BIRTH = NodeFactory.createURI("http://schema.org/birthDate");

    /** With what is accepted. */
    static EntityFacts of(DatasetGraph dataset, String iri) {
        return of(dataset, iri, Links.in(dataset)::accepted);
    }

    /**
     * With what is accepted or, where nothing is, likely.
     *
     * @param item the item that a polity or post, by its IRI, is taken to be
     */
    static EntityFacts of(DatasetGraph dataset, String iri, Function<String, Optional<String>> item) {
        Graph view = dataset.getDefaultGraph();
        Links links = Links.in(dataset);
        Node entity = NodeFactory.createURI(iri);
        Set<String> names = new LinkedHashSet<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            objects(view, entity, property).stream()
                    .filter(Node::isLiteral)
                    .forEach(n -> names.add(n.getLiteralLexicalForm()));
        }
        dataset.find(Node.ANY, entity, DCTerms.title.asNode(), Node.ANY)
                .forEachRemaining(q -> names.add(q.getObject().getLiteralLexicalForm()));
        List<Held> offices = new ArrayList<>();
        view.find(Node.ANY, EntProperty.HOLDER, entity)
                .forEachRemaining(t -> objects(view, t.getSubject(), EntProperty.OF_POST)
                        .forEach(post -> item.apply(post.getURI()).ifPresent(qid -> {
                            Node span = Links.object(view, t.getSubject(), EntProperty.TIME);
                            offices.add(new Held(
                                    post.getURI(),
                                    Links.text(view, post, RDFS.label.asNode()).orElse(post.getURI()),
                                    qid,
                                    new OfficeTime(
                                            day(view, span, EntProperty.EARLIEST_START),
                                            day(view, span, EntProperty.LATEST_START),
                                            day(view, span, EntProperty.EARLIEST_END),
                                            day(view, span, EntProperty.LATEST_END))));
                        })));
        Set<String> countries = new LinkedHashSet<>();
        Set<Node> own = own(view, entity);
        wider(view, entity, own).forEach(p -> item.apply(p.getURI()).ifPresent(countries::add));
        Set<String> nearest = new LinkedHashSet<>();
        own.forEach(p -> item.apply(p.getURI()).ifPresent(nearest::add));
        Set<String> polities = new LinkedHashSet<>();
        Set<String> bodies = new LinkedHashSet<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            own.forEach(p -> objects(view, p, property).forEach(n -> polities.add(n.getLiteralLexicalForm())));
            objects(view, entity, EntProperty.POST_IN)
                    .forEach(p -> objects(view, p, property).forEach(n -> bodies.add(n.getLiteralLexicalForm())));
        }
        Set<String> holders = new LinkedHashSet<>();
        view.find(Node.ANY, EntProperty.OF_POST, entity)
                .forEachRemaining(t -> objects(view, t.getSubject(), EntProperty.HOLDER)
                        .forEach(person -> links.accepted(person.getURI()).ifPresent(holders::add)));
        return new EntityFacts(
                iri,
                kind(dataset, entity),
                names,
                links.identifiers(iri),
                Links.text(view, entity, BIRTH).orElse(""),
                offices,
                countries,
                nearest,
                polities,
                bodies,
                holders,
                point(view, entity));
    }

    private static Optional<GeoPoint> point(Graph view, Node entity) {
        try {
            Optional<Double> latitude = Links.text(view, entity, LATITUDE).map(Double::parseDouble);
            Optional<Double> longitude = Links.text(view, entity, LONGITUDE).map(Double::parseDouble);
            return latitude.flatMap(lat -> longitude.map(lon -> new GeoPoint(lat, lon)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The kind of an entity, see {@link EntityFacts#kind}. */
    static String kind(DatasetGraph dataset, Node entity) {
        Graph view = dataset.getDefaultGraph();
        return KINDS.stream()
                .filter(k -> view.contains(entity, RDF.type.asNode(), k.get(1)))
                .map(k -> k.getFirst().getLiteralLexicalForm())
                .findFirst()
                // Documents are described in the graphs of their sources, not in the view.
                .orElse(dataset.contains(Node.ANY, entity, RDF.type.asNode(), EntClass.DOCUMENT) ? "document" : "");
    }

    private static Set<Node> own(Graph view, Node entity) {
        Set<Node> polities = new LinkedHashSet<>();
        polities.addAll(objects(view, entity, EntProperty.REPRESENTS));
        polities.addAll(objects(view, entity, EntProperty.BELONGS_TO));
        view.find(Node.ANY, EntProperty.HOLDER, entity)
                .forEachRemaining(t -> objects(view, t.getSubject(), EntProperty.OF_POST)
                        .forEach(post -> polities.addAll(objects(view, post, EntProperty.REPRESENTS))));
        Set<Node> places = new LinkedHashSet<>();
        for (Node place = entity;
                place != null && places.add(place);
                place = Links.object(view, place, EntProperty.WITHIN_PLACE)) {
            polities.addAll(objects(view, place, EntProperty.TERRITORY_OF));
        }
        return polities;
    }

    private static Set<Node> wider(Graph view, Node entity, Set<Node> own) {
        Set<Node> polities = new LinkedHashSet<>(own);
        List<Node> queue = new ArrayList<>(polities);
        queue.add(entity);
        while (!queue.isEmpty()) {
            for (Node wider : objects(view, queue.removeLast(), EntProperty.WITHIN_POLITY)) {
                if (polities.add(wider)) {
                    queue.add(wider);
                }
            }
        }
        return polities;
    }

    private static List<Node> objects(Graph view, Node subject, Node property) {
        return view.find(subject, property, Node.ANY)
                .mapWith(t -> t.getObject())
                .toList();
    }

    private static String day(Graph view, @Nullable Node span, Node bound) {
        return span == null
                ? ""
                : Links.text(view, span, bound)
                        .filter(t -> t.length() >= 10)
                        .map(t -> t.substring(0, 10))
                        .orElse("");
    }

    private static Node node(String word) {
        return NodeFactory.createLiteralString(word);
    }
}
