package org.entente.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.vocab.Ent;
import org.jspecify.annotations.Nullable;

/** What is known of an entity beside its names: to compare with what a query says, and to be fetched by data extension. */
public enum EntityProperty {
    /** The state or Land for which a person acts, to which a body belongs, in which a place or event lies. */
    COUNTRY("country", 15, Kind.ENTITY, "Polity"),
    /** A post that a person held, by its title or as an entity. Together with {@link #DATE}: at that date. */
    OFFICE("office", 20, Kind.OFFICE, "Post"),
    /** A body to which a person's post, or a post, or another body belongs. */
    ORGANIZATION("organization", 15, Kind.ENTITY, "Organization"),
    /** Where a body sits, a place lies, or an event was. */
    PLACE("place", 15, Kind.ENTITY, "Place"),
    /** A date (EDTF) at which a person was in office or took part in something, or at which an event was. */
    DATE("date", 10, Kind.DATE, null),
    /** When a person was born. */
    BIRTH_DATE("birthDate", 40, Kind.DATE, null),
    /** Somebody or a body named in the same events. */
    CO_MENTIONED("coMentioned", 15, Kind.ENTITY, "Agent"),
    /** Somebody whom a person met by the rules of the collection. */
    MET_WITH("metWith", 15, Kind.ENTITY, "Agent"),
    /** Who held a post; together with {@link #DATE}: at that date. */
    HOLDER("holder", 20, Kind.ENTITY, "Person"),
    /** An event in which somebody took part. */
    EVENT("event", 15, Kind.ENTITY, "Event"),
    /** A document that tells of the entity. */
    SOURCE("source", 10, Kind.ENTITY, "Document"),
    /** Another name of the entity. */
    ALTERNATE_NAME("alternateName", 20, Kind.NAME, null),
    WIKIDATA("wikidata", 60, Kind.IDENTIFIER, null),
    GND("gnd", 60, Kind.IDENTIFIER, null),
    ROR("ror", 60, Kind.IDENTIFIER, null),
    ISNI("isni", 60, Kind.IDENTIFIER, null),
    VIAF("viaf", 60, Kind.IDENTIFIER, null),
    ISO_3166("iso3166", 60, Kind.IDENTIFIER, null),
    GEONAMES("geonames", 60, Kind.IDENTIFIER, null);

    /** How values are given and compared. */
    enum Kind {
        ENTITY,
        OFFICE,
        DATE,
        NAME,
        IDENTIFIER
    }

    private final String id;
    private final int weight;
    private final Kind kind;
    private final @Nullable String valueType;

    EntityProperty(String id, int weight, Kind kind, @Nullable String valueType) {
        this.id = id;
        this.weight = weight;
        this.kind = kind;
        this.valueType = valueType;
    }

    /** The identifier in queries. */
    public String id() {
        return id;
    }

    /** How much the comparison counts in the score. */
    public int weight() {
        return weight;
    }

    /** The type of its values, where they are entities. */
    public Optional<String> valueType() {
        return Optional.ofNullable(valueType);
    }

    /** Whether entities of a type, one of those right below {@link EntityTypes}' roots or a root, can have it. */
    public boolean fits(Predicate<String> isOfType) {
        return switch (this) {
            case OFFICE, BIRTH_DATE, MET_WITH -> isOfType.test("Person");
            case HOLDER -> isOfType.test("Post");
            case ORGANIZATION -> isOfType.test("Person") || isOfType.test("Post") || isOfType.test("Organization");
            case PLACE -> isOfType.test("Organization") || isOfType.test("Place") || isOfType.test("Event");
            case DATE -> isOfType.test("Person") || isOfType.test("Event");
            case EVENT -> isOfType.test("Agent") || isOfType.test("Post");
            case CO_MENTIONED, SOURCE -> isOfType.test("Agent") || isOfType.test("Post") || isOfType.test("Event");
            case GND, ISNI, VIAF -> isOfType.test("Agent");
            case ROR -> isOfType.test("Organization");
            case ISO_3166 -> isOfType.test("Polity") || isOfType.test("Place");
            case GEONAMES -> isOfType.test("Place");
            case COUNTRY, ALTERNATE_NAME, WIKIDATA -> true;
        };
    }

    Kind kind() {
        return kind;
    }

    boolean isIdentifier() {
        return kind == Kind.IDENTIFIER;
    }

    static List<EntityProperty> identifiers() {
        return Arrays.stream(values()).filter(EntityProperty::isIdentifier).toList();
    }

    /** The property with this identifier; its CURIE and its IRI mean the same. */
    public static Optional<EntityProperty> of(String id) {
        String local = Ent.localName(id).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(p -> p.id.toLowerCase(Locale.ROOT).equals(local))
                .findFirst();
    }

    /** The identifiers of all properties. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(EntityProperty::id).toList();
    }
}
