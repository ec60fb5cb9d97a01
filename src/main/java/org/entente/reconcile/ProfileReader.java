package org.entente.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NormalForm;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Reads what the graph says of an entity: its posts, tenures and participations, where it belongs, its identifiers. */
final class ProfileReader {
    private static final List<Node> UPWARDS = List.of(
            EntProperty.WITHIN_POLITY,
            EntProperty.BELONGS_TO,
            EntProperty.WITHIN_PLACE,
            EntProperty.TERRITORY_OF,
            EntProperty.PART_OF_ORGANIZATION,
            EntProperty.SENT_BY);
    private static final List<Node> BIRTH = List.of(
            GraphReader.iri("http://schema.org/birthDate"),
            GraphReader.iri("https://schema.org/birthDate"),
            GraphReader.iri("http://www.wikidata.org/prop/direct/P569"));
    private static final String WIKIDATA = "http://www.wikidata.org/entity/";

    private final GraphReader facts;
    private final List<EntityType> types;
    private final Node node;
    private final Map<EntityProperty, Set<String>> linked = new EnumMap<>(EntityProperty.class);
    private final Set<String> countries = new LinkedHashSet<>();
    private final List<TimeBounds> times = new ArrayList<>();

    private ProfileReader(GraphReader facts, List<EntityType> types, String iri) {
        this.facts = facts;
        this.types = types;
        this.node = GraphReader.iri(iri);
    }

    static Profile read(GraphReader facts, List<EntityType> types, String iri) {
        return new ProfileReader(facts, types, iri).read();
    }

    private Profile read() {
        List<Office> offices = offices();
        participations();
        belonging(offices);
        if (types.stream().anyMatch(t -> t.id().equals("Event"))) {
            add(EntityProperty.PLACE, placesAbove(facts.objects(node, EntProperty.PLACE)));
            facts.objects(node, EntProperty.TIME).map(facts::bounds).forEach(times::add);
            facts.subjects(EntProperty.IN_EVENT, node)
                    .flatMap(p -> Stream.concat(
                            facts.objects(p, EntProperty.PARTICIPANT), facts.objects(p, EntProperty.AS_HOLDER_OF)))
                    .forEach(who -> add(EntityProperty.CO_MENTIONED, who));
            facts.anywhere(Node.ANY, EntProperty.REPORTS, node)
                    .flatMap(r -> facts.anywhere(r.getSubject(), EntProperty.STATED_IN, Node.ANY))
                    .forEach(q -> add(EntityProperty.SOURCE, q.getObject()));
        }
        Set<String> stated = linked.getOrDefault(EntityProperty.COUNTRY, Set.of());
        Set<String> all = above(stated);
        stated.stream().filter(this::isCountry).forEach(countries::add);
        if (countries.isEmpty()) {
            // Who acts for a body acts for the country to which it belongs.
            all.stream().filter(this::isCountry).forEach(countries::add);
        }
        Map<EntityProperty, List<Profile.Identifier>> identifiers = identifiers();
        linked.put(EntityProperty.COUNTRY, all);
        List<NormalForm> names = Stream.of(RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)
                .flatMap(p -> facts.objects(node, p.asNode()))
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .map(NormalForm::of)
                .toList();
        return new Profile(
                node.getURI(), types, linked, countries, offices, times, births(identifiers), names, identifiers);
    }

    /** Tenures of the person, or of the post; and posts in which the person was seen without a tenure having been noted. */
    private List<Office> offices() {
        List<Office> offices = new ArrayList<>();
        Map<String, List<NormalForm>> printed = printedTitles();
        Stream.concat(facts.subjects(EntProperty.HOLDER, node), facts.subjects(EntProperty.OF_POST, node))
                .distinct()
                .forEach(tenure -> {
                    Node post = facts.object(tenure, EntProperty.OF_POST).orElse(null);
                    Node holder = facts.object(tenure, EntProperty.HOLDER).orElse(null);
                    if (post == null || holder == null) {
                        return;
                    }
                    TimeBounds bounds = facts.object(tenure, EntProperty.TIME)
                            .map(facts::bounds)
                            .orElse(TimeBounds.UNKNOWN);
                    offices.add(new Office(
                            holder.getURI(),
                            post.getURI(),
                            bounds,
                            facts.objects(tenure, EntProperty.CERTAIN_TIME)
                                    .map(facts::bounds)
                                    .toList(),
                            titles(post, printed)));
                });
        Set<String> known = new HashSet<>(offices.stream().map(Office::post).toList());
        facts.subjects(EntProperty.PARTICIPANT, node)
                .flatMap(p -> facts.objects(p, EntProperty.AS_HOLDER_OF))
                .distinct()
                .filter(post -> known.add(post.getURI()))
                .forEach(post -> offices.add(new Office(
                        node.getURI(), post.getURI(), TimeBounds.UNKNOWN, List.of(), titles(post, printed))));
        for (Office office : offices) {
            if (office.person().equals(node.getURI())) {
                add(EntityProperty.OFFICE, GraphReader.iri(office.post()));
            } else {
                add(EntityProperty.HOLDER, GraphReader.iri(office.person()));
            }
        }
        return offices;
    }

