package org.entente.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.NormalForm;
import org.entente.time.TimeBounds;

/**
 * What the collection knows of one entity, ready to be compared.
 *
 * @param types its types, the narrowest first
 * @param linked IRIs by property, for the properties whose values are entities
 * @param countries of {@link #linked}, those stated of the entity itself; the rest lie above them
 * @param offices of a person: those held; of a post: who held it
 * @param times when an event was, or when somebody took part in something
 * @param births when a person was born
 * @param names normal forms of all its names
 * @param identifiers by property
 */
record Profile(
        String iri,
        List<EntityType> types,
        Map<EntityProperty, Set<String>> linked,
        Set<String> countries,
        List<Office> offices,
        List<TimeBounds> times,
        List<TimeBounds> births,
        List<NormalForm> names,
        Map<EntityProperty, List<Identifier>> identifiers) {

    /**
     * An identifier in another register.
     *
     * @param accepted whether somebody confirmed it; otherwise it is only a candidate
     */
    record Identifier(String value, boolean accepted) {}

    Set<String> linked(EntityProperty property) {
        return linked.getOrDefault(property, Set.of());
    }

    List<Identifier> identifiers(EntityProperty scheme) {
        return identifiers.getOrDefault(scheme, List.of());
    }
}
