package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.Ent;

/** The types that can be asked for: classes of the ontology that name something of the world, from narrow to broad. */
public final class EntityTypes {
    /** What is below these is an entity; participations, reports, time spans and the like are not. */
    private static final List<String> ROOTS = List.of(
            "Agent", "Post", "Place", "Event", "EventSeries", "Agreement", "AgreementBatch", "Project", "Document");
    /** What the rules make of an event is no type that a reader would choose. */
    private static final Set<String> LEFT_OUT = Set.of("HeldEvent");
    /** What is offered first. */
    private static final List<String> DEFAULTS = List.of("Person", "Organization", "Post", "Place", "Event");

    /** Broader types have more instances. */
    private static final Comparator<EntityType> NARROW_FIRST =
            Comparator.comparingInt(EntityType::instances).thenComparing(EntityType::id);

    private final Map<String, EntityType> byIri;

    private EntityTypes(Map<String, EntityType> byIri) {
        this.byIri = byIri;
    }

    /** The types of an ontology alone, before anything is loaded; all without instances. */
    public static EntityTypes of(Graph ontology) {
        return read(new GraphReader(DatasetGraphFactory.wrap(ontology)));
    }

    static EntityTypes read(GraphReader facts) {
        Map<String, EntityType> types = new HashMap<>();
        List<Node> waiting = new ArrayList<>(
                ROOTS.stream().map(Ent::term).map(GraphReader::iri).toList());
        while (!waiting.isEmpty()) {
            Node type = waiting.removeLast();
            if (types.containsKey(type.getURI()) || LEFT_OUT.contains(Ent.localName(type.getURI()))) {
                continue;
            }
            int instances = (int) facts.subjects(RDF.type.asNode(), type).count();
            List<String> broader = facts.objects(type, RDFS.subClassOf.asNode())
                    .filter(c -> c.isURI() && c.getURI().startsWith(Ent.NS))
                    .map(c -> Ent.localName(c.getURI()))
                    .distinct()
                    .toList();
            types.put(
                    type.getURI(),
                    new EntityType(
                            Ent.localName(type.getURI()),
                            type.getURI(),
                            facts.texts(type, RDFS.label.asNode()),
                            facts.texts(type, SKOS.definition.asNode()),
                            broader,
                            instances));
            facts.subjects(RDFS.subClassOf.asNode(), type)
                    .filter(c -> c.isURI() && c.getURI().startsWith(Ent.NS))
                    .forEach(waiting::add);
        }
        Map<String, EntityType> sorted = new LinkedHashMap<>();
        types.values().stream().sorted(NARROW_FIRST).forEach(t -> sorted.put(t.iri(), t));
        return new EntityTypes(sorted);
    }

    /** All types, the rarest first. */
    public Collection<EntityType> all() {
        return byIri.values();
    }

    /** Good general choices. */
    public List<EntityType> defaults() {
        return DEFAULTS.stream().map(this::named).flatMap(Optional::stream).toList();
    }

    /** The type that is called so: {@code University}, {@code ent:University} or the IRI; case does not count. */
    public Optional<EntityType> named(String id) {
        String local = Ent.localName(id);
        return byIri.values().stream()
                .filter(t -> t.id().equalsIgnoreCase(local))
                .findFirst();
    }

    /** Those of the classes that are types, the narrowest first. */
    List<EntityType> of(Set<String> classes) {
        return classes.stream()
                .map(byIri::get)
                .filter(Objects::nonNull)
                .sorted(NARROW_FIRST)
                .toList();
    }

    /** The properties that instances of the type can have. */
    public List<EntityProperty> properties(EntityType type) {
        return Arrays.stream(EntityProperty.values())
                .filter(p ->
                        p.fits(id -> named(id).filter(t -> isWithin(type, t)).isPresent()))
                .toList();
    }

    /** Whether one type is the other or lies below it. */
    boolean isWithin(EntityType type, EntityType wanted) {
        Set<String> seen = new HashSet<>();
        List<EntityType> waiting = new ArrayList<>(List.of(type));
        while (!waiting.isEmpty()) {
            EntityType next = waiting.removeLast();
            if (next.id().equals(wanted.id())) {
                return true;
            }
            if (seen.add(next.id())) {
                next.broader().forEach(b -> named(b).ifPresent(waiting::add));
            }
        }
        return false;
    }
}
