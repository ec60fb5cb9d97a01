package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.entente.names.NameMatches;
import org.entente.reconcile.Candidate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * From features to a score and a decision.
 *
 * <p>{@code score = 100 · Σ(weight · value) / Σ weight}, over the name (weight {@value Weights#NAME}), the type if one was asked for
 * ({@value Weights#TYPE}) and every constraint ({@link EntityProperty#weight}); what the collection does not know counts 0.5.
 *
 * <p>The first candidate is a match if the query named its identifier and no name that contradicts it, or if all of these are true: it
 * has at least {@value Weights#LEAST_SCORE} points and is at least {@value Weights#MARGIN} ahead of the second; its name is at least
 * {@value Weights#NEAR}; no type, country, birth date, office at a date or identifier contradicts it; no title or office does, unless
 * something strong agrees; everything that was given could be read; and it is confirmed by something beside the name. That is something
 * strong, which is an identifier, the birth date or the office at a date; or one other feature if the whole name, of two words or more, is
 * at least {@value Weights#SAME}; or two other features for a person whose name was given in part, or for any name that is only alike.
 * The type confirms nothing, since it is that of a whole table; names do not confirm names, and that something is <em>not</em> so confirms
 * nothing. Without any of that the service abstains:
 * {@code match} is false for all candidates.
 */
final class Score {
    private static final Set<String> STRONG = Set.of(
            Feature.OFFICE_AT_DATE,
            EntityProperty.BIRTH_DATE.id(),
            EntityProperty.WIKIDATA.id(),
            EntityProperty.GND.id(),
            EntityProperty.ROR.id(),
            EntityProperty.ISNI.id(),
            EntityProperty.VIAF.id(),
            EntityProperty.ISO_3166.id(),
            EntityProperty.GEONAMES.id());
    /** Others may be wrong in either list without the entity being another: one person has many offices. */
    private static final Set<String> IDENTIFYING = Set.of(
            Feature.TYPE,
            EntityProperty.COUNTRY.id(),
            EntityProperty.BIRTH_DATE.id(),
            Feature.OFFICE_AT_DATE,
            EntityProperty.WIKIDATA.id(),
            EntityProperty.GND.id(),
            EntityProperty.ROR.id(),
            EntityProperty.ISNI.id(),
            EntityProperty.VIAF.id(),
            EntityProperty.ISO_3166.id(),
            EntityProperty.GEONAMES.id());

    /** Only something strong outweighs that one of these does not fit: one person has many offices, but not just any. */
    private static final Set<String> HELD = Set.of(EntityProperty.OFFICE.id(), Feature.OFFICE_AT_DATE, Feature.TITLE);

    private static final Set<String> OFFICES = Set.of(Feature.TITLE, EntityProperty.OFFICE.id());

    private static final Set<String> NAMES = Set.of(Feature.NAME, EntityProperty.ALTERNATE_NAME.id());

    private Score() {}

    /**
     * A candidate before the decision.
     *
     * @param level how its name was found; null if it was not
     * @param words words of the name that was asked for
     */
    record Compared(
            String iri, List<EntityType> types, List<Feature> features, NameMatches.@Nullable Level level, int words) {
        double score() {
            double sum = 0;
            double weights = 0;
            for (Feature feature : features) {
                sum += feature.weight() * feature.value();
                weights += feature.weight();
            }
            return weights == 0 ? 0 : 100 * sum / weights;
        }

        double value(String feature) {
            return features.stream()
                    .filter(f -> f.id().equals(feature))
                    .mapToDouble(Feature::value)
                    .max()
                    .orElse(0);
        }
    }

    /** The best first, at most so many, decided. */
    static List<Candidate> rank(List<Compared> compared, int limit) {
        List<Compared> ranked = compared.stream()
                .sorted(Comparator.comparingDouble(Compared::score).reversed().thenComparing(Compared::iri))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < ranked.size() && i < limit; i++) {
            Compared one = ranked.get(i);
            double second = i == 0 && ranked.size() > 1 ? ranked.get(1).score() : 0;
            Verdict verdict = i > 0 ? Verdict.NOT_FIRST : verdict(one, second, ranked.subList(1, ranked.size()));
            candidates.add(new Candidate(
                    one.iri(), one.score(), verdict == Verdict.MATCH, one.types(), one.features(), verdict));
        }
        return candidates;
    }

    private static Verdict verdict(Compared one, double second, List<Compared> others) {
        List<Feature> features = one.features();
        boolean named = features.stream().anyMatch(f -> f.id().equals(Feature.NAME));
        if (one.value(Feature.ID) == 1) {
            return named && one.value(Feature.NAME) < Weights.NEAR ? Verdict.NAME_TOO_FAR : Verdict.MATCH;
        }
        boolean strong = features.stream().anyMatch(f -> f.agrees() && STRONG.contains(f.id()));
        if (features.stream()
                .anyMatch(f ->
                        f.contradicts() && (IDENTIFYING.contains(f.id()) || !strong && OFFICES.contains(f.id())))) {
            return Verdict.CONTRADICTED;
        }
        if (features.stream().anyMatch(f -> !f.read())) {
            return Verdict.UNREAD;
        }
        // Another office was reported: a namesake, perhaps.
        if (!strong && features.stream().anyMatch(f -> HELD.contains(f.id()) && f.value() < Feature.UNKNOWN)) {
            return named && one.value(Feature.NAME) < Weights.NEAR ? Verdict.NAME_TOO_FAR : Verdict.NAME_ONLY;
        }
        double name = named ? one.value(Feature.NAME) : 0;
        boolean identified = features.stream().anyMatch(f -> f.agrees() && isIdentifier(f.id()));
        if (named ? name < Weights.NEAR : !identified) {
            return named ? Verdict.NAME_TOO_FAR : Verdict.NAME_ONLY;
        }
        List<String> agreeing = features.stream()
                .filter(f -> f.agrees() && !NAMES.contains(f.id()) && !f.id().equals(Feature.TYPE))
                .map(Feature::id)
                .toList();
        if (others.stream().anyMatch(o -> one.score() - o.score() < 1)) {
            return Verdict.NO_MARGIN;
        }
        if (!(strong || isConfirmed(one, name, agreeing)) || one.score() < Weights.LEAST_SCORE) {
            return Verdict.NAME_ONLY;
        }
        return one.score() - second < Weights.MARGIN ? Verdict.NO_MARGIN : Verdict.MATCH;
    }

    /** @param agreeing features beside names and the type, which is that of a whole table and tells nobody from a namesake */
    private static boolean isConfirmed(Compared one, double name, List<String> agreeing) {
        boolean whole = one.words() > 1 && name >= Weights.SAME && one.level() != NameMatches.Level.NONE;
        if (whole) {
            // An office is nothing but its name, which says whose it is; a person is more than that.
            boolean office = one.types().stream().anyMatch(t -> t.id().equals("Post"));
            return !agreeing.isEmpty() || office && one.level() != NameMatches.Level.TOKENS;
        }
        // A surname is shared by many who are not in the collection.
        boolean person = one.types().stream().anyMatch(t -> t.id().equals("Person"));
        return agreeing.size() >= (person || one.level() == NameMatches.Level.NONE ? 2 : 1);
    }

    private static boolean isIdentifier(String feature) {
        return EntityProperty.of(feature).filter(EntityProperty::isIdentifier).isPresent();
    }
}
