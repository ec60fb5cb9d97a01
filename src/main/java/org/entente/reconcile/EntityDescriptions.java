package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One line that tells an entity from its namesakes: a person's offices; of others the type and where they belong. */
public final class EntityDescriptions {
    private static final int OFFICES = 2;

    private final CollectionState state;

    public EntityDescriptions(CollectionState state) {
        this.state = state;
    }

    /** One line; may be empty. */
    public String of(String iri, String language) {
        Profile profile = state.profile(iri);
        List<String> parts = new ArrayList<>();
        Set<String> posts = new LinkedHashSet<>();
        profile.offices().stream()
                .filter(o -> o.person().equals(iri))
                .sorted(latestFirst())
                .forEach(o -> posts.add(o.post()));
        posts.stream().limit(OFFICES).map(p -> state.label(p, language)).forEach(parts::add);
        if (parts.isEmpty() && !profile.types().isEmpty()) {
            parts.add(profile.types().getFirst().label(language));
            Set<String> where = new LinkedHashSet<>(profile.countries());
            where.remove(iri);
            where.stream().limit(1).map(c -> state.label(c, language)).forEach(parts::add);
        }
        return String.join("; ", parts);
    }

    static Comparator<Office> latestFirst() {
        return Comparator.comparing(Office::last, Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