    private List<NormalForm> titles(Node post, Map<String, List<NormalForm>> printed) {
        List<NormalForm> titles = new ArrayList<>(printed.getOrDefault(post.getURI(), List.of()));
        Stream.of(RDFS.label, SKOS.altLabel)
                .flatMap(p -> facts.objects(post, p.asNode()))
                .filter(Node::isLiteral)
                .map(l -> NormalForm.of(l.getLiteralLexicalForm()))
                .forEach(titles::add);
        return titles;
    }

    /** Titles by post, as the sources print them beside the person's name. */
    private Map<String, List<NormalForm>> printedTitles() {
        Map<String, Set<String>> texts = new HashMap<>();
        facts.anywhere(Node.ANY, EntProperty.PARTICIPANT, node).forEach(part -> facts.anywhere(
                        part.getSubject(), EntProperty.TITLE_AS_PRINTED, Node.ANY)
                .forEach(title -> facts.anywhere(part.getSubject(), EntProperty.AS_HOLDER_OF, Node.ANY)
                        .forEach(post -> texts.computeIfAbsent(post.getObject().getURI(), k -> new LinkedHashSet<>())
                                .add(title.getObject().getLiteralLexicalForm()))));
        Map<String, List<NormalForm>> forms = new HashMap<>();
        texts.forEach((post, titles) ->
                forms.put(post, titles.stream().map(NormalForm::of).toList()));
        return forms;
    }

    private void participations() {
        Stream.of(EntProperty.PARTICIPANT, EntProperty.AS_HOLDER_OF)
                .flatMap(as -> facts.subjects(as, node))
                .distinct()
                .forEach(participation -> {
                    facts.objects(participation, EntProperty.ON_BEHALF_OF).forEach(this::country);
                    facts.objects(participation, EntProperty.IN_DELEGATION)
                            .flatMap(d -> facts.objects(d, EntProperty.SENT_BY))
                            .forEach(this::country);
                    facts.objects(participation, EntProperty.IN_EVENT).forEach(event -> {
                        add(EntityProperty.EVENT, event);
                        facts.objects(event, EntProperty.TIME)
                                .map(facts::bounds)
                                .forEach(times::add);
                        facts.subjects(EntProperty.IN_EVENT, event)
                                .flatMap(p -> Stream.concat(
                                        facts.objects(p, EntProperty.PARTICIPANT),
                                        facts.objects(p, EntProperty.AS_HOLDER_OF)))
                                .filter(other -> !other.equals(node))
                                .forEach(other -> add(EntityProperty.CO_MENTIONED, other));
                    });
                    facts.objects(participation, EntProperty.SUPPORTED_BY)
                            .flatMap(r -> facts.anywhere(r, EntProperty.STATED_IN, Node.ANY))
                            .forEach(quad -> add(EntityProperty.SOURCE, quad.getObject()));
                });
        Stream.of(EntProperty.MET_WITH, EntProperty.MET_HOLDER_OF)
                .flatMap(met -> facts.objects(node, met))
                .forEach(met -> add(EntityProperty.MET_WITH, met));
        facts.objects(node, EntProperty.MET_WITH).forEach(met -> add(EntityProperty.CO_MENTIONED, met));
    }

    private void belonging(List<Office> offices) {
        for (Office office : offices) {
            if (office.person().equals(node.getURI())) {
                Node post = GraphReader.iri(office.post());
                facts.objects(post, EntProperty.REPRESENTS).forEach(this::country);
                facts.objects(post, EntProperty.POST_IN).forEach(this::body);
            }
        }
        facts.objects(node, EntProperty.REPRESENTS).forEach(this::country);
        facts.objects(node, EntProperty.ACCREDITED_TO).forEach(this::country);
        facts.objects(node, EntProperty.POST_IN).forEach(this::body);
        facts.objects(node, EntProperty.PART_OF_ORGANIZATION).forEach(this::body);
        facts.objects(node, EntProperty.BELONGS_TO).forEach(this::country);
        facts.objects(node, EntProperty.SENT_BY).forEach(this::country);
        facts.objects(node, EntProperty.PARTY).forEach(this::country);
        facts.objects(node, EntProperty.SEAT).forEach(seat -> {
            add(EntityProperty.PLACE, placesAbove(Stream.of(seat)));
            if (!linked.containsKey(EntityProperty.COUNTRY)) {
                country(seat);
            }
        });
        facts.objects(node, EntProperty.WITHIN_PLACE).forEach(place -> {
            add(EntityProperty.PLACE, placesAbove(Stream.of(place)));
            country(place);
        });
        facts.objects(node, EntProperty.TERRITORY_OF).forEach(this::country);
        facts.objects(node, EntProperty.WITHIN_POLITY).forEach(this::country);
        facts.objects(node, EntProperty.PLACE).forEach(this::country);
        if (facts.objects(node, RDF.type.asNode()).anyMatch(EntClass.POLITY::equals)) {
            country(node);
        }
    }

