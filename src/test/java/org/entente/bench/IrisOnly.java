package org.entente.bench;

import java.util.List;
import java.util.Set;
import org.entente.query.EntityCandidate;
import org.entente.query.EntityResolver;

/** Entities that are given by their IRIs; names mean nothing. */
final class IrisOnly implements EntityResolver {
    @Override
    public List<EntityCandidate> resolve(String name, Set<String> classIris) {
        return List.of();
    }

    @Override
    public List<EntityCandidate> near(String name, Set<String> classIris, int limit) {
        return List.of();
    }

    @Override
    public boolean exists(String iri) {
        return true;
    }
}
