package org.entente.coverage;

import java.util.Locale;
import java.util.Optional;

/**
 * How many things there are at least, those included that no document reports.
 *
 * @param estimate empty if nothing can be said
 * @param why empty if there is an estimate
 */
public record LowerBound(Sightings sightings, Optional<Estimate> estimate, Optional<Missing> why) {
    /** Fewer things that are reported once or twice say nothing about those that are not reported. */
    static final int FEWEST = 10;

    /** Nor do documents that hardly ever report the same. */
    static final int FEWEST_TWICE = 3;

    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.96;

    /**
     * The number by Chao's estimator.
     *
     * @param atLeast the lower bound itself
     * @param from the lower end of its log-normal 95 % interval; never less than what was seen
     * @param to the upper end
     */
    public record Estimate(double atLeast, double from, double to) {}

    /** Why there is no estimate. */
    public enum Missing {
        /** Nothing was found that could be counted. */
        NOTHING,
        /** No two independent documents report any of it. */
        ONE_DOCUMENT,
        /** Hardly anything is reported by more than one of them, so how much they miss cannot be told. */
        NO_OVERLAP,
        /** Too few things are reported just once or twice. */
        TOO_FEW;

        /** The name in data and in messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the sightings say. */
    public static LowerBound of(Sightings seen) {
        Optional<Missing> missing = missing(seen);
        return new LowerBound(seen, missing.isPresent() ? Optional.empty() : Optional.of(estimate(seen)), missing);
    }

    private static Optional<Missing> missing(Sightings seen) {
        if (seen.observed() == 0) {
            return Optional.of(Missing.NOTHING);
        }
        if (seen.documents() < 2) {
            return Optional.of(Missing.ONE_DOCUMENT);
        }
        if (seen.observed() - seen.once() < FEWEST_TWICE) {
            return Optional.of(Missing.NO_OVERLAP);
        }
        return seen.once() + seen.twice() < FEWEST ? Optional.of(Missing.TOO_FEW) : Optional.empty();
    }

    /**
     * Chao1: f1² / 2 f2 are added to what was seen; f1 (f1 − 1) / 2 (f2 + 1) where nothing was seen just twice. The interval is that of
     * the logarithm of what was added, so it begins above what was seen.
     */
    static Estimate estimate(Sightings seen) {
        double once = seen.once();
        double twice = seen.twice();
        double unseen = twice > 0 ? once * once / (2 * twice) : once * (once - 1) / 2;
        double all = seen.observed() + unseen;
        if (unseen == 0) {
            return new Estimate(all, all, all);
        }
        double spread = Math.exp(Z * Math.sqrt(Math.log1p(variance(once, twice, all) / (unseen * unseen))));
        return new Estimate(all, seen.observed() + unseen / spread, seen.observed() + unseen * spread);
    }

    private static double variance(double once, double twice, double all) {
        if (twice == 0) {
            return once * (once - 1) / 2 + once * Math.pow(2 * once - 1, 2) / 4 - Math.pow(once, 4) / (4 * all);
        }
        double ratio = once / twice;
        return twice * (Math.pow(ratio, 2) / 2 + Math.pow(ratio, 3) + Math.pow(ratio, 4) / 4);
    }
}
