package org.entente.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rules that may accept a link without a person, each only if it was asked for. How often each was right is measured on names and items
 * that are no part of the collection ({@code AcceptBench}); the figure is stored with every link that the rule accepts. A rule keeps
 * away from everything that has something against it.
 */
public enum AcceptRule {
    /** The same day of birth and a name that agrees; nobody else of such a name was born on that day. */
    BIRTH("birth", "birth", 0.85, 898, 898),
    /** The same office at the same time and the whole name; nobody else of that name is known. */
    OFFICE("office", "office", 0.95, 983, 983),
    /** The same identifier of a register (ROR, GeoNames, ISO 3166, GND, ISNI, VIAF), and a name that does not speak against it. */
    IDENTIFIER("identifier", "identifier", 0.6, 1_417, 1_417);

    private final String word;
    private final String feature;
    private final double name;
    private final int right;
    private final int measured;

    AcceptRule(String word, String feature, double name, int right, int measured) {
        this.word = word;
        this.feature = feature;
        this.name = name;
        this.right = right;
        this.measured = measured;
    }

    /** The rule of that word; empty for any other. */
    public static Optional<AcceptRule> of(String word) {
        for (AcceptRule rule : values()) {
            if (rule.word.equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return word;
    }

    /** Names the rule and the ranking on which it rests; a change of either gets a new name. */
    public String version() {
        return word + "-1/" + CandidateRanking.VERSION;
    }

    /** The share of accepted links that were right when it was measured. */
    public double precision() {
        return (double) right / measured;
    }

    /** Of how many links that is the share. */
    public int measured() {
        return measured;
    }

    /** The candidate that the rule accepts; empty if it accepts none. */
    public Optional<LinkCandidate> accepts(List<LinkCandidate> candidates) {
        List<LinkCandidate> agreeing = candidates.stream().filter(this::agrees).toList();
        if (agreeing.size() != 1) {
            return Optional.empty();
        }
        LinkCandidate one = agreeing.getFirst();
        boolean rival = candidates.stream()
                .anyMatch(other -> other != one && value(other, "name") >= name && !isContradicted(other));
        return isContradicted(one) || rival ? Optional.empty() : Optional.of(one);
    }

    private boolean agrees(LinkCandidate candidate) {
        return value(candidate, feature) == 1
                && value(candidate, "name") >= name
                && (this != BIRTH || isDay(candidate));
    }

    /** A year or a month in common is no birthday. */
    private static boolean isDay(LinkCandidate candidate) {
        return candidate.features().stream()
                .filter(f -> f.name().equals("birth"))
                .anyMatch(f -> f.detail().matches("([0-9]{4}-[0-9]{2}-[0-9]{2}) / (?:.*, )?\\1(?:, .*)?"));
    }

    private static boolean isContradicted(LinkCandidate candidate) {
        return candidate.features().stream().anyMatch(f -> f.value() < 0);
    }

    private static double value(LinkCandidate candidate, String feature) {
        return candidate.features().stream()
                .filter(f -> f.name().equals(feature))
                .mapToDouble(LinkFeature::value)
                .findFirst()
                .orElse(0);
    }
}
