package org.entente.query;

import java.util.List;
import java.util.Optional;
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

    /** The label of the entity in the language, else in another one; empty if it is not known here. */
    default Optional<String> label(String iri, String language) {
        return Optional.empty();
    }

    /** In what the name of the entity differs from the text, in a few words of the language; "" if in nothing. */
    default String difference(String text, String iri, String language) {
        return "";
    }

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
