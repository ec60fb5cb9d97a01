package org.entente.query;

import java.util.List;
import java.util.Set;
import org.entente.names.NameRow;
import org.entente.store.NameRegister;
import org.entente.store.Store;

/** The names that a store holds now. */
public final class StoreNames implements EntityNames {
    private final Store store;

    public StoreNames(Store store) {
        this.store = store;
    }

    @Override
    public List<Candidate> resolve(String name, Set<String> classIris) {
        NameRegister names = store.names();
        return names.match(name, classIris).rows().stream()
                .map(row -> candidate(names, row))
                .toList();
    }

    @Override
    public List<Candidate> near(String name, Set<String> classIris, int limit) {
        NameRegister names = store.names();
        return names.near(name, limit, classIris).stream()
                .map(row -> candidate(names, row))
                .toList();
    }

    @Override
    public String survivor(String iri) {
        return store.names().survivor(iri);
    }

    @Override
    public boolean exists(String iri) {
        return store.names().exists(iri);
    }

    private static Candidate candidate(NameRegister names, NameRow row) {
        return new Candidate(
                row.entity(), names.label(row.entity(), "en").orElse(row.text()), names.type(row.entity()));
    }
}
