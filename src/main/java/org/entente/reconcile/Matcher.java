package org.entente.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.Affixes;
import org.entente.names.NameHit;
import org.entente.names.NameMatches;
import org.entente.names.NormalForm;
import org.entente.reconcile.ReconciliationQuery.Strictness;
import org.entente.store.NameIndex;
import org.jspecify.annotations.Nullable;

/** Finds candidates for a query: by name first, by identifiers and, if there is no name, by what else is known. */
public final class Matcher {
    /** Clues may lift a name that is far down, but not from anywhere. */
    private static final int SEARCHED = 30;
    /** Without a name, no more entities are compared. */
    private static final int POOL = 2_000;

    private final CollectionState state;
    private final String language;

    /** @param language of the notes in which features say what was compared */
    public Matcher(CollectionState state, String language) {
        this.state = state;
        this.language = language;
    }

    /**
     * How an entity came to be compared.
     *
     * @param title words of an office that stood with the name; null if there were none
     */
    private record Found(
            double name,
            NameMatches.Level level,
            int words,
            String text,
            @Nullable String title) {
        Found withTitle(@Nullable String with) {
            return new Found(name, level, words, text, with);
        }
    }

    /** The candidates, best first. */
    public List<Candidate> candidates(ReconciliationQuery given) {
        ReconciliationQuery query = withBirth(given);
        Map<String, Found> found = new LinkedHashMap<>();
        Set<String> named = new LinkedHashSet<>(Comparison.iris(query.ids(), state));
        boolean searched = false;
        for (String name : query.names()) {
            if (name.length() > NameIndex.LONGEST) {
                continue;
            }
            Set<String> identified = byIdentifier(name);
            named.addAll(identified);
            if (identified.isEmpty()) {
                searched = true;
                byName(query, name, found);
            }
        }
        Set<String> pool = new LinkedHashSet<>(named);
        pool.addAll(found.keySet());
        pool.addAll(byIdentifiers(query));
        if (query.names().isEmpty() && query.ids().isEmpty()) {
            pool.addAll(byClues(query));
        }
        pool.removeAll(Comparison.iris(query.notIds(), state));
        List<Score.Compared> compared = new ArrayList<>();
        for (String iri : pool) {
            if (isWanted(state.typesOf(iri), query)) {
                compare(query, iri, found.get(iri), searched, named.contains(iri))
                        .ifPresent(compared::add);
            }
        }
        return Score.rank(fitting(query, compared), Math.min(query.limit(), ReconciliationQuery.MOST));
    }

    /** Others than the types that should be meant are left out where the name of something of these types fits at least as well. */
    private static List<Score.Compared> fitting(ReconciliationQuery query, List<Score.Compared> compared) {
        if (query.strictness() != Strictness.SHOULD || query.types().isEmpty()) {
            return compared;
        }
        double best = compared.stream()
                .filter(one -> one.value(Feature.TYPE) == 1)
                .mapToDouble(one -> one.value(Feature.NAME))
                .max()
                .orElse(0);
        return compared.stream()
                .filter(one -> one.value(Feature.TYPE) == 1 || one.value(Feature.NAME) > best)
                .toList();
    }

    /** "Mann, Thomas, 1875-1955" says when he was born, unless the query says it better. */
    private static ReconciliationQuery withBirth(ReconciliationQuery query) {
        OptionalInt born =
                query.names().size() == 1 ? Affixes.of(query.names().getFirst()).born() : OptionalInt.empty();
        if (born.isEmpty() || query.constraints().stream().anyMatch(c -> c.property() == EntityProperty.BIRTH_DATE)) {
            return query;
        }
        List<PropertyConstraint> constraints = new ArrayList<>(query.constraints());
        constraints.add(PropertyConstraint.of(
                EntityProperty.BIRTH_DATE, List.of(PropertyConstraint.Value.of(Integer.toString(born.getAsInt())))));
        return new ReconciliationQuery(
                query.names(),
                query.nameRequired(),
                query.types(),
                query.strictness(),
                query.limit(),
                constraints,
                query.ids(),
                query.notIds());
    }

    /**
     * @param searched whether a name was looked for, beside identifiers
     * @param named whether the query gives the identifier of this entity
     */
    private Optional<Score.Compared> compare(
            ReconciliationQuery query, String iri, @Nullable Found found, boolean searched, boolean named) {
        if (query.nameRequired() && searched && (found == null || found.name() < Weights.NEAR)) {
            return Optional.empty();
        }
        List<Feature> features = new ArrayList<>();
        if (named) {
            features.add(new Feature(Feature.ID, 1, Weights.ID, EntityId.of(iri)));
        }
        if (searched) {
            features.add(new Feature(
                    Feature.NAME, found == null ? 0 : found.name(), Weights.NAME, found == null ? "" : found.text()));
        }
        List<EntityType> types = state.typesOf(iri);
        if (!query.types().isEmpty()) {
            boolean is = query.types().stream().anyMatch(t -> state.is(iri, t));
            features.add(new Feature(
                    Feature.TYPE, is ? 1 : 0, Weights.TYPE, types.getFirst().id()));
        }
        // What is known beside names and types is only read if it was asked for.
        Comparison comparison = new Comparison(state, iri, query.constraints(), language);
        boolean dateOfOffice = Comparison.isOfOffice(query.constraints());
        for (PropertyConstraint constraint : query.constraints()) {
            if (constraint.property() == EntityProperty.DATE && dateOfOffice) {
                continue;
            }
            Feature feature = comparison.compare(constraint);
            if (constraint.required() && !Comparison.satisfies(feature, constraint)) {
                return Optional.empty();
            }
            features.add(feature);
        }
        if (found != null && found.title() != null) {
            features.add(comparison.title(found.title()));
        }
        return Optional.of(new Score.Compared(
                iri,
                types,
                Feature.joined(features),
                found == null ? null : found.level(),
                found == null ? 0 : found.words()));
    }

