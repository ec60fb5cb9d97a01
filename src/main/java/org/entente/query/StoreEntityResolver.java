package org.entente.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.names.NameRow;
import org.entente.store.NameIndex;
import org.entente.store.Store;

/** Finds entities by their names in a store. */
public final class StoreEntityResolver implements EntityResolver {
    private final Store store;

    public StoreEntityResolver(Store store) {
        this.store = store;
    }

    @Override
    public List<EntityCandidate> resolve(String name, Set<String> classIris) {
        NameIndex names = store.names();
        return names.match(name, classIris).rows().stream()
                .map(row -> candidate(names, row))
                .toList();
    }

    @Override
    public List<EntityCandidate> near(String name, Set<String> classIris, int limit) {
        NameIndex names = store.names();
        return names.near(name, limit, classIris).stream()
                .map(row -> candidate(names, row))
                .toList();
    }

    @Override
    public Optional<String> label(String iri, String language) {
        return store.names().label(iri, language);
    }

    @Override
    public String difference(String text, String iri, String language) {
        return store.names().difference(text, iri, language);
    }

    @Override
    public String survivor(String iri) {
        return store.names().survivor(iri);
    }

    @Override
    public String iri(String name) {
        return store.names().iri(name);
    }

    @Override
    public boolean exists(String iri) {
        return store.names().exists(iri);
    }

    private static EntityCandidate candidate(NameIndex names, NameRow row) {
        return new EntityCandidate(
                row.entity(), names.label(row.entity(), "en").orElse(row.text()), names.type(row.entity()));
    }
}
