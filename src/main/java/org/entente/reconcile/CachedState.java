package org.entente.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.entente.store.NameIndex;

/** What was computed from one committed state: names, types, and profiles of the entities that were asked for. Safe for many threads. */
final class CachedState {
    /** A hostile client may ask for any number of different values. */
    private static final int MOST_TARGETS = 50_000;

    private final NameIndex names;
    private final EntityTypes types;
    private final OfficeWords officeWords;
    private final Map<String, List<EntityType>> typesOf = new ConcurrentHashMap<>();
    private final Map<String, Profile> profiles = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> targets = new ConcurrentHashMap<>();

    CachedState(NameIndex names, GraphReader facts) {
        this.names = names;
        this.types = EntityTypes.read(facts);
        this.officeWords = OfficeWords.read(facts);
    }

    NameIndex names() {
        return names;
    }

    EntityTypes types() {
        return types;
    }

    OfficeWords officeWords() {
        return officeWords;
    }

    /** The types of an entity, the narrowest first; none for what is no entity. */
    List<EntityType> types(String iri) {
        return typesOf.computeIfAbsent(iri, i -> types.of(names.classes(i)));
    }

    Profile profile(String iri, GraphReader facts) {
        return profiles.computeIfAbsent(iri, i -> ProfileReader.read(facts, types(i), i));
    }

    /** The entities that a value means, as computed the first time. */
    Set<String> targets(EntityProperty property, String value, Supplier<Set<String>> compute) {
        if (targets.size() > MOST_TARGETS) {
            targets.clear();
        }
        return targets.computeIfAbsent(property.id() + ' ' + value, k -> compute.get());
    }
}
