package org.entente.reconcile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.names.NormalForm;
import org.entente.vocab.Ent;

/** Completes what a user has begun to write: an entity, a type or a property. */
public final class Suggester {
    private final CollectionState state;

    /** Something that may be meant. */
    public record Suggestion(String id, String name, String description, List<EntityType> types) {}

    public Suggester(CollectionState state) {
        this.state = state;
    }

    /**
     * The entity with this identifier; then those with a name that begins so, and similar ones.
     *
     * @param type of this type only
     * @param skip how many to leave out at the beginning
     */
    public List<Suggestion> entities(String prefix, Optional<EntityType> type, int limit, int skip, String language) {
        Set<String> found = new LinkedHashSet<>();
        state.entity(prefix).ifPresent(found::add);
        Set<String> classes = type.map(t -> Set.of(t.iri())).orElse(Set.of());
        if (!prefix.isBlank()) {
            state.names()
                    .suggest(prefix, limit + skip + 1, classes)
                    .forEach(h -> found.add(h.name().entity()));
        }
        EntityDescriptions descriptions = new EntityDescriptions(state);
        return found.stream()
                .filter(iri -> !state.typesOf(iri).isEmpty())
                .filter(iri -> type.isEmpty() || state.is(iri, type.get()))
                .skip(skip)
                .limit(limit)
                .map(iri -> new Suggestion(
                        EntityId.of(iri),
                        state.label(iri, language),
                        descriptions.of(iri, language),
                        state.typesOf(iri)))
                .toList();
    }

    /** Types whose identifier or label has a word that begins so; those with most instances first. */
    public List<EntityType> types(String prefix, int limit, int skip) {
        return state.types().all().stream()
                .filter(t -> begins(prefix, Stream.concat(Stream.of(t.id()), t.labels().values().stream())))
                .sorted((a, b) -> Integer.compare(b.instances(), a.instances()))
                .skip(skip)
                .limit(limit)
                .toList();
    }

    /** Whether a word of one of the texts, or the text without its first words, begins with the prefix. */
    public static boolean begins(String prefix, Stream<String> texts) {
        String wanted = folded(prefix);
        return texts.map(Suggester::folded)
                .anyMatch(t -> t.startsWith(wanted) || t.contains(" " + wanted) || t.contains(":" + wanted));
    }

    private static String folded(String text) {
        return NormalForm.exact(Ent.localName(text)).toLowerCase(Locale.ROOT);
    }
}
