package org.entente.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.entente.contact.ContactIndex;
import org.entente.encounter.Named;
import org.entente.encounter.Source;
import org.entente.store.LanguageOrder;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Iris;

/** Reads from the graph what the index leaves out: labels, places, offices, reports. Inside the transaction of the index. */
final class PathStepReader {
    private final DatasetGraph dataset;
    private final Graph view;
    private final ContactIndex index;
    private final String language;
    private final Map<Node, Named> named = new HashMap<>();
    private final Map<Node, List<Source>> sources = new HashMap<>();
    private final Map<Integer, AtEvent> events = new HashMap<>();

    /** What is known of an event, read once. */
    private record AtEvent(
            Named event,
            List<String> dates,
            List<Named> places,
            Map<Node, String> placePhrases,
            boolean placesDisputed,
            Map<Node, Part> parts) {}

    /** How somebody took part. */
    record Part(List<Named> offices, List<Named> roles, List<Named> sides) {
        static final Part NONE = new Part(List.of(), List.of(), List.of());
    }

    PathStepReader(DatasetGraph dataset, ContactIndex index, String language) {
        this.dataset = dataset;
        this.view = dataset.getDefaultGraph();
        this.index = index;
        this.language = language;
    }

    /** An encounter seen from one of its sides. */
    PathStep read(int encounter, int from) {
        int to = index.first(encounter) == from ? index.second(encounter) : index.first(encounter);
        Node itself = index.encounter(encounter);
        AtEvent at = at(index.event(encounter));
        Part one = at.parts.getOrDefault(index.node(from), Part.NONE);
        Part other = at.parts.getOrDefault(index.node(to), Part.NONE);
        return new PathStep(
                named(index.node(from)),
                named(index.node(to)),
                at.event,
                itself,
                index.level(encounter),
                at.dates,
                at.places,
                at.placePhrases,
                one.offices,
                other.offices,
                one.roles,
                other.roles,
                one.sides,
                other.sides,
                at.placesDisputed,
                sourcesOf(itself),
                view.contains(itself, EntProperty.JOINED_FROM_REPORTS, Node.ANY),
                index.witnesses(encounter),
                index.confidence(encounter),
                index.participants(index.event(encounter)));
    }

    Part part(int agent, int event) {
        return at(event).parts.getOrDefault(index.node(agent), Part.NONE);
    }

    List<String> dates(int event) {
        return at(event).dates;
    }

    List<Named> places(int event) {
        return at(event).places;
    }

    private AtEvent at(int event) {
        return events.computeIfAbsent(event, this::readEvent);
    }

    private AtEvent readEvent(int number) {
        Node event = index.node(number);
        List<String> dates = objects(event, EntProperty.TIME).stream()
                .flatMap(span -> objects(span, EntProperty.EDTF).stream())
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .sorted()
                .toList();
        Map<Node, Part> parts = new HashMap<>();
        view.find(Node.ANY, EntProperty.IN_EVENT, event).toList().forEach(t -> {
            Node participation = t.getSubject();
            List<Node> who = objects(participation, EntProperty.PARTICIPANT);
            if (who.isEmpty()) {
                who = objects(participation, EntProperty.AS_HOLDER_OF);
            }
            Part part = new Part(
                    named(objects(participation, EntProperty.OFFICE_AT_DATE)),
                    named(objects(participation, EntProperty.ROLE)),
                    named(objects(participation, EntProperty.ON_BEHALF_OF)));
            who.forEach(agent -> parts.merge(agent, part, PathStepReader::joined));
        });
        boolean disputed = view.find(Node.ANY, EntProperty.CONFLICT_ON, event)
                .mapWith(t -> view.contains(t.getSubject(), EntProperty.ASPECT, EntProperty.REPORTED_PLACE))
                .toList()
                .contains(true);
        List<Node> places = objects(event, EntProperty.PLACE);
        Map<Node, String> phrases = new HashMap<>();
        places.forEach(
                place -> label(objects(place, EntProperty.IN_PHRASE)).ifPresent(phrase -> phrases.put(place, phrase)));
        return new AtEvent(named(event), dates, named(places), phrases, disputed, parts);
    }

    private static Part joined(Part x, Part y) {
        return new Part(joined(x.offices, y.offices), joined(x.roles, y.roles), joined(x.sides, y.sides));
    }

    private static List<Named> joined(List<Named> x, List<Named> y) {
        Set<Named> all = new LinkedHashSet<>(x);
        all.addAll(y);
        return all.stream().sorted(Comparator.comparing(Named::label)).toList();
    }

    private List<Source> sourcesOf(Node thing) {
        return objects(thing, EntProperty.SUPPORTED_BY).stream()
                .flatMap(report -> sources.computeIfAbsent(report, this::readReport).stream())
                .sorted(Comparator.comparing((Source s) -> s.document().node().toString())
                        .thenComparing(s -> s.report().toString()))
                .toList();
    }

    private List<Source> readReport(Node report) {
        List<Source> found = new ArrayList<>();
        dataset.findNG(Node.ANY, report, EntProperty.STATED_IN, Node.ANY).forEachRemaining(quad -> {
            Node document = quad.getObject();
            found.add(new Source(
                    inGraph(quad.getGraph(), document),
                    report,
                    String.join(
                            ", ",
                            objects(quad.getGraph(), report, EntProperty.LOCATOR).stream()
                                    .map(Node::getLiteralLexicalForm)
                                    .sorted()
                                    .toList()),
                    objects(quad.getGraph(), document, EntProperty.URL).stream()
                            .map(Node::getLiteralLexicalForm)
                            .findFirst()));
        });
        return found;
    }

    /** A document is described in its own source graph only. */
    private Named inGraph(Node graph, Node document) {
        return named.computeIfAbsent(document, node -> label(objects(graph, node, RDFS.label.asNode()))
                .or(() -> label(objects(graph, node, DCTerms.title.asNode())))
                .map(label -> new Named(node, label))
                .orElseGet(() -> new Named(node, Iris.localName(node.toString()))));
    }

    private List<Named> named(List<Node> nodes) {
        return nodes.stream()
                .map(this::named)
                .sorted(Comparator.comparing(Named::label))
                .toList();
    }

    Named named(Node node) {
        return named.computeIfAbsent(
                node,
                n -> new Named(
                        n, label(objects(n, RDFS.label.asNode())).orElseGet(() -> Iris.localName(n.toString()))));
    }

    private Optional<String> label(List<Node> labels) {
        return labels.stream()
                .filter(Node::isLiteral)
                .min(Comparator.comparing(Node::getLiteralLanguage, LanguageOrder.of(language))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm);
    }

    List<Node> objects(Node subject, Node property) {
        return view.find(subject, property, Node.ANY)
                .mapWith(t -> t.getObject())
                .toList();
    }

    private List<Node> objects(Node graph, Node subject, Node property) {
        List<Node> found = new ArrayList<>();
        dataset.find(graph, subject, property, Node.ANY).forEachRemaining((Quad quad) -> found.add(quad.getObject()));
        return found;
    }
}
