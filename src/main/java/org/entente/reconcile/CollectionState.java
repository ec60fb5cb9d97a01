package org.entente.reconcile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.names.NameHit;
import org.entente.names.NormalForm;
import org.entente.store.NameIndex;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** One committed state of the collection, as reconciliation sees it: for the thread and transaction that opened it. */
public final class CollectionState {
    /** A value of a constraint that is less like a name than this means nobody. */
    private static final double MEANT = 0.8;

    private final CachedState known;
    private final GraphReader facts;

    CollectionState(CachedState known, GraphReader facts) {
        this.known = known;
        this.facts = facts;
    }

    public NameIndex names() {
        return known.names();
    }

    public EntityTypes types() {
        return known.types();
    }

    GraphReader facts() {
        return facts;
    }

    OfficeWords officeWords() {
        return known.officeWords();
    }

    Profile profile(String iri) {
        return known.profile(iri, facts);
    }

    /** The types of an entity, the narrowest first. */
    public List<EntityType> typesOf(String iri) {
        return known.types(iri);
    }

    /** The label in this language, else in another; the identifier where there is none. */
    public String label(String iri, String language) {
        return names().label(iri, language).orElseGet(() -> EntityId.of(iri));
    }

    /** The entity that a text names by its identifier; empty if it is no identifier or nothing is known of it. */
    public Optional<String> entity(String id) {
        return EntityId.iri(id)
                .map(iri -> names().survivor(iri))
                .filter(iri -> names().exists(iri) && !typesOf(iri).isEmpty());
    }

    /** Whether the entity is of the type. */
    boolean is(String iri, EntityType type) {
        return typesOf(iri).stream().anyMatch(t -> t.id().equals(type.id()));
    }

    /** The entities that a value of a constraint means; empty if it means none that is known here. */
    Set<String> targets(EntityProperty property, PropertyConstraint.Value value) {
        if (value.id() != null) {
            Set<String> given = entity(value.id()).map(Set::of).orElse(Set.of());
            if (!given.isEmpty()) {
                return given;
            }
        }
        String text = value.text().strip();
        if (text.isEmpty()) {
            return Set.of();
        }
        return known.targets(property, text, () -> resolve(property, text));
    }

    private Set<String> resolve(EntityProperty property, String text) {
        Optional<String> entity = entity(text);
        if (entity.isPresent()) {
            return Set.of(entity.get());
        }
        Set<String> targets = new LinkedHashSet<>();
        if (text.matches("Q[0-9]{1,12}")) {
            targets.addAll(holders(EntityProperty.WIKIDATA, text));
        }
        if (property == EntityProperty.COUNTRY && text.matches("(?i)[a-z]{2}(-[a-z0-9]{1,3})?")) {
            targets.addAll(holders(EntityProperty.ISO_3166, text.toUpperCase(Locale.ROOT)));
        }
        if (targets.isEmpty()) {
            Set<String> classes = classes(property);
            List<NameHit> hits = names().search(text, 8, classes);
            double best = hits.stream().mapToDouble(NameHit::score).max().orElse(0);
            hits.stream()
                    .filter(h -> h.score() >= MEANT && h.score() >= best)
                    .forEach(h -> targets.add(h.name().entity()));
        }
        return Set.copyOf(targets);
    }

    /** Whether some office of the collection is called so, or has this as a part of its title. */
    boolean isOffice(String title) {
        NormalForm form = OfficeWords.form(title);
        return names().search(title, LIKE_OFFICES, Set.of(EntClass.POST.getURI())).stream()
                .anyMatch(hit ->
                        OfficeWords.similarity(form, OfficeWords.form(hit.name().text())) >= Comparison.SAME_TITLE);
    }

    /** So many offices with a name like a title are compared with it. */
    private static final int LIKE_OFFICES = 20;

    private static Set<String> classes(EntityProperty property) {
        if (property == EntityProperty.COUNTRY) {
            return Set.of(EntClass.POLITY.getURI(), EntClass.PLACE.getURI());
        }
        if (property == EntityProperty.PLACE) {
            return Set.of(EntClass.PLACE.getURI(), EntClass.POLITY.getURI());
        }
        if (property == EntityProperty.ORGANIZATION) {
            return Set.of(EntClass.COLLECTIVE.getURI());
        }
        return property.valueType().map(t -> Set.of(Ent.term(t))).orElse(Set.of());
    }

    /** The entities that have this identifier in another register, confirmed or as a candidate. */
    Set<String> holders(EntityProperty scheme, String value) {
        Node schemeNode = GraphReader.iri(Ent.term(scheme.id()));
        return facts.subjects(EntProperty.IDENTIFIER_VALUE, NodeFactory.createLiteralString(value))
                .filter(link ->
                        facts.objects(link, EntProperty.IDENTIFIER_SCHEME).anyMatch(schemeNode::equals))
                .filter(link -> facts.objects(link, EntProperty.LINK_STATE)
                        .noneMatch(s -> s.equals(EntConcept.LINK_REJECTED) || s.equals(EntConcept.LINK_WITHDRAWN)))
                .flatMap(link -> facts.subjects(EntProperty.IDENTIFIER, link))
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> !typesOf(iri).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The entity for which this identifier is confirmed; empty if there is none. */
    Optional<String> bearer(EntityProperty scheme, String value) {
        return holders(scheme, value).stream()
                .filter(iri -> profile(iri).identifiers(scheme).stream()
                        .anyMatch(i -> i.accepted()
                                && Identifiers.normal(scheme, i.value()).equals(value)))
                .findFirst();
    }

    /** These and everything that they are part of. */
    Set<String> above(Set<String> iris) {
        return ProfileReader.above(facts, iris);
    }
}
