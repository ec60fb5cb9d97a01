package org.entente.query;

import java.util.List;
import java.util.Set;

/** What this room needs to know about the entities of the collection; the store knows it. */
public interface EntityResolver {
    /** The entities that the name means at the strictest step that finds any; of these classes, if any are given. */
    List<EntityCandidate> resolve(String name, Set<String> classIris);

    /** The entities with names most like this one, best first, at most {@code limit}. */
    List<EntityCandidate> near(String name, Set<String> classIris, int limit);

    /** The thing that is left where decisions merged the one of this IRI into another; else the same IRI. */
    default String survivor(String iri) {
        return iri;
    }

    /** Whether the collection says anything about the IRI. */
    boolean exists(String iri);
}
