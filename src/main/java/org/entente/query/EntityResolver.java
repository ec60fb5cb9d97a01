package org.entente.query;

import java.util.List;
import java.util.Set;
import org.entente.vocab.Ent;

/** Finds the entities that names mean. The store implements it. */
public interface EntityResolver {
    /**
     * The entities that the name means, from the strictest comparison that finds any.
     *
     * @param classIris classes of the entities; empty for any
     */
    List<EntityCandidate> resolve(String name, Set<String> classIris);

    /** The entities with names most like this one, best first, at most {@code limit}. */
    List<EntityCandidate> near(String name, Set<String> classIris, int limit);

    /** The IRI of the entity that is left if a decision merged this one, else the same IRI. */
    default String survivor(String iri) {
        return iri;
    }

    /** The IRI of the thing with this name behind the name space of the collection, such as {@code person/albert-rau}. */
    default String iri(String name) {
        return Ent.ID + name;
    }

    /** Whether the collection has statements about the IRI. */
    boolean exists(String iri);
}