    private Set<String> byIdentifier(String text) {
        Optional<String> entity = state.entity(text);
        if (entity.isPresent()) {
            return Set.of(entity.get());
        }
        String value = text.strip();
        return value.matches("(https?://www\\.wikidata\\.org/(entity|wiki)/|wikidata:|wd:)?Q[0-9]{1,12}")
                ? state.holders(EntityProperty.WIKIDATA, Identifiers.normal(EntityProperty.WIKIDATA, value))
                : Set.of();
    }

    private void byName(ReconciliationQuery query, String name, Map<String, Found> found) {
        search(query, name, null, found);
        if (!mayBePerson(query)) {
            return;
        }
        state.officeWords().part(Affixes.of(name).name()).ifPresent(parted -> {
            Map<String, Found> titled = new LinkedHashMap<>();
            search(query, parted.name(), parted.title(), titled);
            titled.forEach((iri, one) -> {
                if (state.typesOf(iri).stream().anyMatch(t -> t.id().equals("Person"))) {
                    found.merge(iri, one, (a, b) -> a.name() > b.name() ? a.withTitle(b.title()) : b);
                }
            });
        });
    }

    private boolean mayBePerson(ReconciliationQuery query) {
        return query.types().isEmpty()
                || query.types().stream().anyMatch(t -> t.id().equals("Person") || t.id().equals("Agent"));
    }

    private void search(ReconciliationQuery query, String name, @Nullable String title, Map<String, Found> found) {
        int most = Math.max(SEARCHED, Math.min(query.limit(), ReconciliationQuery.MOST));
        Set<String> classes = query.types().stream().map(EntityType::iri).collect(Collectors.toSet());
        int words = NormalForm.of(name).tokens().size();
        add(state.names().search(name, most, classes), words, title, found);
        if (query.strictness() == Strictness.SHOULD && !classes.isEmpty()) {
            add(state.names().search(name, most, Set.of()), words, title, found);
        }
    }

    private static void add(List<NameHit> hits, int words, @Nullable String title, Map<String, Found> found) {
        for (NameHit hit : hits) {
            Found one = new Found(hit.score(), hit.level(), words, hit.name().text(), title);
            found.merge(hit.name().entity(), one, (a, b) -> a.name() >= b.name() ? a : b);
        }
    }

    private boolean isWanted(List<EntityType> types, ReconciliationQuery query) {
        if (types.isEmpty()) {
            return false;
        }
        if (query.types().isEmpty() || query.strictness() == Strictness.SHOULD) {
            return true;
        }
        Set<String> own = types.stream().map(EntityType::id).collect(Collectors.toSet());
        return query.strictness() == Strictness.ALL
                ? query.types().stream().allMatch(t -> own.contains(t.id()))
                : query.types().stream().anyMatch(t -> own.contains(t.id()));
    }

    private Set<String> byIdentifiers(ReconciliationQuery query) {
        Set<String> found = new LinkedHashSet<>();
        for (PropertyConstraint constraint : query.constraints()) {
            if (constraint.property().isIdentifier() && constraint.quantifier() != PropertyConstraint.Quantifier.NONE) {
                constraint.values().stream()
                        .map(v -> v.id() == null ? v.text() : v.id())
                        .forEach(v -> found.addAll(
                                state.holders(constraint.property(), Identifiers.normal(constraint.property(), v))));
            }
        }
        return found;
    }

    /** Whoever is linked to what the constraints name, from the other side. */
    private Set<String> byClues(ReconciliationQuery query) {
        Set<String> found = new LinkedHashSet<>();
        for (PropertyConstraint constraint : query.constraints()) {
            if (constraint.quantifier() == PropertyConstraint.Quantifier.NONE
                    || constraint.property().kind() == EntityProperty.Kind.IDENTIFIER) {
                continue;
            }
            for (PropertyConstraint.Value value : constraint.values()) {
                if (constraint.property() == EntityProperty.ALTERNATE_NAME) {
                    state.names()
                            .search(value.text(), SEARCHED, Set.of())
                            .forEach(h -> found.add(h.name().entity()));
                }
                for (String target : state.targets(constraint.property(), value)) {
                    found.addAll(new InverseProperties(state.facts(), target).of(constraint.property()));
                }
            }
            if (found.size() > POOL) {
                break;
            }
        }
        return found.stream().limit(POOL).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
