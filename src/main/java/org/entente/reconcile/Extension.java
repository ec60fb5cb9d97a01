package org.entente.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntProperty;

/** Fetches values of properties for entities that a client has reconciled. */
public final class Extension {
    /** A value: an entity, a day, or a text. */
    public sealed interface Value {
        /** An entity of this collection. */
        record Entity(String id, String name) implements Value {}

        /** One known day. */
        record Day(LocalDate day) implements Value {}

        /** Anything else. */
        record Text(String text) implements Value {}
    }

    /** How entities are given. */
    public enum Content {
        ENTITY,
        NAME,
        ID,
        IRI
    }

    /**
     * What the client may set for each property.
     *
     * @param limit most values; 0 for all
     * @param date offices, holders and bodies at this date only; empty for any
     * @param certain whether what is merely possible at the date is left out
     * @param content how entities are given
     * @param language names in this language only; empty for all
     */
    public record Settings(
            int limit, Optional<TimeBounds> date, boolean certain, Content content, Optional<String> language) {
        public static final Settings NONE = new Settings(0, Optional.empty(), false, Content.ENTITY, Optional.empty());
    }

    private final CollectionState state;
    private final String language;

    /** @param language of the names of entities */
    public Extension(CollectionState state, String language) {
        this.state = state;
        this.language = language;
    }

    /** The values; none for an identifier that names nothing here. */
    public List<Value> values(String id, EntityProperty property, Settings settings) {
        Optional<String> entity = state.entity(id);
        if (entity.isEmpty()) {
            return List.of();
        }
        Profile profile = state.profile(entity.get());
        List<Value> values =
                switch (property) {
                    case OFFICE ->
                        entities(
                                offices(profile, settings)
                                        .filter(o -> o.person().equals(profile.iri()))
                                        .map(Office::post),
                                settings);
                    case HOLDER ->
                        entities(
                                offices(profile, settings)
                                        .filter(o -> o.post().equals(profile.iri()))
                                        .map(Office::person),
                                settings);
                    case ORGANIZATION ->
                        entities(
                                settings.date().isEmpty()
                                        ? profile.linked(property).stream()
                                        : offices(profile, settings)
                                                .flatMap(o -> state.facts()
                                                        .objects(GraphReader.iri(o.post()), EntProperty.POST_IN))
                                                .map(Node::getURI),
                                settings);
                    case COUNTRY -> entities(profile.countries().stream(), settings);
                    case DATE -> dates(profile);
                    case BIRTH_DATE ->
                        profile.births().stream().<Value>map(Extension::day).toList();
                    case ALTERNATE_NAME -> names(profile, settings);
                    case WIKIDATA, GND, ROR, ISNI, VIAF, ISO_3166, GEONAMES ->
                        profile.identifiers(property).stream()
                                .filter(Profile.Identifier::accepted)
                                .<Value>map(i -> new Value.Text(i.value()))
                                .toList();
                    default -> entities(profile.linked(property).stream(), settings);
                };
        return settings.limit() > 0 && values.size() > settings.limit() ? values.subList(0, settings.limit()) : values;
    }

    private static Stream<Office> offices(Profile profile, Settings settings) {
        return profile.offices().stream()
                .filter(o -> settings.date().isEmpty()
                        || (settings.certain()
                                ? o.certainlyAt(settings.date().get())
                                : o.possiblyAt(settings.date().get())))
                .sorted(EntityDescriptions.latestFirst());
    }

    private List<Value> entities(Stream<String> iris, Settings settings) {
        Set<String> distinct = new LinkedHashSet<>(iris.toList());
        return distinct.stream()
                .<Value>map(iri -> switch (settings.content()) {
                    case ENTITY -> new Value.Entity(EntityId.of(iri), state.label(iri, language));
                    case NAME -> new Value.Text(state.label(iri, language));
                    case ID -> new Value.Text(EntityId.of(iri));
                    case IRI -> new Value.Text(iri);
                })
                .toList();
    }

    /** Of an event its time, of a person the times in office, as EDTF. */
    private List<Value> dates(Profile profile) {
        Node node = GraphReader.iri(profile.iri());
        GraphReader facts = state.facts();
        return Stream.concat(Stream.of(node), facts.subjects(EntProperty.HOLDER, node))
                .flatMap(n -> facts.objects(n, EntProperty.TIME))
                .flatMap(span -> facts.objects(span, EntProperty.EDTF))
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .sorted()
                .<Value>map(Value.Text::new)
                .toList();
    }

    private List<Value> names(Profile profile, Settings settings) {
        Collection<String> names = new LinkedHashSet<>();
        Node node = GraphReader.iri(profile.iri());
        for (Node naming : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            state.facts()
                    .objects(node, naming)
                    .filter(Node::isLiteral)
                    .filter(l -> settings.language().isEmpty()
                            || l.getLiteralLanguage()
                                    .equalsIgnoreCase(settings.language().get()))
                    .map(Node::getLiteralLexicalForm)
                    .sorted()
                    .forEach(names::add);
        }
        return new ArrayList<>(names.stream().<Value>map(Value.Text::new).toList());
    }

    private static Value day(TimeBounds birth) {
        LocalDate first = birth.earliestStart();
        return first != null && first.equals(birth.latestEnd())
                ? new Value.Day(first)
                : new Value.Text(first + "/" + birth.latestEnd());
    }
}
