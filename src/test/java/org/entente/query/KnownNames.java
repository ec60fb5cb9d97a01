package org.entente.query;

import java.util.List;
import java.util.Set;
import org.entente.vocab.Ent;

/** Entity names for tests: what is listed is known; or everything, so that examples can be bound without data. */
record KnownNames(List<EntityCandidate> known, boolean everything) implements EntityResolver {
    static final KnownNames ALL = new KnownNames(List.of(), true);

    static KnownNames of(EntityCandidate... known) {
        return new KnownNames(List.of(known), false);
    }

    @Override
    public List<EntityCandidate> resolve(String name, Set<String> classIris) {
        if (everything) {
            return List.of(new EntityCandidate(Ent.ID + "person/" + name.hashCode(), name, ""));
        }
        return known.stream()
                .filter(candidate -> candidate.label().equalsIgnoreCase(name))
                .filter(candidate -> classIris.isEmpty() || classIris.contains(candidate.type()))
                .toList();
    }

    @Override
    public List<EntityCandidate> near(String name, Set<String> classIris, int limit) {
        return known.stream().limit(limit).toList();
    }

    @Override
    public boolean exists(String iri) {
        return everything
                || known.stream().anyMatch(candidate -> candidate.iri().equals(iri));
    }
}