    private boolean isCountry(String iri) {
        return facts.objects(GraphReader.iri(iri), RDF.type.asNode())
                .anyMatch(c -> c.equals(EntClass.POLITY) || c.equals(EntClass.PLACE));
    }

    private void country(Node polity) {
        add(EntityProperty.COUNTRY, polity);
    }

    private void body(Node body) {
        add(EntityProperty.ORGANIZATION, body);
        facts.objects(body, EntProperty.PART_OF_ORGANIZATION).forEach(whole -> add(EntityProperty.ORGANIZATION, whole));
        facts.objects(body, EntProperty.BELONGS_TO).forEach(this::country);
        if (facts.objects(body, RDF.type.asNode()).anyMatch(EntClass.POLITY::equals)) {
            country(body);
        }
    }

    private void add(EntityProperty property, Node value) {
        if (value.isURI()) {
            linked.computeIfAbsent(property, k -> new LinkedHashSet<>()).add(value.getURI());
        }
    }

    private void add(EntityProperty property, Set<String> values) {
        if (!values.isEmpty()) {
            linked.computeIfAbsent(property, k -> new LinkedHashSet<>()).addAll(values);
        }
    }

    private Set<String> placesAbove(Stream<Node> places) {
        Set<String> above = new LinkedHashSet<>();
        List<Node> waiting = new ArrayList<>(places.toList());
        while (!waiting.isEmpty()) {
            Node place = waiting.removeFirst();
            if (place.isURI() && above.add(place.getURI())) {
                facts.objects(place, EntProperty.WITHIN_PLACE).forEach(waiting::add);
            }
        }
        return above;
    }

    private Set<String> above(Set<String> iris) {
        return above(facts, iris);
    }

    /** These and everything that they are part of. */
    static Set<String> above(GraphReader facts, Set<String> iris) {
        Set<String> all = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>(iris);
        while (!waiting.isEmpty()) {
            String next = waiting.removeFirst();
            if (all.add(next)) {
                UPWARDS.forEach(up -> facts.objects(GraphReader.iri(next), up)
                        .filter(Node::isURI)
                        .forEach(higher -> waiting.add(higher.getURI())));
            }
        }
        return all;
    }

    private Map<EntityProperty, List<Profile.Identifier>> identifiers() {
        Map<EntityProperty, List<Profile.Identifier>> found = new EnumMap<>(EntityProperty.class);
        facts.objects(node, EntProperty.IDENTIFIER).forEach(link -> {
            String state = facts.object(link, EntProperty.LINK_STATE)
                    .map(Node::getURI)
                    .orElse(EntConcept.LINK_CANDIDATE.getURI());
            if (!state.equals(EntConcept.LINK_ACCEPTED.getURI()) && !state.equals(EntConcept.LINK_CANDIDATE.getURI())) {
                return;
            }
            facts.object(link, EntProperty.IDENTIFIER_SCHEME)
                    .flatMap(scheme -> EntityProperty.of(scheme.getURI()))
                    .filter(EntityProperty::isIdentifier)
                    .ifPresent(scheme -> facts.objects(link, EntProperty.IDENTIFIER_VALUE)
                            .filter(Node::isLiteral)
                            .forEach(value -> found.computeIfAbsent(scheme, k -> new ArrayList<>())
                                    .add(new Profile.Identifier(
                                            value.getLiteralLexicalForm(),
                                            state.equals(EntConcept.LINK_ACCEPTED.getURI())))));
        });
        return found;
    }

    /** Of the entity itself, or of the item of Wikidata to which an accepted link leads, if that is loaded. */
    private List<TimeBounds> births(Map<EntityProperty, List<Profile.Identifier>> identifiers) {
        Stream<Node> items = identifiers.getOrDefault(EntityProperty.WIKIDATA, List.of()).stream()
                .filter(Profile.Identifier::accepted)
                .map(i -> GraphReader.iri(WIKIDATA + i.value()));
        return Stream.concat(Stream.of(node), items)
                .flatMap(who -> BIRTH.stream().flatMap(birth -> facts.anywhere(who, birth, Node.ANY)))
                .map(quad -> quad.getObject())
                .filter(Node::isLiteral)
                .flatMap(literal -> edtf(literal.getLiteralLexicalForm()).stream())
                .distinct()
                .toList();
    }

    private static java.util.Optional<TimeBounds> edtf(String text) {
        try {
            return java.util.Optional.of(Edtf.parse(text).bounds());
        } catch (EdtfException e) {
            return java.util.Optional.empty();
        }
    }
}
