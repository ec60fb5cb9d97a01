package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.entente.names.NameMatches;
import org.entente.reconcile.Candidate.Verdict;

/**
 * From features to a score and a decision.
 *
 * <p>{@code score = 100 · Σ(weight · value) / Σ weight}, over the name (weight {@value Weights#NAME}), the type if one was asked for
 * ({@value Weights#TYPE}) and every clue ({@link EntityProperty#weight}); what the collection does not know counts 0.5.
 *
 * <p>The first candidate is a match if the query named its identifier, or if all of these are true: it has at least
 * {@value Weights#LEAST_SCORE} points and is at least {@value Weights#MARGIN} ahead of the second; its name is at least {@value Weights#NEAR}; no type,
 * country, birth date, office at a date or identifier contradicts it; and it is confirmed by something beside the name, which is
 * either an identifier, the birth date or the office at a date, or two other features, or one other feature if the whole name, of two
 * words or more, is at least {@value Weights#SAME}. Without any of that the service abstains: {@code match} is false for all candidates.
 */
final class Score {
    private static final Set<String> STRONG = Set.of(
            Feature.OFFICE_AT_DATE,
            EntityProperty.BIRTH_DATE.id(),
            EntityProperty.WIKIDATA.id(),
            EntityProperty.GND.id(),
            EntityProperty.ROR.id(),
            EntityProperty.ISNI.id(),
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
            EntityProperty.ISO_3166.id(),
            EntityProperty.GEONAMES.id());

    private Score() {}

    /**
     * A candidate before the decision.
     *
     * @param level how its name was found; null if it was not
     * @param words words of the name that was asked for
     */
    record Compared(String iri, List<EntityType> types, List<Feature> features, NameMatches.Level level, int words) {
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
        if (one.value(Feature.ID) == 1) {
            return Verdict.MATCH;
        }
        if (features.stream().anyMatch(f -> f.contradicts() && IDENTIFYING.contains(f.id()))) {
            return Verdict.CONTRADICTED;
        }
        boolean named = features.stream().anyMatch(f -> f.id().equals(Feature.NAME));
        double name = named ? one.value(Feature.NAME) : 0;
        boolean identified = features.stream().anyMatch(f -> f.agrees() && isIdentifier(f.id()));
        if (named ? name < Weights.NEAR : !identified) {
            return named ? Verdict.NAME_TOO_FAR : Verdict.NAME_ONLY;
        }
        boolean strong = features.stream().anyMatch(f -> f.agrees() && STRONG.contains(f.id()));
        long agreeing = features.stream()
                .filter(f -> f.agrees() && !f.id().equals(Feature.NAME))
                .count();
        boolean whole = one.words() > 1 && name >= Weights.SAME && one.level() != NameMatches.Level.NONE;
        boolean confirmed = strong || agreeing >= 2 || agreeing == 1 && whole;
        if (!confirmed || one.score() < Weights.LEAST_SCORE) {
            return Verdict.NAME_ONLY;
        }
        // The type tells nobody from a namesake, even from one whom something else contradicts.
        boolean onlyType = agreeing == 1 && one.value(Feature.TYPE) == 1;
        if (onlyType && others.stream().anyMatch(o -> o.value(Feature.NAME) >= Weights.SAME)) {
            return Verdict.NO_MARGIN;
        }
        return one.score() - second < Weights.MARGIN ? Verdict.NO_MARGIN : Verdict.MATCH;
    }

    private static boolean isIdentifier(String feature) {
        return EntityProperty.of(feature).filter(EntityProperty::isIdentifier).isPresent();
    }
}
